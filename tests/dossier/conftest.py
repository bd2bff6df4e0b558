"""Eén organisatie bij drie financiers, op beide soorten databases."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van


@pytest.fixture
def motor(database_url: str) -> Iterator[Engine]:
    gemaakt = motor_van(database_url)
    yield gemaakt
    gemaakt.dispose()


@pytest.fixture
def wereld(motor: Engine) -> Wereld:
    return Wereld(motor)
