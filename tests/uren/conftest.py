"""Een wereld met één organisatie, drie financiers, twee coaches en een accordeerder, op beide soorten databases."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine
from tests.hulp.bouw import Wereld
from tests.uren.straat import Straat

from dakpan.opslag.motor import maak_motor


@pytest.fixture
def motor(database_url: str) -> Iterator[Engine]:
    gemaakt = maak_motor(database_url)
    yield gemaakt
    gemaakt.dispose()


@pytest.fixture
def straat(motor: Engine) -> Straat:
    return Straat.maak(Wereld(motor))
