"""Ondertekenen op het scherm: de coach vraagt, drie mensen zonder account tekenen, en het bewijs staat erbij."""

import re

import pytest
from sqlalchemy import select
from tests.aanvraag.loket.antwoorden import HALFJAAR
from tests.aanvraag.loket.balie import Zaakloket
from tests.aanvraag.loket.webloket import Webloket
from tests.hulp.bezoeker import Bezoeker

from dakpan.opslag.basis import db
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Brief

MENSEN = {"jobcoach": "Jo Coach", "werkgever": "Ria Meel", "client": "Mila Bakker"}
VELDEN = {f"{wie}.naam": naam for wie, naam in MENSEN.items()} | {
    f"{wie}.email": f"{wie}@voorbeeld.example" for wie in MENSEN
}


@pytest.fixture(name="zaak")
def _zaak(webloket: Webloket) -> Zaakloket:
    return webloket.loket.begin(webloket.loket.coach, "uwv-noord", HALFJAAR).tot_definitief(webloket.loket.coach)


@pytest.fixture(name="plek")
def _plek(webloket: Webloket, zaak: Zaakloket) -> str:
    return f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/ondertekenen"


@pytest.fixture(name="coach")
def _coach(webloket: Webloket) -> Bezoeker:
    return webloket.als(webloket.loket.coach)


def _laatste(webloket: Webloket, wie: str, patroon: str) -> str:
    with webloket.app.app_context():
        brieven = db.session.scalars(
            select(Brief.tekst).where(Brief.aan == f"{wie}@voorbeeld.example").order_by(Brief.gemaakt_op, Brief.id)
        )
        gevonden = [een for tekst in brieven for een in re.findall(patroon, tekst)]
    assert gevonden, wie
    return str(gevonden[-1])


def _vraag(coach: Bezoeker, plek: str, **anders: str) -> int:
    coach.get(plek)
    return coach.post(f"{plek}/vraag", {**coach.verborgen, **VELDEN, **anders}).status_code


def _bewijs(webloket: Webloket, wie: str) -> tuple[Bezoeker, str]:
    """Iemand zonder account opent zijn link en vult zijn code in."""
    bezoeker = Bezoeker(webloket.app)
    link = _laatste(webloket, wie, r"(/tekenen/link/\S+)")
    assert "Stuur mij een code" in bezoeker.get(link).text
    assert bezoeker.post(f"{link}/code", bezoeker.verborgen).status_code == 303
    bezoeker.get(link)
    code = _laatste(webloket, wie, r"Uw code is: (\d{6})")
    assert bezoeker.post(f"{link}/controle", {**bezoeker.verborgen, "code": code}).status_code == 303
    return bezoeker, link


def _teken(webloket: Webloket, wie: str, **keuze: str) -> None:
    bezoeker, link = _bewijs(webloket, wie)
    bezoeker.get(link)
    antwoord = bezoeker.post(link, {**bezoeker.verborgen, "akkoord": "ja", **keuze})
    assert antwoord.location == "/tekenen/klaar", antwoord.text
    assert "Bedankt, u hebt getekend" in bezoeker.get("/tekenen/klaar").text
    assert bezoeker.get(link).status_code == 404


def test_drie_mensen_tekenen_met_een_link(webloket: Webloket, coach: Bezoeker, zaak: Zaakloket, plek: str) -> None:
    assert _vraag(coach, plek) == 303
    assert "Herinner Jo Coach" in coach.get(plek).text
    for wie in ("jobcoach", "werkgever"):
        _teken(webloket, wie)
    bezoeker, link = _bewijs(webloket, "client")
    pagina = bezoeker.get(link).text
    assert "U hoeft de machtiging niet te geven." in pagina
    zonder_keuze = bezoeker.post(link, {**bezoeker.verborgen, "akkoord": "ja"})
    assert zonder_keuze.status_code == 422
    pdf = bezoeker.post(f"{link}/document", bezoeker.verborgen)
    assert pdf.data.startswith(b"%PDF-")
    assert pdf.headers["Content-Disposition"].startswith("attachment;")
    _teken(webloket, "client", machtiging="nee")
    assert "Iedereen heeft getekend." in coach.get(plek).text
    bewijs = coach.get(f"{plek}/bewijs").text
    assert bewijs.count("Kenmerk (SHA-256):") == 3
    assert "niet gegeven" in bewijs
    assert "Kenmerk (SHA-256):" in coach.get(plek.replace("/ondertekenen", "/aanvraag/afdruk")).text
    assert "client@voorbeeld.example" in zaak.aanvraag(webloket.loket.coach).handtekeningen[2]["email"]


