"""Een loket op beide soorten databases."""

from collections.abc import Iterator

import pytest
from tests.aanvraag.loket.balie import Loket
from tests.hulp.bouw import Wereld

from dakpan.opslag.motor import maak_motor


@pytest.fixture
def loket(database_url: str) -> Iterator[Loket]:
    motor = maak_motor(database_url)
    yield Loket.maak(Wereld(motor))
    motor.dispose()
