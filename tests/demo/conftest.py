"""Een gevulde demonstratie om in te kijken: van de hele ronde één, en per test die iets verandert een kopie."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from flask import Flask
from tests.hulp.demo import ADRES, gevulde_demo, kopieer_demo
from tests.hulp.ronde import Ronde

from dakpan.demo.omgeving import DATABASE, Omgeving
from dakpan.demo.openen import open_demo
from dakpan.demo.spelers import Spelers
from dakpan.partijen.tenantbestanden import meegeleverde_map


@pytest.fixture(scope="session")
def spelers() -> Spelers:
    return Spelers.bij(meegeleverde_map().joinpath("demo"))


@pytest.fixture(scope="session")
def demo(ronde: Ronde) -> Path:
    """De map van de gevulde demonstratie; niemand schrijft erin."""
    return gevulde_demo(ronde)


@pytest.fixture
def rijen(demo: Path) -> Iterator[sqlite3.Connection]:
    """Wat er werkelijk in de database staat."""
    with closing(sqlite3.connect(f"file:{demo / DATABASE}?mode=ro", uri=True)) as verbinding:
        yield verbinding


@pytest.fixture
def kopie(ronde: Ronde, tmp_path: Path) -> Path:
    """Een eigen gevulde demonstratie."""
    kopieer_demo(ronde, tmp_path)
    return tmp_path


@pytest.fixture
def app(kopie: Path) -> Flask:
    regels: list[str] = []
    app = open_demo(Omgeving(kopie), ADRES, None, opnieuw=False, meld=regels.append)
    assert regels == []
    return app
