"""Wat om elke pagina heen zit: koppen, taal, foutpagina's en de gebouwde opmaak."""

import gzip
import json
import logging
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from tests.web.conftest import maak_proef

from dakpan.web.statisch import GEBOUWD, GeenOpmaak, lees_lijst
from dakpan.web.taal import eigen_adres


def _csrf(bezoeker: FlaskClient) -> str:
    return bezoeker.get("/").get_data(as_text=True).split('name="csrf_token" value="')[1].split('"')[0]


def test_koppen_op_elke_pagina(bezoeker: FlaskClient) -> None:
    koppen = bezoeker.get("/").headers
    assert koppen["Content-Security-Policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    assert koppen["X-Content-Type-Options"] == "nosniff"
    assert koppen["Cache-Control"] == "no-store"
    assert "Strict-Transport-Security" not in koppen


def test_met_https_zijn_koekjes_veilig() -> None:
    app = maak_proef(https=True)
    assert app.config["SESSION_COOKIE_NAME"] == "__Host-dakpan"
    antwoord = app.test_client().get("/", base_url="https://localhost")
    assert "max-age" in antwoord.headers["Strict-Transport-Security"]
    assert {"Secure", "HttpOnly", "SameSite=Lax"} <= set(antwoord.headers["Set-Cookie"].split("; "))


def test_de_schil_zegt_wie_u_bent_en_namens_wie(bezoeker: FlaskClient) -> None:
    pagina = bezoeker.get("/").get_data(as_text=True)
    assert "Sanne de Wit" in pagina
    assert "namens Jobcoachbureau De Stap" in pagina
    assert "Stichting Opstap" in pagina
    assert "Verzonnen gegevens voor de demonstratie" in pagina
    assert 'data-stil-na="1800"' in pagina


def test_wie_engels_kiest_leest_engels_en_de_regels_blijven_nederlands(bezoeker: FlaskClient) -> None:
    gekozen = bezoeker.post("/taal", data={"taal": "en", "terug": "/bevestig", "csrf_token": _csrf(bezoeker)})
    assert (gekozen.status_code, gekozen.location) == (303, "/bevestig")
    pagina = bezoeker.get("/").get_data(as_text=True)
    assert '<html lang="en"' in pagina
    assert "on behalf of Jobcoachbureau De Stap" in pagina
    assert "to be weighed" in pagina.casefold()
    assert '<p lang="nl">De aanvraag is op tijd ontvangen.</p>' in pagina


def test_na_engels_leest_een_ander_weer_nederlands(app: Flask, bezoeker: FlaskClient) -> None:
    bezoeker.set_cookie("taal", "en")
    assert "To be weighed" in bezoeker.get("/").get_data(as_text=True)
    assert "Af te wegen" in app.test_client().get("/").get_data(as_text=True)


@pytest.mark.parametrize("adres", ["https://elders.example/", "//elders.example", "/\\elders", "", "zaken", "/a\nb"])
def test_terug_gaat_nooit_naar_elders(adres: str) -> None:
    assert eigen_adres(adres) == "/"


def test_een_onbekende_taal_verandert_niets(bezoeker: FlaskClient) -> None:
    antwoord = bezoeker.post("/taal", data={"taal": "fr", "terug": "/", "csrf_token": _csrf(bezoeker)})
    assert "taal=" not in antwoord.headers.get("Set-Cookie", "")


def test_zonder_csrf_gebeurt_er_niets(bezoeker: FlaskClient) -> None:
    antwoord = bezoeker.post("/verzend", data={"tarief": "1"})
    assert antwoord.status_code == 400
    assert "te oud om te verzenden" in antwoord.get_data(as_text=True)


@pytest.mark.parametrize(("adres", "code"), [("/weg", 404), ("/verzend", 405)])
def test_een_foutpagina_zegt_wat_te_doen(bezoeker: FlaskClient, adres: str, code: int) -> None:
    antwoord = bezoeker.get(adres)
    assert antwoord.status_code == code
    assert "Naar het begin" in antwoord.get_data(as_text=True)
    assert antwoord.headers["Content-Security-Policy"]


def test_een_storing_vertelt_niets_van_binnen(
    app: Flask, bezoeker: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    app.config["PROPAGATE_EXCEPTIONS"] = False
    with caplog.at_level(logging.ERROR):
        antwoord = bezoeker.get("/storing")
    assert antwoord.status_code == 500
    assert "met opzet" not in antwoord.get_data(as_text=True)
    assert "met opzet" in caplog.text


def test_te_veel_of_te_groot_wordt_geweigerd(app: Flask, bezoeker: FlaskClient) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    assert bezoeker.post("/verzend", data={"motivering": "x" * 2_100_000}).status_code == 413
    assert bezoeker.post("/verzend", data={"motivering": "x" * 17_000_000}).status_code == 413


def test_een_formulier_dat_klopt_gaat_verder(app: Flask, bezoeker: FlaskClient) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    goed = {"dienstverband.soort": "bepaald", "dienstverband.begin": "1-3-2023", "dienstverband.uren_per_week": "24"}
    antwoord = bezoeker.post("/verzend", data=goed, follow_redirects=True)
    assert "Opgeslagen." in antwoord.get_data(as_text=True)
    assert "Opgeslagen." not in bezoeker.get("/").get_data(as_text=True)


def test_opmaak_is_klein_ingepakt_en_voorgoed_te_bewaren(bezoeker: FlaskClient) -> None:
    pagina = bezoeker.get("/")
    verstuurd = len(gzip.compress(pagina.data))
    for naam in lees_lijst().values():
        antwoord = bezoeker.get(f"/gezicht/{naam}", headers={"Accept-Encoding": "gzip"})
        assert antwoord.status_code == 200
        assert antwoord.headers["Content-Encoding"] == "gzip"
        assert "immutable" in antwoord.headers["Cache-Control"]
        verstuurd += len(antwoord.data)
        antwoord.close()
    assert verstuurd < 80_000


def test_zonder_opmaak_zegt_de_start_wat_te_doen_is(tmp_path: Path) -> None:
    with pytest.raises(GeenOpmaak, match="make setup-kern"):
        lees_lijst(tmp_path)
    (tmp_path / "manifest.json").write_text(json.dumps({"dakpan.css": "weg.css"}), encoding="utf-8")
    with pytest.raises(GeenOpmaak, match=r"weg\.css ontbreekt"):
        lees_lijst(tmp_path)


def test_het_script_blijft_klein() -> None:
    assert (GEBOUWD / lees_lijst()["dakpan.js"]).stat().st_size < 8_000
