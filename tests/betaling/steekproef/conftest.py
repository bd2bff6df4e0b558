"""Een motor op beide soorten databases, voor de gebruiksgevallen van declareren en betalen."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine
from tests.hulp.motoren import motor_van


@pytest.fixture
def motor(database_url: str) -> Iterator[Engine]:
    gemaakt = motor_van(database_url)
    yield gemaakt
    gemaakt.dispose()
