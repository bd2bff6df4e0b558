"""Een loket op beide soorten databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import Engine
from tests.hulp.bezoeker import open_loket
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van

from dakpan.opslag.basis import db


@pytest.fixture
def motor(database_url: str) -> Iterator[Engine]:
    gemaakt = motor_van(database_url)
    yield gemaakt
    gemaakt.dispose()


@pytest.fixture
def wereld(motor: Engine) -> Wereld:
    return Wereld(motor)


@pytest.fixture
def app(database_url: str, tmp_path: Path) -> Iterator[Flask]:
    loket = open_loket(database_url, tmp_path)
    yield loket
    with loket.app_context():
        db.engine.dispose()