def test_hetzelfde_adres_voor_twee_mensen_wordt_geweigerd(coach: Bezoeker, plek: str) -> None:
    assert _vraag(coach, plek, **{"client.email": "werkgever@voorbeeld.example"}) == 422
    assert coach.pagina is not None
    assert "Dit adres is van een ander die tekent" in coach.pagina.text


def test_wat_er_mankeert_staat_er_in_een_keer(coach: Bezoeker, plek: str) -> None:
    """Een naam die ontbreekt verbergt niet dat twee anderen dezelfde mens zijn; ook een ü van twee tekens is een ü."""
    zelfde = {
        "werkgever.naam": "Jörg Meel",
        "client.naam": "JO\u0308RG  meel",
        "client.email": "WERKGEVER@voorbeeld.example",
    }
    assert _vraag(coach, plek, **zelfde, **{"jobcoach.naam": ""}) == 422
    assert coach.pagina is not None
    for zin in ("3 antwoorden kloppen nog niet", "deze naam staat er al", "dit adres is van een ander die tekent"):
        assert zin in coach.pagina.text, zin


def test_een_dag_van_morgen_staat_naast_een_naam_die_ontbreekt(coach: Bezoeker, plek: str) -> None:
    coach.get(plek)
    antwoord = coach.post(plek, {**coach.verborgen, "naam": "", "op": "2099-01-01"})
    assert antwoord.status_code == 422
    for zin in ("3 antwoorden kloppen nog niet", "dit veld is verplicht", "bestaat nog niet", "kies een bestand"):
        assert zin in antwoord.text, zin


def test_zonder_code_komt_niemand_verder(webloket: Webloket, coach: Bezoeker, plek: str) -> None:
    _vraag(coach, plek)
    link = _laatste(webloket, "jobcoach", r"(/tekenen/link/\S+)")
    vreemde = Bezoeker(webloket.app)
    pagina = vreemde.get(link).text
    assert "jobcoach@voorbeeld.example" not in pagina
    assert "Mila" not in pagina
    verborgen = vreemde.verborgen
    for route in ("", "/document"):
        antwoord = vreemde.post(f"{link}{route}", {**verborgen, "akkoord": "ja"})
        assert (antwoord.status_code, antwoord.location) == (303, link)
    fout = vreemde.post(f"{link}/controle", {**verborgen, "code": "000000"})
    assert fout.status_code == 422
    _bezoeker, eigen = _bewijs(webloket, "jobcoach")
    assert eigen == link
    assert vreemde.post(link, {**vreemde.verborgen, "akkoord": "ja"}).location == link


def test_zonder_verzoek_voor_wie_aan_de_beurt_is_kan_iemand_opnieuw_vragen(
    webloket: Webloket, coach: Bezoeker, plek: str
) -> None:
    _vraag(coach, plek)
    pagina = coach.get(plek).text
    assert f'action="{plek}/vraag"' not in pagina
    eerste = re.findall(r'action="([^"]+/intrekken)"', pagina)[0]
    assert coach.post(eerste, coach.verborgen).status_code == 303
    pagina = coach.get(plek).text
    assert "Aan de beurt is de jobcoach, en die heeft geen link." in pagina
    assert "een ander tekent eerst" in pagina
    assert 'value="werkgever@voorbeeld.example"' in pagina
    assert _vraag(coach, plek) == 303
    for wie in ("jobcoach", "werkgever"):
        _teken(webloket, wie)


