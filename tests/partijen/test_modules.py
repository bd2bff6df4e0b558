"""Elk recht opent zijn eigen ingang in het menu, en de andere blijven dicht; wie alles mag ziet ze allemaal."""

import re
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from tests.hulp.bezoeker import Bezoeker, open_loket
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van

from dakpan.partijen.rechten import VAN_ORGANISATIE, Recht

VOOR_IEDEREEN = {"Wat moet ik nu doen", "Zaken", "Berichten", "Vergelijken"}
MODULES = {
    Recht.UREN_SCHRIJVEN: {"Uren": "/uren/nieuw", "Rapportages": "/rapportages"},
    Recht.UREN_ACCORDEREN: {"Accorderen": "/accorderen"},
    Recht.DECLAREREN: {"Declaraties": "/declaraties", "Alle uren": "/uren/totalen"},
    Recht.PERIODES_BEHEREN: {"Jobcoachperioden": "/perioden"},
    Recht.MEDEWERKERS_BEHEREN: {"Medewerkers": "/medewerkers"},
    Recht.AANVRAAG_INDIENEN: {},
}


@pytest.fixture
def wereld(sqlite_gemigreerd: str) -> Wereld:
    return Wereld(motor_van(sqlite_gemigreerd))


@pytest.fixture
def app(sqlite_gemigreerd: str, tmp_path: Path) -> Flask:
    return open_loket(sqlite_gemigreerd, tmp_path)


def _menu(bezoeker: Bezoeker) -> set[str]:
    menu = bezoeker.get("/").text.partition('class="dp-navigatie"')[2].partition("</nav>")[0]
    return {unescape(een).strip() for een in re.findall(r"<a [^>]*>\s*([^<]+)", menu)}


def test_elk_recht_opent_zijn_eigen_module_en_geen_andere(app: Flask, wereld: Wereld) -> None:
    organisatie = wereld.organisatie()
    for recht, ingangen in MODULES.items():
        wie = Bezoeker(app).als(wereld.medewerker(organisatie, f"Alleen {recht.value}", recht))
        assert _menu(wie) == VOOR_IEDEREEN | set(ingangen)
        for van, pad in ((van, pad) for van, adressen in MODULES.items() for pad in adressen.values()):
            assert wie.get(pad).status_code == (200 if van is recht else 403), (recht, pad)


def test_wie_alles_mag_ziet_elke_module(app: Flask, wereld: Wereld) -> None:
    wie = Bezoeker(app).als(wereld.medewerker(wereld.organisatie(), "Anna de Wit", *VAN_ORGANISATIE))
    assert _menu(wie) == VOOR_IEDEREEN.union(*MODULES.values())
