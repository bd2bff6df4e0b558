"""Een organisatie meldt zich aan: eerst de e-mail lezen, en een bekend KvK-nummer gaat naar wie het al beheert."""

import re
from pathlib import Path

import pytest
from flask import Flask
from tests.hulp.bezoeker import WACHTWOORD, Bezoeker, brieven, geef_wachtwoord, open_loket
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van
from tests.hulp.regelboek import STAD

NIEUW = {"organisatie": "Jobcoach Zuid", "kvk": "12 34 56 78", "naam": "Zoë Zuid", "email": "Zoe@zuid.example"}


@pytest.fixture
def wereld(sqlite_gemigreerd: str) -> Wereld:
    return Wereld(motor_van(sqlite_gemigreerd))


@pytest.fixture
def app(sqlite_gemigreerd: str, tmp_path: Path) -> Flask:
    return open_loket(sqlite_gemigreerd, tmp_path)


def _code(app: Flask, email: str) -> str:
    tekst = next(een.tekst for een in brieven(app) if een.aan == email and "code=" in een.tekst)
    gevonden = re.search(r"\?code=([\w-]+)", tekst)
    assert gevonden is not None
    return gevonden[1]


def _vraag(app: Flask, **anders: str) -> Bezoeker:
    bezoeker = Bezoeker(app)
    bezoeker.get("/registreren")
    antwoord = bezoeker.post("/registreren", {**NIEUW, **anders})
    assert (antwoord.status_code, antwoord.location) == (303, "/registreren/bevestigen")
    return bezoeker


def _bevestig(bezoeker: Bezoeker, code: str) -> str | None:
    bezoeker.get(f"/registreren/bevestigen?code={code}")
    return bezoeker.post("/registreren/bevestigen", {"code": code}).location


def _eerste(app: Flask) -> tuple[str, Bezoeker]:
    """De code uit de e-mail, en de eerste medewerker zoals hij met zijn nieuwe wachtwoord binnenkomt."""
    bezoeker = _vraag(app)
    code = _code(app, "zoe@zuid.example")
    link = _bevestig(bezoeker, code)
    assert link is not None
    assert link.startswith("http://localhost/aanmelden/link/")
    pad = link.removeprefix("http://localhost")
    bezoeker.get(pad)
    bezoeker.post(pad, {"wachtwoord": WACHTWOORD, "herhaling": WACHTWOORD})
    assert bezoeker.meld_aan("zoe@zuid.example").status_code == 303
    return code, bezoeker


def test_van_aanmelden_tot_de_eerste_medewerker_die_alles_mag(app: Flask) -> None:
    code, bezoeker = _eerste(app)
    assert bezoeker.get("/medewerkers").status_code == 200
    assert "Jobcoach Zuid" in Bezoeker(app).get("/register").text
    assert _bevestig(Bezoeker(app), code) is None


def test_wie_twee_keer_op_de_knop_drukte_is_geen_ander_die_erbij_wil(app: Flask) -> None:
    """Twee e-mails, twee codes: de tweede brengt wie er al werkt gewoon verder, zonder bericht aan zichzelf."""
    for verwacht in ("http://localhost/aanmelden/link/", "http://localhost/aanmelden/link/"):
        link = _bevestig(_vraag(app), _code(app, "zoe@zuid.example"))
        assert link is not None
        assert link.startswith(verwacht)
    assert not [een for een in brieven(app) if "wil bij uw organisatie" in een.onderwerp]


def test_een_lege_start_van_een_nieuwe_organisatie_zegt_wat_er_in_te_richten_is(app: Flask) -> None:
    _code_van_zoe, zoe = _eerste(app)
    start = zoe.get("/").text
    for pad in ("/medewerkers", "/register/onze-organisatie", "/organisatie"):
        assert f'<a class="utrecht-link" href="{pad}">' in start
        assert zoe.get(pad).status_code == 200


