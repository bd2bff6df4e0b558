"""De zaakpagina: waar de zaak is, wie er nu is, en nooit iets voor wie haar niet mag zien."""

import re
from html import unescape
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import select
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Bouwzaak, Wereld
from tests.hulp.regelboek import STAD

from dakpan.begrippen.nummers import Bsn
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Document, Documentsoort, Notitie, Zaak
from dakpan.opslag.sporen import Inzage
from dakpan.opslag.vrager import Kant, Vrager
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Persoon

BSN = Bsn("111222333")
_TOKEN = re.compile(rb'(name="csrf_token" value=|data-csrf=)"[^"]+"')
DELEN = ("", "/geschiedenis", "/inzage", "/bsn", f"/documenten/{UUID(int=9)}")


def adres(zaak: Bouwzaak, deel: str = "") -> str:
    return f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}{deel}"


def tekst(bezoeker: Bezoeker) -> str:
    assert bezoeker.pagina is not None
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", bezoeker.pagina.text)).split())


def gekeken(wereld: Wereld, wie: Vrager) -> list[tuple[str, str]]:
    with wereld.als(wie) as handeling:
        rijen = handeling.sessie.scalars(select(Inzage).order_by(Inzage.id))
        return [(een.door, een.doel) for een in rijen]


def geef_bsn(wereld: Wereld, zaak: Bouwzaak) -> None:
    beheer = Vrager(None, "Beheer", tenant_id=zaak.tenant_id)
    with wereld.als(beheer) as handeling:
        cijfer = handeling.sleutelbos.versleutel(BSN)
        zoek = handeling.sleutelbos.vingerafdruk(zaak.tenant_id, BSN)
    with wereld.bouw(beheer) as sessie:
        rij = sessie.get_one(Zaak, (zaak.tenant_id, zaak.zaak_id))
        persoon = sessie.get_one(Persoon, (zaak.tenant_id, rij.persoon_id))
        persoon.bsn_cijfer, persoon.bsn_zoek, persoon.bsn_eind = cijfer, zoek, BSN.nummer[-4:]


def test_de_zaak_toont_waar_zij_is_en_wat_de_coach_nu_doet(coach: Bezoeker, zaak: Bouwzaak) -> None:
    pagina = coach.get(adres(zaak))
    assert pagina.status_code == 200
    assert "Yara Öztürk" in tekst(coach)
    assert "Dit is nu aan u Maak de offerte" in tekst(coach)
    assert f'href="{adres(zaak, "/offerte")}"' in pagina.text
    assert "Offerteverzoek klaar" in tekst(coach)
    assert "Besluit later na beoordeling" in tekst(coach)


def test_de_ander_leest_op_wie_de_zaak_wacht(consulent: Bezoeker, zaak: Bouwzaak) -> None:
    consulent.get(adres(zaak))
    assert "U hoeft nu niets te doen" in tekst(consulent)
    assert "Offerte: bij de jobcoachorganisatie" in tekst(consulent)


def test_openen_legt_vast_wie_keek(wereld: Wereld, coach: Bezoeker, jo: Vrager, wil: Vrager, zaak: Bouwzaak) -> None:
    coach.get(adres(zaak))
    coach.get(adres(zaak))
    assert gekeken(wereld, jo) == [("Jo Coach", "zaak geopend, bij: offerte")] * 2
    assert gekeken(wereld, wil) == []
    coach.get(adres(zaak, "/inzage"))
    assert tekst(coach).count("zaak geopend, bij: offerte") == 2


def test_een_lege_werkwijze_is_niet_in_bron(wereld: Wereld, coach: Bezoeker, zaak: Bouwzaak) -> None:
    with wereld.bouw(Vrager(None, "Beheer", tenant_id="staphorst")) as sessie:
        rij = sessie.get_one(Zaak, ("staphorst", zaak.zaak_id))
        rij.stappen, rij.beurt, rij.beurt_stap = [], None, None
    coach.get(adres(zaak))
    assert "Welke stappen deze zaak heeft is niet in bron" in tekst(coach)
    assert "Zodra de financier zijn werkwijze heeft ingevuld" in tekst(coach)


def zonder_adres(antwoord: bytes, pad: str) -> bytes:
    return _TOKEN.sub(b"", antwoord).replace(pad.encode(), b"PAD")


