"""De aanvraag voor interne jobcoaching vult de werkgever zelf in, met een link; zijn rekeningnummer wordt nagekeken."""

import re
from datetime import date

import pytest
from sqlalchemy import select
from tests.aanvraag.loket.antwoorden import GEMEENTE, ZES_TEKSTEN, Json, met
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.aanvraag.loket.webloket import Webloket
from tests.hulp.bezoeker import Bezoeker, brieven

from dakpan.aanvraag.controleren import controleer
from dakpan.aanvraag.werkgever.verzoeken import invulverzoeken_van, trek_invulverzoek_in, vraag_werkgever
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Bericht
from dakpan.partijen.rechten import Rol
from dakpan.wandeling.aanvragen import maak_definitief

ADRES, WIE = "https://loket.voorbeeld.invalid", ("Ria Meel", "ria@bakkerij.invalid")
GOED, FOUT = "NL91 ABNA 0417 1643 00", "NL91 ABNA 0417 1643 01"


def _intern() -> Json:
    """Wat de werkconsulent al weet: wie de cliënt is. De rest is aan de werkgever."""
    basis = met(GEMEENTE, aanvraag={"vorm": "intern"})
    return {**{deel: basis[deel] for deel in ("client", "persoon", "aanvraag")}, "werkgever": {}, "dienstverband": {}}


@pytest.fixture(name="zaak")
def _zaak(webloket: Webloket) -> Zaakloket:
    return webloket.loket.begin(webloket.loket.consulent, "staphorst", _intern())


def _uit_brief(webloket: Webloket, patroon: str) -> str:
    gevonden = [een for brief in brieven(webloket.app) for een in re.findall(patroon, brief.tekst)]
    assert gevonden
    return str(gevonden[0])


def _binnen(webloket: Webloket) -> tuple[Bezoeker, str]:
    """De werkgever opent zijn link en vult zijn code in."""
    werkgever = Bezoeker(webloket.app)
    link = _uit_brief(webloket, r"(/invullen/\S+)")
    assert "Stuur mij een code" in werkgever.get(link).text
    werkgever.post(f"{link}/code", werkgever.verborgen)
    code = _uit_brief(webloket, r"code is: (\d{6})")
    werkgever.get(link)
    assert werkgever.post(f"{link}/controle", {**werkgever.verborgen, "code": code}).status_code == 303
    return werkgever, link


def _vul(werkgever: Bezoeker, link: str, groep: str, **velden: str) -> int:
    werkgever.get(f"{link}/vragen/{groep}")
    return werkgever.post(f"{link}/vragen/{groep}", {**werkgever.verborgen, **velden}).status_code


def test_van_link_tot_klaar(webloket: Webloket, zaak: Zaakloket) -> None:
    consulent = webloket.loket.consulent
    zaak.doe(consulent, vraag_werkgever, *WIE, ADRES)
    werkgever, link = _binnen(webloket)
    lijst = werkgever.get(link).text
    assert "Mila Bakker" in lijst
    assert "Dit stuk hoort erbij. Geef het aan wie u de link stuurde" in lijst
    assert '<li lang="nl">Jobcoachcertificaat</li>' in lijst
    assert werkgever.get(f"{link}/vragen/client").status_code == 404
    bedrijf = {"werkgever.naam": "Bakkerij De Korenaar", "werkgever.contactpersoon": "Ria Meel"}
    assert _vul(werkgever, link, "werkgever", **bedrijf, **{"werkgever.iban": FOUT}) == 422
    assert werkgever.pagina is not None
    assert FOUT in werkgever.pagina.text  # wat getypt is blijft staan
    assert _vul(werkgever, link, "werkgever", **bedrijf, **{"werkgever.iban": GOED}) == 303
    werkgever.get(link)
    te_vroeg = werkgever.post(f"{link}/klaar", werkgever.verborgen)
    assert te_vroeg.status_code == 422
    assert "Uren per week" in te_vroeg.text
    baan = {"soort": "bepaalde_tijd", "begin": "2023-03-01", "eind": "2024-02-29", "uren_per_week": "24"}
    assert _vul(werkgever, link, "dienstverband", **{f"dienstverband.{naam}": een for naam, een in baan.items()}) == 303
    assert _vul(werkgever, link, "plan", **{f"teksten.{naam}": een for naam, een in ZES_TEKSTEN.items()}) == 303
    werkgever.get(link)
    assert werkgever.post(f"{link}/klaar", werkgever.verborgen).location == "/invullen/klaar"
    assert "Bedankt" in werkgever.get("/invullen/klaar").text
    assert werkgever.get(link).status_code == 404

    uitslag = zaak.doe(consulent, controleer)
    assert uitslag.volledig, uitslag.fouten
    assert zaak.zaak(consulent).werkgever.iban == "NL91ABNA0417164300"
    assert zaak.aanvraag(consulent).ingevuld["werkgever"]["door"] == "Ria Meel (via een link)"
    [bericht] = zaak.doe(consulent, lambda h, _zaak: h.sessie.scalars(select(Bericht)).all())
    assert (bericht.soort, bericht.lidmaatschap_id) == ("ingevuld", consulent.lidmaatschap_id)


