"""Een eerste, een vergeten en een ander wachtwoord, langs de pagina's."""

import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from tests.hulp.bezoeker import WACHTWOORD, Bezoeker, Klok, brieven, geef_wachtwoord, link_in, open_loket
from tests.hulp.bouw import Wereld

from dakpan.opslag.vrager import Vrager
from dakpan.partijen.post import pauze_na
from dakpan.web.aanmelden.bezorgen import begin_postronde, lever_af

NIEUW = "een heel nieuw wachtwoord"
DUBBEL = {"wachtwoord": NIEUW, "herhaling": NIEUW}


def _vraag_link(app: Flask, email: str) -> str:
    bezoeker = Bezoeker(app)
    bezoeker.get("/aanmelden/vergeten")
    bezoeker.post("/aanmelden/vergeten", {"email": email})
    return link_in(brieven(app)[0])


def test_vergeten_antwoordt_hetzelfde_voor_wie_er_is_en_wie_niet(app: Flask, email: str) -> None:
    antwoorden = set()
    for wie in (email, "niemand@voorbeeld.example"):
        bezoeker = Bezoeker(app)
        bezoeker.get("/aanmelden/vergeten")
        antwoord = bezoeker.post("/aanmelden/vergeten", {"email": wie})
        volgende = bezoeker.get(antwoord.location).text.replace(bezoeker.token, "")
        antwoorden.add((antwoord.status_code, antwoord.location, volgende))
    assert len(antwoorden) == 1
    assert "Als dit adres bij ons bekend is" in antwoorden.pop()[2]
    assert [een.aan for een in brieven(app)] == [email]


def test_met_de_link_een_nieuw_wachtwoord_en_daarna_nooit_meer(app: Flask, bezoeker: Bezoeker, email: str) -> None:
    link = _vraag_link(app, email)
    assert "Voor Anna de Wit." in bezoeker.get(link).text
    assert bezoeker.post(link, DUBBEL).location == "/aanmelden"
    assert bezoeker.meld_aan(email).status_code == 422
    assert bezoeker.meld_aan(email, NIEUW).status_code == 303
    for antwoord in (bezoeker.get(link), bezoeker.client.post(link, data={**DUBBEL, "csrf_token": _geheim(bezoeker)})):
        assert antwoord.status_code == 404
        assert "Deze link werkt niet meer" in antwoord.text


def _geheim(bezoeker: Bezoeker) -> str:
    """Het CSRF-geheim van een gewone pagina."""
    bezoeker.get("/namens")
    return bezoeker.token


def test_post_gaat_in_de_taal_van_wie_haar_leest(app: Flask, bezoeker: Bezoeker, email: str) -> None:
    _vraag_link(app, email)
    assert brieven(app)[0].onderwerp == "Kies een nieuw wachtwoord"
    bezoeker.meld_aan(email)
    bezoeker.get("/namens")
    assert bezoeker.post("/taal", {"taal": "en"}).status_code == 303

    _vraag_link(app, email)  # een bezoeker die zelf Nederlands leest
    assert brieven(app)[0].onderwerp == "Choose a new password"
    assert "Dear Anna de Wit" in brieven(app)[0].tekst or "Hello Anna de Wit" in brieven(app)[0].tekst


def test_wie_engels_leest_nodigt_in_het_nederlands_uit(app: Flask, bezoeker: Bezoeker, wereld: Wereld) -> None:
    bea = wereld.medewerker(wereld.organisatie("Zuid"), "Bea Beheer")
    bezoeker.meld_aan(geef_wachtwoord(app, bea.account_id))
    bezoeker.get("/namens")
    bezoeker.post("/taal", {"taal": "en"})
    bezoeker.get("/medewerkers/nieuw")
    velden = {
        "naam": "Cas Coach",
        "email": "cas@noord.example",
        "aanvragen": "geen",
        "archief": "geen",
        "mobiel": "31612345678",
    }
    assert bezoeker.post("/medewerkers/nieuw", velden).status_code == 303
    assert brieven(app)[0].onderwerp.startswith("U bent uitgenodigd om te werken namens")


def test_een_verlopen_link_zegt_hoe_het_verder_gaat(app: Flask, klok: Klok, bezoeker: Bezoeker, email: str) -> None:
    link = _vraag_link(app, email)
    bezoeker.get(link)
    klok.verder(hours=1)
    antwoord = bezoeker.post(link, DUBBEL)
    assert antwoord.status_code == 404
    assert 'href="/aanmelden/vergeten"' in antwoord.text


