"""Ziet de suite het als geen test een route bezoekt, of een pagina niet met axe nakijkt?"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask, redirect, request_finished
from flask.testing import FlaskClient
from tests.hulp.losse_pytest import LossePytest
from tests.hulp.ronde import Ronde
from tests.hulp.routes import AXE, Routes, tekorten
from werkzeug.wrappers import Response

NAAM = "kleine-site"
NOTEER = """
def test_noteer(routes):
    routes.noteer("bestaat", "GET", "zaken.lijst")
    routes.noteer("bestaat", "POST", "zaken.nieuw")
    routes.noteer("bezocht", "GET", "zaken.lijst")
"""


@pytest.fixture(name="schrift")
def _schrift(tmp_path: Path) -> Routes:
    return Routes(Ronde(tmp_path), NAAM)


@pytest.fixture(name="bezoek")
def _bezoek(schrift: Routes) -> Iterator[FlaskClient]:
    app = Flask(NAAM)
    app.add_url_rule("/lijst", "lijst", lambda: "<p>lijst</p>")
    app.add_url_rule("/bewaar", "bewaar", lambda: redirect("/lijst"), methods=["POST"])
    app.add_url_rule("/besloten", "besloten", lambda: redirect("/aanmelden?verder=/besloten"))
    app.add_url_rule("/uit", "uit", lambda: redirect("/aanmelden?afgemeld=1"), methods=["POST"])
    app.add_url_rule("/toon", "toon", lambda: "<p>antwoord</p>", methods=["POST"])
    app.add_url_rule("/weg", "weg", lambda: Response("weg", status=404))
    app.add_url_rule("/proef", "proef.extra", lambda: "proef")
    with request_finished.connected_to(schrift.na_verzoek):
        yield app.test_client()


def test_zonder_bezoek_telt_niets_mee(schrift: Routes) -> None:
    assert tekorten(schrift.ronde.plek) == []
    assert tekorten(schrift.ronde.plek, moet_er_zijn=True) == ["geen enkele test opent de webkant"]


def test_een_fout_of_een_verwijzing_naar_aanmelden_is_geen_bezoek(bezoek: FlaskClient, schrift: Routes) -> None:
    for pad in ("/lijst", "/besloten", "/weg", "/onbekend"):
        bezoek.get(pad)
    for pad in ("/bewaar", "/uit", "/toon"):
        bezoek.post(pad)
    assert tekorten(schrift.ronde.plek) == [
        "geen test bezoekt GET besloten",
        "geen test bezoekt GET static",
        "geen test bezoekt GET weg",
        "geen test kijkt GET lijst na met axe",
        "geen test kijkt POST toon na met axe",
    ]


def test_wie_zich_afmeldt_bezocht_die_route_wel(bezoek: FlaskClient, schrift: Routes) -> None:
    bezoek.post("/uit")
    assert "geen test bezoekt POST uit" not in tekorten(schrift.ronde.plek)


def test_een_route_van_een_test_zelf_telt_niet_mee(bezoek: FlaskClient, schrift: Routes) -> None:
    bezoek.get("/proef")
    assert not [tekort for tekort in tekorten(schrift.ronde.plek) if "proef" in tekort]


def test_een_andere_methode_is_een_andere_route(bezoek: FlaskClient, schrift: Routes) -> None:
    bezoek.get("/lijst")
    schrift.noteer(AXE, "GET", "lijst")
    assert "geen test bezoekt POST bewaar" in tekorten(schrift.ronde.plek)
    assert "geen test kijkt GET lijst na met axe" not in tekorten(schrift.ronde.plek)


def test_een_app_van_iemand_anders_telt_niet_mee(bezoek: FlaskClient, tmp_path: Path) -> None:
    dakpan = Routes(Ronde(tmp_path))
    with request_finished.connected_to(dakpan.na_verzoek):
        Flask("anders").test_client().get("/")
    assert tekorten(tmp_path) == []


@pytest.mark.parametrize("keuzes", [(), ("-n", "2")])
def test_een_hele_ronde_mislukt_door_een_onbezochte_route(tmp_path: Path, keuzes: tuple[str, ...]) -> None:
    klaar = LossePytest(tmp_path).draai(NOTEER, *keuzes)
    assert klaar.returncode == 1
    assert "geen test bezoekt POST zaken.nieuw" in klaar.stdout
    assert "zaken.lijst" not in klaar.stdout


@pytest.mark.parametrize("keuzes", [("test_los.py",), ("-k", "noteer")])
def test_wie_een_deel_draait_hoeft_niet_elke_route_te_bezoeken(tmp_path: Path, keuzes: tuple[str, ...]) -> None:
    assert LossePytest(tmp_path).draai(NOTEER, *keuzes).returncode == 0
