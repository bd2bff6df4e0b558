"""De straat met een loket, en een programma dat met een sleutel van de coach komt."""

from pathlib import Path

import pytest
from flask import Flask
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van
from tests.uren.pagina import open_straat
from tests.uren.straat import Straat
from tests.uren.webdienst.programma import Programma, sleutel_van


@pytest.fixture(name="straat")
def _straat(sqlite_gemigreerd: str) -> Straat:
    return Straat.maak(Wereld(motor_van(sqlite_gemigreerd)))


@pytest.fixture(name="app")
def _app(straat: Straat, tmp_path: Path) -> Flask:
    return open_straat(straat, tmp_path)


@pytest.fixture(name="programma")
def _programma(app: Flask, straat: Straat) -> Programma:
    return Programma(app, sleutel_van(straat, straat.coach))