@pytest.mark.parametrize(
    ("velden", "melding"),
    [
        ({"wachtwoord": "kort", "herhaling": "kort"}, "Dit zijn 4 tekens; gebruik er ten minste 12"),
        ({"wachtwoord": NIEUW, "herhaling": f"{NIEUW}r"}, "Dit is niet hetzelfde als hierboven"),
        ({"wachtwoord": NIEUW}, "Dit veld is verplicht"),
        ({"wachtwoord": "x" * 201, "herhaling": "x" * 201}, "ten hoogste 200"),
    ],
)
def test_een_fout_staat_bij_het_veld_en_het_wachtwoord_komt_nooit_terug(
    app: Flask, bezoeker: Bezoeker, email: str, velden: dict[str, str], melding: str
) -> None:
    link = _vraag_link(app, email)
    bezoeker.get(link)
    antwoord = bezoeker.post(link, velden)
    assert antwoord.status_code == 422
    assert melding in antwoord.text
    assert f'value="{velden["wachtwoord"]}"' not in antwoord.text


def test_een_zwak_wachtwoord_en_een_tikfout_staan_er_in_een_keer(app: Flask, bezoeker: Bezoeker, email: str) -> None:
    link = _vraag_link(app, email)
    bezoeker.get(link)
    antwoord = bezoeker.post(link, {"wachtwoord": "kort", "herhaling": "anders"})
    assert antwoord.status_code == 422
    assert "Dit zijn 4 tekens; gebruik er ten minste 12" in antwoord.text
    assert "Dit is niet hetzelfde als hierboven" in antwoord.text


def test_het_eigen_wachtwoord_wijzigen_meldt_elders_af(app: Flask, anna: Vrager, email: str) -> None:
    hier, elders = Bezoeker(app).als(anna), Bezoeker(app).als(anna)
    hier.get("/wachtwoord")
    antwoord = hier.post("/wachtwoord", {"huidig_wachtwoord": WACHTWOORD, **DUBBEL})
    assert (antwoord.status_code, antwoord.location) == (303, "/wachtwoord")
    assert "Op andere apparaten bent u afgemeld" in hier.get("/wachtwoord").text
    assert hier.get("/proef").status_code == 200
    assert elders.get("/proef").status_code == 302
    assert Bezoeker(app).meld_aan(email, NIEUW).status_code == 303


def test_wijzigen_vraagt_het_oude_en_houdt_op_na_vijf_keer(app: Flask, anna: Vrager, email: str) -> None:
    bezoeker = Bezoeker(app).als(anna)
    codes = []
    for _ in range(6):
        bezoeker.get("/wachtwoord")
        codes.append(bezoeker.post("/wachtwoord", {"huidig_wachtwoord": "mis", **DUBBEL}).status_code)
    assert codes == [422] * 5 + [429]
    assert Bezoeker(app).meld_aan(email).status_code == 303


def test_wijzigen_zonder_sessie_bewaart_geen_wachtwoord(bezoeker: Bezoeker) -> None:
    antwoord = bezoeker.post("/wachtwoord", {"huidig_wachtwoord": "oud geheim", **DUBBEL})
    assert antwoord.status_code == 401
    assert NIEUW not in antwoord.text


def test_de_post_is_alleen_in_de_demonstratie_te_lezen(
    app: Flask, sqlite_gemigreerd: str, tmp_path: Path, wereld: Wereld, anna: Vrager
) -> None:
    assert Bezoeker(app).get("/post").status_code == 404
    demo = open_loket(sqlite_gemigreerd, tmp_path, demo=True)
    bezoeker = Bezoeker(demo)
    assert "Er is nog geen post" in bezoeker.get("/post").text
    link = _vraag_link(demo, geef_wachtwoord(demo, anna.account_id))
    pagina = bezoeker.get("/post").text
    assert f'href="http://localhost{link}"' in pagina
    assert 'href="/post"' in bezoeker.get("/aanmelden").text
    assert bezoeker.get(link).status_code == 200


def test_de_post_gaat_weg_na_het_antwoord_en_een_storing_breekt_niets(
    app: Flask, klok: Klok, sqlite_gemigreerd: str, tmp_path: Path, email: str
) -> None:
    kapot = open_loket(sqlite_gemigreerd, tmp_path, smtp="smtp://127.0.0.1:1")
    bezoeker = Bezoeker(kapot)
    bezoeker.get("/aanmelden/vergeten")
    antwoord = bezoeker.post("/aanmelden/vergeten", {"email": email}, buffered=True)
    assert antwoord.status_code == 303
    (brief,) = brieven(kapot)
    assert (brief.verzonden_op, brief.pogingen) == (None, 1)
    assert lever_af(app) == 0  # meteen daarna nog niet
    klok.moment += pauze_na(1)
    stop = begin_postronde(app, elke=timedelta(milliseconds=10))  # geen nieuwe post, en toch gaat hij weg
    for _ in range(500):
        if brieven(app)[0].verzonden_op is not None:
            break
        time.sleep(0.01)
    stop()
    for draad in [een for een in threading.enumerate() if een.name == "post"]:
        draad.join()
    assert [een.name for een in (tmp_path / "post").iterdir()] == [f"{brief.id}.eml"]
