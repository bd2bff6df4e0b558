"""Uitgenodigd worden terwijl iemand al ergens werkt, en een ander adres bevestigen: wat er op het scherm staat."""

from pathlib import Path

import pytest
from flask import Flask
from tests.hulp.bezoeker import WACHTWOORD, Bezoeker, brieven, geef_wachtwoord, link_in, open_loket
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van

from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Recht, Rol

CHEF = {"naam": "Zo typte de stad het", "rollen": ["beslisser"]}


@pytest.fixture
def wereld(sqlite_gemigreerd: str) -> Wereld:
    return Wereld(motor_van(sqlite_gemigreerd))


@pytest.fixture
def app(sqlite_gemigreerd: str, tmp_path: Path) -> Flask:
    return open_loket(sqlite_gemigreerd, tmp_path)


@pytest.fixture
def anna(wereld: Wereld) -> Vrager:
    return wereld.medewerker(wereld.organisatie("Jobcoach Noord"), "Anna de Wit", Recht.UREN_SCHRIJVEN)


@pytest.fixture
def email(app: Flask, anna: Vrager) -> str:
    return geef_wachtwoord(app, anna.account_id)


@pytest.fixture
def stad(app: Flask, wereld: Wereld, email: str) -> Bezoeker:
    """De beheerder van de stad, die Anna net heeft uitgenodigd."""
    beheer = wereld.financier("verzonnendam", "Fien Beheer", Rol.FUNCTIONEEL_BEHEERDER)
    geef_wachtwoord(app, beheer.account_id)
    stad = Bezoeker(app).als(beheer)
    stad.get("/medewerkers/nieuw")
    antwoord = stad.post("/medewerkers/nieuw", {**CHEF, "email": email})
    assert antwoord.status_code == 303
    return stad


def test_wie_uitnodigt_ziet_wat_hij_zelf_typte(stad: Bezoeker) -> None:
    lijst = stad.get("/medewerkers").text
    assert "Zo typte de stad het" in lijst
    assert "uitgenodigd" in lijst
    assert "Anna de Wit" not in lijst


@pytest.mark.parametrize(("antwoord", "daarna"), [("aannemen", "actief"), ("afslaan", "niet aangenomen")])
def test_na_het_aanmelden_kiest_de_persoon_zelf(
    app: Flask, stad: Bezoeker, email: str, antwoord: str, daarna: str
) -> None:
    anna = Bezoeker(app)
    assert anna.meld_aan(email, verder="/zaken").location == "/namens?verder=/zaken"
    pagina = anna.get("/namens")
    assert "Wie nodigt u uit?" in pagina.text
    lid = pagina.text.partition('action="/namens/uitnodiging"')[2].partition('name="lidmaatschap" value="')[2][:36]
    assert anna.post("/namens", {"lidmaatschap": lid}).status_code == 404  # kiezen kan pas na aannemen
    anna.get("/namens")
    assert anna.post("/namens/uitnodiging", {"lidmaatschap": lid, "antwoord": antwoord}).location == "/namens"
    anna.get("/namens")
    mag = anna.post("/namens", {"lidmaatschap": lid}).status_code
    assert mag == (303 if antwoord == "aannemen" else 404)
    anna.get("/namens")
    assert anna.post("/namens/uitnodiging", {"lidmaatschap": lid, "antwoord": "aannemen"}).status_code == 404
    assert daarna in stad.get("/medewerkers?niet_actief=ja").text


def test_een_ander_beantwoordt_haar_niet(app: Flask, wereld: Wereld, stad: Bezoeker, email: str) -> None:
    anna = Bezoeker(app)
    anna.meld_aan(email)
    pagina = anna.get("/namens").text
    lid = pagina.partition('action="/namens/uitnodiging"')[2].partition('name="lidmaatschap" value="')[2][:36]
    ander = Bezoeker(app).als(wereld.medewerker(wereld.organisatie("Zuid"), "Bea Ander"))
    assert ander.post("/namens/uitnodiging", {"lidmaatschap": lid, "antwoord": "aannemen"}).status_code == 404


def test_een_ander_adres_bevestigen(app: Flask, wereld: Wereld, anna: Vrager, email: str) -> None:
    assert anna.organisatie_id is not None
    beheer = wereld.medewerker(anna.organisatie_id, "Bo Beheer")
    geef_wachtwoord(app, beheer.account_id)
    kantoor = Bezoeker(app).als(beheer)
    adres = f"/medewerkers/{anna.lidmaatschap_id}"
    kantoor.get(adres)
    velden = {"naam": "Anna de Wit", "email": "anna@nieuw.example", "aanvragen": "geen", "archief": "geen"}
    velden["mobiel"] = "31612345678"
    assert kantoor.post(adres, {**velden, "actief": "ja", **kantoor.verborgen}).status_code == 303
    assert "anna@nieuw.example geldt zodra" in kantoor.get(adres).text
    assert email in kantoor.get("/medewerkers").text
    link = link_in(next(brief for brief in brieven(app) if brief.aan == "anna@nieuw.example"))
    bezoeker = Bezoeker(app)
    assert "Bevestig uw e-mailadres" in bezoeker.get(link).text
    assert bezoeker.post(link, {"huidig_wachtwoord": ""}).status_code == 422
    mis = bezoeker.post(link, {"huidig_wachtwoord": "mis"})
    assert (mis.status_code, "niet uw wachtwoord van nu" in mis.text) == (422, True)
    assert bezoeker.post(link, {"huidig_wachtwoord": WACHTWOORD}).location == "/aanmelden"
    assert bezoeker.get(link).status_code == 404
    assert Bezoeker(app).meld_aan(email).status_code == 422
    assert Bezoeker(app).meld_aan("anna@nieuw.example").status_code == 303
