"""Wat terugkomt gaat af van de kostenplaats waarop de betaling is geboekt, ook als de zaak nu elders telt.

Betaald is 230,99 op 6.71; daarna telt de zaak op 6.72.
"""

from datetime import date

import pytest
from sqlalchemy import Engine
from tests.betaling.budget.test_budget import leg_vast, stand
from tests.betaling.dienst.loket import Loket
from tests.betaling.vorderen.conftest import EERSTE_KWARTAAL, declareer, maak, nog_een
from tests.betaling.vorderen.test_bankstand import kom_terug, opnieuw
from tests.betaling.vorderen.test_verrekenen import RUIMER
from tests.betaling.vorderen.test_vorderen import TERUGVRAGEN, kies, ontvang, open_
from tests.hulp.bouw import Bouwzaak
from tests.hulp.motoren import motor_van

from dakpan.begrippen.bedrag import Bedrag
from dakpan.betaling.budget.beheer import bewaar_budget, bewaar_keuze
from dakpan.loket.uitvoer.grootboek import SOORTEN


@pytest.fixture
def motor(database_url: str) -> Engine:
    return motor_van(database_url)


@pytest.fixture
def dorp(motor: Engine) -> Loket:
    loket = Loket.open(motor, "staphorst")
    loket.rekening()
    with loket.wereld.als(loket.betaler) as handeling:
        for plaats in ("6.71", "6.72"):
            bewaar_budget(handeling, 2022, plaats, Bedrag(5000_00), None)
        bewaar_keuze(handeling, "6.71", None, None)
    return loket


@pytest.fixture
def zaak(dorp: Loket) -> Bouwzaak:
    zaak = maak(dorp)
    leg_vast(dorp, zaak)
    declareer(dorp, zaak, "2022-001", EERSTE_KWARTAAL)
    dorp.geef_alles_vrij()
    dorp.betaal()
    return zaak


def verhuis(dorp: Loket, zaak: Bouwzaak) -> None:
    """Een later besluit zet de zaak op 6.72."""
    dorp.besluit(zaak, dag=date(2022, 8, 1), bedrag=Bedrag(3441_90), tarief=Bedrag(95_45))
    leg_vast(dorp, zaak, kostenplaats="6.72")


def betaald(dorp: Loket) -> tuple[int, int]:
    return stand(dorp, 2022, "6.71")[1], stand(dorp, 2022, "6.72")[1]


def geboekt(dorp: Loket) -> tuple[int, int]:
    """Wat het grootboek samen op elke kostenplaats boekt; dat is wat het budget betaald noemt."""
    samen = {"6.71": 0, "6.72": 0}
    with dorp.wereld.als(dorp.betaler) as handeling:
        for soort, vraag in enumerate(SOORTEN):
            for een in handeling.sessie.execute(vraag(None, None)):
                samen[een.kostenplaats] += een.bedrag.centen if soort == 0 else -een.bedrag.centen
    return samen["6.71"], samen["6.72"]


def test_wat_de_bank_teruggaf(dorp: Loket, zaak: Bouwzaak) -> None:
    """230,99 gaat van 6.71 af; opnieuw betaald telt zij op 6.72."""
    assert betaald(dorp) == (230_99, 0)
    verhuis(dorp, zaak)
    terug = kom_terug(dorp, zaak, dorp.betalingen()[-1])
    assert betaald(dorp) == (0, 0)
    dorp.geef_vrij(opnieuw(dorp, zaak, terug))
    dorp.betaal()
    assert betaald(dorp) == geboekt(dorp) == (0, 230_99)


def test_wat_op_een_vordering_is_ontvangen(dorp: Loket, zaak: Bouwzaak) -> None:
    rij = kies(dorp, zaak, open_(dorp, zaak, 100_00), TERUGVRAGEN)
    verhuis(dorp, zaak)
    ontvang(dorp, zaak, rij, 60_00)
    assert betaald(dorp) == geboekt(dorp) == (170_99, 0)


def test_verrekenen_binnen_de_zaak_telt_op_beide_plaatsen(dorp: Loket, zaak: Bouwzaak) -> None:
    """1 uur is 115,49 op 6.72; de 40,00 die eraf ging was op 6.71 betaald: 190,99 en 115,49, samen 306,48."""
    kies(dorp, zaak, open_(dorp, zaak, 40_00), RUIMER)
    verhuis(dorp, zaak)
    dorp.geef_vrij(nog_een(dorp, zaak, 60, "2022-002"))
    assert dorp.betaal().totaal == Bedrag(75_49)
    assert betaald(dorp) == (190_99, 115_49)


def test_verrekenen_met_een_andere_zaak_telt_bij_elke_zaak(dorp: Loket, zaak: Bouwzaak) -> None:
    """De andere zaak telt op 6.72: haar 230,99 blijft daar, de 40,00 gaat van 6.71 af. Terug komt alleen 190,99."""
    kies(dorp, zaak, open_(dorp, zaak, 40_00), RUIMER)
    ander = maak(dorp)
    leg_vast(dorp, ander, kostenplaats="6.72")
    dorp.geef_vrij(declareer(dorp, ander, "2022-003"))
    assert dorp.betaal().totaal == Bedrag(190_99)
    assert betaald(dorp) == (190_99, 230_99)
    kom_terug(dorp, ander, dorp.betalingen()[-1])
    assert betaald(dorp) == geboekt(dorp) == (190_99, 40_00)
