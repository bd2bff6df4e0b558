"""Eén organisatie bij drie financiers, op beide soorten databases."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine
from tests.hulp.bouw import Wereld

from dakpan.opslag.motor import maak_motor


@pytest.fixture
def motor(database_url: str) -> Iterator[Engine]:
    gemaakt = maak_motor(database_url)
    yield gemaakt
    gemaakt.dispose()


@pytest.fixture
def wereld(motor: Engine) -> Wereld:
    return Wereld(motor)
