"""Een loket op beide soorten databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.aanvraag.loket.balie import Loket
from tests.aanvraag.loket.webloket import Webloket
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van


@pytest.fixture
def loket(database_url: str) -> Iterator[Loket]:
    motor = motor_van(database_url)
    yield Loket.maak(Wereld(motor))
    motor.dispose()


@pytest.fixture
def snel_loket(sqlite_gemigreerd: str) -> Iterator[Loket]:
    """Voor wat alleen de regels en het formulier aangaat: één soort database is dan genoeg."""
    motor = motor_van(sqlite_gemigreerd)
    yield Loket.maak(Wereld(motor))
    motor.dispose()


@pytest.fixture
def webloket(sqlite_gemigreerd: str, tmp_path: Path) -> Iterator[Webloket]:
    motor = motor_van(sqlite_gemigreerd)
    yield Webloket.open(Loket.maak(Wereld(motor)), sqlite_gemigreerd, tmp_path)
    motor.dispose()
