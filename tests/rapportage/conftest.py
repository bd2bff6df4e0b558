"""Een motor op een database met alle tabellen, op beide soorten, en een wereld erop."""

from collections.abc import Iterator
from datetime import date

import pytest
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van


@pytest.fixture
def wereld(database_url: str) -> Iterator[Wereld]:
    motor = motor_van(database_url)
    yield Wereld(motor, date(2023, 6, 1))
    motor.dispose()
