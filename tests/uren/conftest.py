"""Een wereld met één organisatie, drie financiers, twee coaches en een accordeerder, op beide soorten databases."""

from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import Engine
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van
from tests.uren.pagina import bezoek, open_straat
from tests.uren.straat import WEEK_11, Straat, werk

from dakpan.uren.accorderen import Aangewezen
from dakpan.uren.week import Week
from dakpan.uren.weken import sluit


@pytest.fixture
def motor(database_url: str) -> Iterator[Engine]:
    gemaakt = motor_van(database_url)
    yield gemaakt
    gemaakt.dispose()


@pytest.fixture
def straat(motor: Engine) -> Straat:
    return Straat.maak(Wereld(motor))


@pytest.fixture
def app(straat: Straat, tmp_path: Path) -> Flask:
    return open_straat(straat, tmp_path)


@pytest.fixture
def coach(app: Flask, straat: Straat) -> Bezoeker:
    return bezoek(app, straat.coach)


@pytest.fixture
def wachtend(straat: Straat) -> list[Aangewezen]:
    """Een gesloten week met een uur bij elk van de drie financiers."""
    for nummer, klant in enumerate(straat.klanten):
        straat.schrijf(werk(klant, datum=WEEK_11, begin=time(9 + nummer)))
    straat.doe(sluit, Week.van(WEEK_11))
    return straat.aangewezen()
