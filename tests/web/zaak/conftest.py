"""Een loket op één database, met een coach die voor drie financiers werkt en een consulent van één."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import Engine
from tests.aanvraag.loket.balie import Loket
from tests.aanvraag.loket.webloket import Webloket
from tests.hulp.bezoeker import Bezoeker, open_loket
from tests.hulp.bouw import Bouwzaak, Wereld
from tests.hulp.motoren import motor_van

from dakpan.dossier.domain import Zaakstap
from dakpan.opslag.vrager import Vrager


@pytest.fixture
def motor(sqlite_gemigreerd: str) -> Iterator[Engine]:
    gemaakt = motor_van(sqlite_gemigreerd)
    yield gemaakt
    gemaakt.dispose()


@pytest.fixture
def wereld(motor: Engine) -> Wereld:
    return Wereld(motor)


@pytest.fixture
def app(sqlite_gemigreerd: str, tmp_path: Path) -> Flask:
    return open_loket(sqlite_gemigreerd, tmp_path)


@pytest.fixture
def organisatie_id(wereld: Wereld) -> UUID:
    return wereld.organisatie()


@pytest.fixture
def jo(wereld: Wereld, organisatie_id: UUID) -> Vrager:
    return wereld.medewerker(organisatie_id, "Jo Coach")


@pytest.fixture
def wil(wereld: Wereld) -> Vrager:
    return wereld.financier("staphorst", "Wil Consulent")


@pytest.fixture
def zaak(wereld: Wereld, organisatie_id: UUID) -> Bouwzaak:
    return wereld.zaak("staphorst", organisatie_id, "Yara Öztürk", tot=Zaakstap.OFFERTE)


@pytest.fixture
def coach(app: Flask, jo: Vrager) -> Bezoeker:
    return Bezoeker(app).als(jo)


@pytest.fixture
def consulent(app: Flask, wil: Vrager) -> Bezoeker:
    return Bezoeker(app).als(wil)


@pytest.fixture
def webloket(motor: Engine, sqlite_gemigreerd: str, tmp_path: Path) -> Webloket:
    """De zaken van de straat, op een dag waarop er te beoordelen valt."""
    loket = Webloket.open(Loket.maak(Wereld(motor)), sqlite_gemigreerd, tmp_path)
    loket.op(date(2023, 1, 9))
    return loket
