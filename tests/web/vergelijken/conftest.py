"""Een loket op één database, met een organisatie die voor drie financiers werkt."""

from pathlib import Path

import pytest
from flask import Flask
from tests.hulp.bezoeker import open_loket
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van


@pytest.fixture
def wereld(sqlite_gemigreerd: str) -> Wereld:
    return Wereld(motor_van(sqlite_gemigreerd))


@pytest.fixture
def app(sqlite_gemigreerd: str, tmp_path: Path) -> Flask:
    return open_loket(sqlite_gemigreerd, tmp_path)
