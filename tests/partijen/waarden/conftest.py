"""Een kantoor op beide soorten databases."""

from collections.abc import Iterator

import pytest
from tests.partijen.waarden.wereldje import Kantoor

from dakpan.opslag.motor import maak_motor


@pytest.fixture
def kantoor(database_url: str) -> Iterator[Kantoor]:
    motor = maak_motor(database_url)
    yield Kantoor.open(motor)
    motor.dispose()
