"""Een gemeente die een declaratie betaalde, en twee mensen bij de kas."""

from datetime import date

import pytest
from sqlalchemy import Engine
from tests.betaling.dienst.loket import MAART, Loket
from tests.hulp.bouw import Bouwzaak
from tests.hulp.motoren import motor_van

from dakpan.begrippen.bedrag import Bedrag
from dakpan.betaling.tables import Betaalopdracht

EERSTE_KWARTAAL = date(2022, 5, 16)


@pytest.fixture
def motor(database_url: str) -> Engine:
    return motor_van(database_url)


@pytest.fixture
def dorp(motor: Engine) -> Loket:
    loket = Loket.open(motor, "staphorst")
    loket.rekening()
    return loket


@pytest.fixture
def zaak(dorp: Loket) -> Bouwzaak:
    """Eén declaratie van twee uur: 2 x 95,45 met 21 procent btw is 230,99, en die is betaald."""
    zaak = maak(dorp)
    declareer(dorp, zaak, "2022-001", EERSTE_KWARTAAL)
    dorp.geef_alles_vrij()
    dorp.betaal()
    return zaak


def maak(dorp: Loket) -> Bouwzaak:
    return dorp.zaak(minuten=[120], uren=None, bedrag=Bedrag(3441_90), tarief=Bedrag(95_45), werk_vanaf=MAART)


def declareer(dorp: Loket, zaak: Bouwzaak, factuur: str, op: date | None = None) -> Betaalopdracht:
    """Wat er geaccordeerd is wordt gedeclareerd, gefactureerd en goedgekeurd."""
    declaratie = dorp.dien_in(zaak, met_bron=False, op=op)
    dorp.keur(zaak, dorp.factureer(zaak, declaratie, factuur))
    return dorp.betalingen()[-1]


def nog_een(dorp: Loket, zaak: Bouwzaak, minuten: int, factuur: str, dag: date = date(2022, 6, 7)) -> Betaalopdracht:
    """Werk in het volgende kwartaal, gedeclareerd en goedgekeurd: er staat een nieuwe betaling klaar."""
    dorp.schrijf(zaak, [minuten], dag)
    return declareer(dorp, zaak, factuur)
