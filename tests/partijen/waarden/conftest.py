"""Een kantoor op beide soorten databases."""

from collections.abc import Iterator

import pytest
from tests.hulp.motoren import motor_van
from tests.partijen.waarden.wereldje import Kantoor


@pytest.fixture
def kantoor(database_url: str) -> Iterator[Kantoor]:
    motor = motor_van(database_url)
    yield Kantoor.open(motor)
    motor.dispose()
