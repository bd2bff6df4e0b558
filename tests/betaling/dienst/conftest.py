"""Een motor op beide soorten databases, voor de gebruiksgevallen van declareren en betalen."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from dakpan.opslag.motor import maak_motor


@pytest.fixture
def motor(database_url: str) -> Iterator[Engine]:
    gemaakt = maak_motor(database_url)
    yield gemaakt
    gemaakt.dispose()
