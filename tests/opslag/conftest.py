"""Een motor op een database met alle tabellen, op beide soorten."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine
from tests.hulp.motoren import motor_van
from tests.opslag.bouw import zaak
from tests.opslag.vragers import ANDERE_ORG, ANDERE_ORGANISATIE, MIJN_ORGANISATIE, MIJN_TENANT, ORGANISATIE, sessie_van

from dakpan.dossier.tables import Zaak
from dakpan.opslag.vrager import Kant
from dakpan.opslag.wacht import controleer_wacht
from dakpan.tabellen import METADATA

controleer_wacht(METADATA)  # alle tabellen zijn geladen en bewaakt, welke test er ook draait


@pytest.fixture
def motor(database_url: str) -> Iterator[Engine]:
    gemaakt = motor_van(database_url)
    yield gemaakt
    gemaakt.dispose()


@pytest.fixture
def eigen(motor: Engine) -> Zaak:
    """Een zaak van de organisatie die vraagt."""
    with sessie_van(motor, ORGANISATIE) as sessie:
        rij = zaak(sessie, MIJN_TENANT, Kant.ORGANISATIE, MIJN_ORGANISATIE, "Z-1")
        sessie.commit()
        return rij


@pytest.fixture
def vreemd(motor: Engine) -> Zaak:
    """Een zaak bij dezelfde financier, van een andere organisatie."""
    with sessie_van(motor, ANDERE_ORG) as sessie:
        rij = zaak(sessie, MIJN_TENANT, Kant.ORGANISATIE, ANDERE_ORGANISATIE, "Z-2")
        sessie.commit()
        return rij
