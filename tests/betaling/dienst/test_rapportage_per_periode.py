"""Twee uur voor de verantwoordingsrapportage geldt bij UWV per periode: twee declaraties tellen samen.

Veelgestelde vragen, Declareren: rapportage en evaluatie. Eerst 1:30, daarna 0:30 (samen 2:00) of 0:45 (samen 2:15).
"""

from datetime import date

import pytest
from sqlalchemy import Engine
from tests.betaling.dienst.loket import TARIEF, Loket

from dakpan.betaling.declaratie.motivering import te_motiveren
from dakpan.betaling.domain import Declaratiesoort
from dakpan.plan.domain import Doel
from dakpan.uren.domain import RAPPORTAGE_SCHRIJVEN

DOEL = Doel.EVALUATIE_EN_COORDINATIE.value


@pytest.mark.parametrize(
    ("financier", "minuten", "eerder"),
    [("uwv-noord", 30, None), ("uwv-noord", 45, "1:30"), ("staphorst", 45, None)],
)
def test_twee_declaraties_tellen_samen(motor: Engine, financier: str, minuten: int, eerder: str | None) -> None:
    """Een gemeente noemt geen grens over de hele periode; daar telt elke declaratie apart."""
    loket = Loket.open(motor, financier)
    zaak = loket.zaak(minuten=[])
    loket.schrijf(zaak, [90], date(2022, 5, 2), doel=DOEL, soort=RAPPORTAGE_SCHRIJVEN)
    eerste = loket.dien_in(zaak, tarieven=(TARIEF,), op=date(2022, 6, 1))
    assert te_motiveren(eerste) is None
    loket.schrijf(zaak, [minuten], date(2022, 8, 2), doel=DOEL, soort=RAPPORTAGE_SCHRIJVEN)
    if financier == "uwv-noord":
        zaak.beeindig()
    soort = Declaratiesoort.EIND if financier == "uwv-noord" else Declaratiesoort.REGULIER
    gevonden = te_motiveren(loket.proef(zaak, soort, tarieven=(TARIEF,)))
    if eerder is None:
        assert gevonden is None
    else:
        assert f"Er is 0:45 geschreven voor de verantwoordingsrapportage, en eerder al {eerder}" in str(gevonden)