def test_met_een_link_is_verder_niets_te_openen(webloket: Webloket, coach: Bezoeker, plek: str) -> None:
    _vraag(coach, plek)
    bezoeker, _link = _bewijs(webloket, "jobcoach")
    zaak = plek.removesuffix("/ondertekenen")
    for adres in ("/", "/zaken", zaak, plek, f"{zaak}/aanvraag/afdruk", f"{zaak}/documenten/nieuw"):
        antwoord = bezoeker.get(adres)
        assert antwoord.status_code == 302, adres
        assert antwoord.location.startswith("/aanmelden"), adres


def test_herinneren_en_intrekken(webloket: Webloket, coach: Bezoeker, plek: str) -> None:
    _vraag(coach, plek)
    oud = _laatste(webloket, "jobcoach", r"(/tekenen/link/\S+)")
    pagina = coach.get(plek).text
    herinner, intrekken = (re.findall(rf'action="([^"]+/{wat})"', pagina)[0] for wat in ("herinner", "intrekken"))
    assert coach.post(herinner, coach.verborgen).status_code == 303
    vreemde = Bezoeker(webloket.app)
    assert vreemde.get(oud).status_code == 404
    nieuw = _laatste(webloket, "jobcoach", r"(/tekenen/link/\S+)")
    assert vreemde.get(nieuw).status_code == 200
    coach.get(plek)
    assert coach.post(intrekken, coach.verborgen).status_code == 303
    assert vreemde.get(nieuw).status_code == 404


def test_de_coach_uit_de_aanvraag_staat_klaar_ook_als_een_collega_vraagt(webloket: Webloket) -> None:
    """Wie de aanvraag indient tekent haar niet: de link van de jobcoach gaat naar de jobcoach."""
    loket = webloket.loket
    aanvulling = {"jobcoach_naam": "Jo Coach", "jobcoach_email": "jo@voorbeeld.example"}
    zaak = loket.begin(loket.coach, "uwv-noord", {**HALFJAAR, "aanvulling": aanvulling}).tot_definitief(loket.coach)
    plek = f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/ondertekenen"
    pagina = webloket.als(loket.collega).get(plek).text
    assert re.findall(r'name="jobcoach\.(?:naam|email)"[^>]*value="([^"]*)"', pagina) == [
        "Jo Coach",
        "jo@voorbeeld.example",
    ]


def test_noemt_de_aanvraag_geen_coach_dan_staat_wie_haar_begon_klaar(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR).tot_definitief(loket.coach)
    rechten = (Recht.AANVRAAG_WIJZIGEN, Recht.AANVRAAG_DEFINITIEF, Recht.AANVRAAG_INDIENEN)
    ina = loket.wereld.medewerker(loket.organisatie_id, "Ina Indiener", *rechten)
    pagina = webloket.als(ina).get(f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/ondertekenen").text
    naam, email = re.findall(r'name="jobcoach\.(?:naam|email)"[^>]*value="([^"]*)"', pagina)
    assert (naam, email.partition("@")[1]) == ("Jo Coach", "@")


def test_ieder_leest_wie_hij_belt_en_dat_het_document_nu_te_bewaren_is(
    webloket: Webloket, coach: Bezoeker, plek: str
) -> None:
    """Een jobcoach belt niet zichzelf, en een werkgever heeft geen jobcoach."""
    assert _vraag(coach, plek) == 303
    for wie, bel in (("jobcoach", webloket.loket.coach.naam), ("werkgever", "de jobcoach"), ("client", "uw jobcoach")):
        assert _laatste(webloket, wie, r"Bel of mail dan (.+)\.") == bel
        bezoeker, link = _bewijs(webloket, wie)
        pagina = bezoeker.get(link).text
        assert f"en bel of mail {bel}." in pagina
        assert "na het tekenen werkt de link niet meer" in pagina
        _teken_verder(bezoeker, link, wie)
        assert _laatste(webloket, wie, r"Bel of mail dan meteen (.+)\.") == bel


def _teken_verder(bezoeker: Bezoeker, link: str, wie: str) -> None:
    keuze = {"machtiging": "nee"} if wie == "client" else {}
    assert bezoeker.post(link, {**bezoeker.verborgen, "akkoord": "ja", **keuze}).status_code == 303