def test_met_deze_link_gaat_er_geen_andere_deur_open(webloket: Webloket, zaak: Zaakloket) -> None:
    zaak.doe(webloket.loket.consulent, vraag_werkgever, *WIE, ADRES)
    link = _uit_brief(webloket, r"(/invullen/\S+)")
    vreemde = Bezoeker(webloket.app)
    assert vreemde.get(f"{link}/vragen/werkgever").location == link  # eerst de code
    assert vreemde.get(link.replace("/invullen/", "/tekenen/link/")).status_code == 404
    werkgever, _link = _binnen(webloket)
    for adres in ("/zaken", f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}"):
        assert werkgever.get(adres).location.startswith("/aanmelden")


def test_de_consulent_vraagt_herinnert_en_trekt_in(webloket: Webloket, zaak: Zaakloket) -> None:
    consulent = webloket.als(webloket.loket.consulent)
    plek = f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/werkgever"
    assert f'href="{plek}"' in consulent.get(plek.replace("/werkgever", "/aanvraag")).text
    consulent.get(plek)
    assert consulent.post(plek, {**consulent.verborgen, "naam": "Ria Meel", "email": "geen adres"}).status_code == 422
    goed = {**consulent.verborgen, "naam": WIE[0], "email": WIE[1]}
    assert consulent.post(plek, goed).status_code == 303
    for daad, werkt in (("herinner", 200), ("intrekken", 404)):
        [actie] = re.findall(rf'action="([^"]+/{daad})"', consulent.get(plek).text)
        assert consulent.post(actie, consulent.verborgen).status_code == 303
        link = _uit_brief(webloket, r"(/invullen/\S+)")
        assert Bezoeker(webloket.app).get(link).status_code == werkt


def test_zonder_recht_ook_geen_lijst_van_wie_is_gevraagd(webloket: Webloket, zaak: Zaakloket) -> None:
    """Een formulier vol fouten geeft de pagina terug; ook dan alleen aan wie haar mag lezen."""
    zaak.doe(webloket.loket.consulent, vraag_werkgever, *WIE, ADRES)
    kas = webloket.als(webloket.loket.wereld.financier(zaak.tenant_id, "Fien Geld", Rol.FINANCIEEL))
    kas.get("/namens")
    antwoord = kas.post(f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/werkgever", {"naam": ""})
    assert (antwoord.status_code, WIE[1] in antwoord.text) == (403, False)


def test_definitief_sluit_de_link_en_extern_heeft_er_geen(snel_loket: Loket) -> None:
    extern = snel_loket.begin(snel_loket.consulent, "staphorst", GEMEENTE)
    with pytest.raises(KanNiet, match="doet de werkgever niet zelf"):
        extern.doe(snel_loket.consulent, vraag_werkgever, *WIE, ADRES)
    alles = met(GEMEENTE, aanvraag={"vorm": "intern"}, werkgever={"iban": GOED.replace(" ", "")})
    intern = snel_loket.begin(snel_loket.consulent, "staphorst", {**alles, "teksten": ZES_TEKSTEN})
    intern.doe(snel_loket.consulent, vraag_werkgever, *WIE, ADRES)
    tweede = intern.doe(snel_loket.consulent, vraag_werkgever, "Bas Bakker", "bas@bakkerij.invalid", ADRES)
    assert [een.status for een in intern.doe(snel_loket.consulent, invulverzoeken_van)] == ["open", "ingetrokken"]
    assert intern.doe(snel_loket.consulent, controleer).volledig
    intern.doe(snel_loket.consulent, maak_definitief, op=date(2023, 3, 20))
    assert {een.status for een in intern.doe(snel_loket.consulent, invulverzoeken_van)} == {"ingetrokken"}
    with pytest.raises(KanNiet, match="loopt al niet meer"):
        intern.doe(snel_loket.consulent, trek_invulverzoek_in, tweede.id)


def test_de_werkgever_leest_niets_over_wat_op_zijn_pagina_niet_staat(webloket: Webloket, zaak: Zaakloket) -> None:
    """De uren per regime rekent alleen het loket voor, en een werkgever verstuurt geen offerte."""
    zaak.doe(webloket.loket.consulent, vraag_werkgever, *WIE, ADRES)
    werkgever, link = _binnen(webloket)
    pagina = werkgever.get(f"{link}/vragen/periode").text
    assert "Hoeveel uren coaching denkt u nodig te hebben?" in pagina
    assert "Onder de vragen staat" not in pagina
    werkgever.get(link)
    klaar = werkgever.post(f"{link}/klaar", werkgever.verborgen).text
    assert "In het plan ontbreekt" in klaar
    assert "offerte" not in klaar
