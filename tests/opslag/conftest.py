"""Een motor op een database met alle tabellen, op beide soorten."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from dakpan.opslag.motor import maak_motor
from dakpan.opslag.wacht import controleer_wacht
from dakpan.tabellen import METADATA

controleer_wacht(METADATA)  # alle tabellen zijn geladen en bewaakt, welke test er ook draait


@pytest.fixture
def motor(database_url: str) -> Iterator[Engine]:
    gemaakt = maak_motor(database_url)
    yield gemaakt
    gemaakt.dispose()