@pytest.mark.parametrize("deel", DELEN)
def test_wat_niet_van_u_is_ziet_er_precies_uit_als_wat_niet_bestaat(
    app: Flask, wereld: Wereld, organisatie_id: UUID, zaak: Bouwzaak, deel: str
) -> None:
    """Een andere organisatie, een andere financier en een andere kant krijgen byte voor byte dezelfde pagina."""
    concept = wereld.zaak("staphorst", None, "Nog Niet", tot=Zaakstap.AANVRAAG)
    buren = wereld.medewerker(wereld.organisatie("De buren"), "Bo Buur")
    eigen = wereld.medewerker(organisatie_id, "Ik Zelf")
    stad = wereld.financier(STAD, "Sem Stad")
    for wie, vreemd in ((buren, zaak), (stad, zaak), (eigen, concept), (stad, concept)):
        bezoeker = Bezoeker(app).als(wie)
        van_een_ander, onbekend = adres(vreemd, deel), f"/zaken/staphorst/{uuid4()}{deel}"
        gezien, niets = bezoeker.get(van_een_ander), bezoeker.get(onbekend)
        assert (gezien.status_code, niets.status_code) == (404, 404)
        assert zonder_adres(gezien.data, van_een_ander) == zonder_adres(niets.data, onbekend)


@pytest.mark.parametrize("deel", ["/notities", "/bsn"])
def test_ook_een_handeling_verraadt_niets(app: Flask, wereld: Wereld, zaak: Bouwzaak, deel: str) -> None:
    buur = Bezoeker(app).als(wereld.medewerker(wereld.organisatie("De buren"), "Bo Buur"))
    velden = {"tekst": "Mag ik?", "doel": "vraag"}
    assert buur.post(adres(zaak, deel), velden).status_code == 404
    buur.get("/namens")
    assert buur.post(f"/zaken/staphorst/{uuid4()}{deel}", velden).status_code == 404


@pytest.mark.parametrize("zaak_id", ["geen-id", "00000000", "%00", "1' or '1'='1"])
def test_een_adres_dat_geen_zaak_kan_zijn(coach: Bezoeker, zaak_id: str) -> None:
    assert coach.get(f"/zaken/staphorst/{zaak_id}").status_code == 404


def test_een_notitie_schrijven(coach: Bezoeker, consulent: Bezoeker, zaak: Bouwzaak) -> None:
    coach.get(adres(zaak))
    antwoord = coach.post(adres(zaak, "/notities"), {"tekst": "<b>Belt</b> op\ndinsdag 👋"})
    assert (antwoord.status_code, antwoord.location) == (303, f"{adres(zaak)}#notities")
    pagina = coach.get(adres(zaak)).text
    assert "&lt;b&gt;Belt&lt;/b&gt; op\ndinsdag 👋" in pagina
    assert "Alleen voor Jobcoachbureau De Stap." in tekst(coach)
    assert "Belt" not in consulent.get(adres(zaak)).text
    assert "Alleen voor Gemeente Staphorst." in tekst(consulent)


def test_een_dubbele_klik_geeft_een_notitie(wereld: Wereld, coach: Bezoeker, jo: Vrager, zaak: Bouwzaak) -> None:
    coach.get(adres(zaak))
    formulier = {**coach.verborgen, "tekst": "Belt dinsdag"}
    assert formulier["eenmalig"]
    for _ in range(2):
        assert coach.client.post(adres(zaak, "/notities"), data=formulier).status_code == 303
    with wereld.als(jo) as handeling:
        assert [een.tekst for een in handeling.sessie.scalars(select(Notitie))] == ["Belt dinsdag"]
    coach.client.post(adres(zaak, "/notities"), data={**formulier, "tekst": "Belt woensdag"})
    with wereld.als(jo) as handeling:
        assert len(handeling.sessie.scalars(select(Notitie)).all()) == 2


def test_een_notitie_die_niet_past_blijft_staan(wereld: Wereld, coach: Bezoeker, jo: Vrager, zaak: Bouwzaak) -> None:
    coach.get(adres(zaak))
    te_lang = "a" * 4_001
    antwoord = coach.post(adres(zaak, "/notities"), {"tekst": te_lang})
    assert antwoord.status_code == 422
    assert te_lang in antwoord.text
    assert coach.post(adres(zaak, "/notities"), {"tekst": " "}).status_code == 422
    with wereld.als(jo) as handeling:
        assert handeling.sessie.scalars(select(Notitie)).all() == []


