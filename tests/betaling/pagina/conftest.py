"""Een loket met pagina's op één database, en wie er werkt."""

from datetime import date
from pathlib import Path

import pytest
from flask import Flask
from tests.betaling.dienst.loket import MAART, Loket
from tests.hulp.bezoeker import Bezoeker, Klok, open_loket
from tests.hulp.bouw import Bouwzaak, moment
from tests.hulp.motoren import motor_van

from dakpan.begrippen.bedrag import Bedrag


@pytest.fixture
def dorp(sqlite_gemigreerd: str) -> Loket:
    return Loket.open(motor_van(sqlite_gemigreerd), "staphorst")


@pytest.fixture
def app(sqlite_gemigreerd: str, tmp_path: Path) -> Flask:
    return open_loket(sqlite_gemigreerd, tmp_path, Klok(moment(date(2022, 8, 18))))


@pytest.fixture
def zaak(dorp: Loket) -> Bouwzaak:
    return dorp.zaak(minuten=[120], uren=None, bedrag=Bedrag(3441_90), tarief=Bedrag(95_45), werk_vanaf=MAART)


@pytest.fixture
def declarant(app: Flask, dorp: Loket) -> Bezoeker:
    return Bezoeker(app).als(dorp.declarant)
