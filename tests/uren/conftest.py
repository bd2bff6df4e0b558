"""Een wereld met één organisatie, drie financiers, twee coaches en een accordeerder, op beide soorten databases."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van
from tests.uren.straat import Straat


@pytest.fixture
def motor(database_url: str) -> Iterator[Engine]:
    gemaakt = motor_van(database_url)
    yield gemaakt
    gemaakt.dispose()


@pytest.fixture
def straat(motor: Engine) -> Straat:
    return Straat.maak(Wereld(motor))
