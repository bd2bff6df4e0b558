"""Een loket met een eigen klok, een medewerker die zich kan aanmelden, en een bezoeker."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from tests.hulp.argon import vlugge_argon2
from tests.hulp.bezoeker import Bezoeker, Klok, geef_wachtwoord, open_loket
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van
from tests.web.aanmelden.proefpagina import zet_proefpagina

from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Recht


@pytest.fixture(scope="module", autouse=True)
def vlug() -> Iterator[None]:
    """Aanmelden gebeurt hier honderden keren."""
    with vlugge_argon2():
        yield


@pytest.fixture
def klok() -> Klok:
    return Klok()


@pytest.fixture
def wereld(sqlite_gemigreerd: str) -> Wereld:
    return Wereld(motor_van(sqlite_gemigreerd))


@pytest.fixture
def app(sqlite_gemigreerd: str, tmp_path: Path, klok: Klok) -> Flask:
    return open_loket(sqlite_gemigreerd, tmp_path, klok, bij=zet_proefpagina)


@pytest.fixture
def anna(wereld: Wereld) -> Vrager:
    return wereld.medewerker(wereld.organisatie("Jobcoach Noord"), "Anna de Wit", Recht.UREN_SCHRIJVEN)


@pytest.fixture
def email(app: Flask, anna: Vrager) -> str:
    return geef_wachtwoord(app, anna.account_id)


@pytest.fixture
def bezoeker(app: Flask) -> Bezoeker:
    return Bezoeker(app)