def test_het_bsn_staat_gemaskeerd_en_een_keer_voluit(
    wereld: Wereld, coach: Bezoeker, jo: Vrager, zaak: Bouwzaak
) -> None:
    geef_bsn(wereld, zaak)
    assert "•••••2333" in coach.get(adres(zaak)).text
    assert BSN.nummer not in coach.get(adres(zaak, "/bsn")).text
    fout = coach.post(adres(zaak, "/bsn"), {"toelichting": "zomaar"})
    assert (fout.status_code, BSN.nummer in fout.text, "zomaar" in fout.text) == (422, False, True)
    anders = coach.post(adres(zaak, "/bsn"), {"doel": "anders"})
    assert (anders.status_code, BSN.nummer in anders.text) == (422, False)
    goed = coach.post(adres(zaak, "/bsn"), {"doel": "identiteit", "toelichting": "kennismaking"})
    assert (goed.status_code, goed.headers["Cache-Control"], BSN.nummer in goed.text) == (200, "no-store", True)
    assert BSN.nummer not in coach.get(adres(zaak, "/bsn")).text
    assert ("Jo Coach", "identiteit van de cliënt controleren: kennismaking") in gekeken(wereld, jo)
    for deel in ("", "/geschiedenis", "/inzage"):
        assert BSN.nummer not in coach.get(adres(zaak, deel)).text


def test_zonder_recht_geen_bsn(app: Flask, wereld: Wereld, organisatie_id: UUID, zaak: Bouwzaak) -> None:
    geef_bsn(wereld, zaak)
    schrijver = Bezoeker(app).als(wereld.medewerker(organisatie_id, "Sam", Recht.UREN_SCHRIJVEN))
    assert "Toon BSN" not in schrijver.get(adres(zaak)).text
    assert schrijver.get(adres(zaak, "/bsn")).status_code == 403
    schrijver.get(adres(zaak))
    for velden in ({"doel": "vraag"}, {}):
        antwoord = schrijver.post(adres(zaak, "/bsn"), velden)
        assert (antwoord.status_code, BSN.nummer in antwoord.text) == (403, False)


def test_de_geschiedenis_in_woorden(wereld: Wereld, coach: Bezoeker, zaak: Bouwzaak) -> None:
    geef_bsn(wereld, zaak)
    coach.get(adres(zaak, "/geschiedenis"))
    gelezen = tekst(coach)
    assert "Opbouw van een test" in gelezen
    assert "Cliënt, achternaam – → Öztürk" in gelezen
    assert "Zaak, begonnen op – → 17 februari 2022, 12:00" in gelezen
    assert "Stap klaar, stap – → offerteverzoek" in gelezen
    assert "Stap klaar, door" not in gelezen
    assert "Cliënt, burgerservicenummer – → •••" in gelezen
    assert "Zaak, zichtbaar voor – → organisatie en financier" in gelezen
    assert "zoeknaam" not in gelezen
    assert "persoon_id" not in gelezen


def test_een_document_gaat_als_bestand_mee(wereld: Wereld, coach: Bezoeker, jo: Vrager, zaak: Bouwzaak) -> None:
    with wereld.bouw(jo) as sessie:
        document = Document(
            tenant_id=zaak.tenant_id,
            organisatie_id=zaak.organisatie_id,
            kant=Kant.ORGANISATIE,
            zaak_id=zaak.zaak_id,
            soort=Documentsoort.FACTUUR,
            titel="Factuur <1>",
            bestandsnaam='../../fac"tuur\r\n één.html',
            mediatype="text/html",
            sha256="0" * 64,
            gemaakt_op=sessie.info["dakpan_nu"],
            door="Jo Coach",
            inhoud=b"<script>alert(1)</script>",
        )
        sessie.add(document)
    assert "Factuur &lt;1&gt;" in coach.get(adres(zaak)).text
    antwoord = coach.get(adres(zaak, f"/documenten/{document.id}"))
    assert antwoord.data == b"<script>alert(1)</script>"
    assert antwoord.headers["Content-Type"] == "application/octet-stream"
    assert antwoord.headers["X-Content-Type-Options"] == "nosniff"
    naam = antwoord.headers["Content-Disposition"]
    assert naam.startswith("attachment; ")
    assert not {"/", "\\", "\r", "\n"} & set(naam)
    assert ("Jo Coach", "document gedownload") in gekeken(wereld, jo)
