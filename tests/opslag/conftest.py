"""Een motor op een database met alle tabellen, op beide soorten."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine
from tests.hulp.motoren import motor_van

from dakpan.opslag.wacht import controleer_wacht
from dakpan.tabellen import METADATA

controleer_wacht(METADATA)  # alle tabellen zijn geladen en bewaakt, welke test er ook draait


@pytest.fixture
def motor(database_url: str) -> Iterator[Engine]:
    gemaakt = motor_van(database_url)
    yield gemaakt
    gemaakt.dispose()