def test_een_bekend_kvk_nummer_gaat_naar_de_beheerder(app: Flask, wereld: Wereld) -> None:
    _bevestig(_vraag(app), _code(app, "zoe@zuid.example"))
    tweede = _vraag(app, naam="Bob Bekend", email="bob@zuid.example", organisatie="Zuid anders")
    assert _bevestig(tweede, _code(app, "bob@zuid.example")) == "/aanmelden"
    [brief] = [een for een in brieven(app) if "wil bij uw organisatie" in een.onderwerp]
    assert (brief.aan, "bob@zuid.example" in brief.tekst) == ("zoe@zuid.example", True)
    assert "Jobcoach Zuid" not in tweede.get("/aanmelden").text
    assert len(Bezoeker(app).get("/register").text.split("Zuid anders")) == 1


def test_de_beheerder_ziet_wie_erbij_wil_en_nodigt_uit_met_wat_bevestigd_is(app: Flask, wereld: Wereld) -> None:
    _code_van_zoe, zoe = _eerste(app)
    tweede = _vraag(app, naam="Bob Bekend", email="bob@zuid.example", organisatie="Zuid anders")
    assert "Bob Bekend" not in zoe.get("/medewerkers").text  # wie zijn e-mail niet bevestigde telt niet
    _bevestig(tweede, _code(app, "bob@zuid.example"))
    assert "Iemand wil bij uw organisatie werken (1)" in zoe.get("/").text
    berichten = zoe.get("/berichten").text
    assert all(een in berichten for een in ("1 bericht is nog niet gelezen", "Iemand wil bij uw", "Bob Bekend"))
    [openen] = re.findall(r'action="(/berichten/[0-9a-f-]{36}/openen)"', berichten)
    lijst = zoe.get("/medewerkers").text
    [link] = re.findall(r'href="(/medewerkers/nieuw\?verzoek=[\w-]+)"', lijst)
    [brief] = [een for een in brieven(app) if "wil bij uw organisatie" in een.onderwerp]
    assert link in brief.tekst
    assert all(f'value="{een}"' in zoe.get(link).text for een in ("Bob Bekend", "bob@zuid.example"))
    vreemd = Bezoeker(app).als(wereld.medewerker(wereld.organisatie("Ander"), "Abe Ander"))
    assert vreemd.get(link).status_code == 404
    vreemd.get("/berichten")
    assert vreemd.post(openen).status_code == 404
    zoe.get("/berichten")
    assert zoe.post(openen).location == link
    assert "U hebt alles gelezen" in zoe.get("/berichten").text
    assert "bob@zuid.example" not in vreemd.get("/medewerkers").text


def test_alle_fouten_tegelijk(app: Flask) -> None:
    bezoeker = Bezoeker(app)
    bezoeker.get("/registreren")
    antwoord = bezoeker.post("/registreren", {**NIEUW, "naam": "", "kvk": "123", "email": "geen adres"})
    assert antwoord.status_code == 422
    assert all(f'href="#veld-{veld}"' in antwoord.text for veld in ("naam", "kvk", "email"))


def test_wie_te_vaak_vraagt_wacht(app: Flask) -> None:
    for _keer in range(3):
        _vraag(app)
    bezoeker = Bezoeker(app)
    bezoeker.get("/registreren")
    assert bezoeker.post("/registreren", NIEUW).status_code == 429


def test_een_financier_nodigt_uit_wie_er_nog_niet_is(app: Flask, wereld: Wereld) -> None:
    fien = wereld.financier(STAD, "Fien Beheer")
    geef_wachtwoord(app, fien.account_id)
    beheer = Bezoeker(app).als(fien)
    beheer.get("/erkenningen/uitnodigen")
    assert beheer.post("/erkenningen/uitnodigen", NIEUW).location == "/erkenningen"
    _bevestig(Bezoeker(app), _code(app, "zoe@zuid.example"))
    beheer.get("/erkenningen/uitnodigen")
    antwoord = beheer.post("/erkenningen/uitnodigen", NIEUW)
    assert antwoord.status_code == 422
    assert "staat al in het register" in antwoord.text
