"""Een gedeeld spoor kan weer alleen van de financier zijn; verder verandert er niets aan, ook niet langs de wacht."""

from typing import Any

import pytest
from sqlalchemy import Engine, select, update
from sqlalchemy.exc import DBAPIError
from tests.opslag.bouw import zaak
from tests.opslag.vragers import FINANCIER, MIJN_ORGANISATIE, MIJN_TENANT, sessie_van

from dakpan.opslag.rijbeveiliging import zeg_wie_vraagt
from dakpan.opslag.sporen import Geschiedenis
from dakpan.opslag.vrager import Kant, Uitzondering
from dakpan.opslag.wacht import UITZONDERING


def _wijzig(motor: Engine, waarden: dict[str, Any]) -> set[Kant]:
    with sessie_van(motor, FINANCIER) as sessie:
        zaak(sessie, MIJN_TENANT, Kant.GEDEELD, MIJN_ORGANISATIE)
        sessie.commit()
    langs = {UITZONDERING: Uitzondering.ONTDELEN}
    with motor.connect().execution_options(**langs) as verbinding, verbinding.begin():
        zeg_wie_vraagt(verbinding, None, Uitzondering.ONTDELEN)
        verbinding.execute(update(Geschiedenis).where(Geschiedenis.kant == Kant.GEDEELD).values(waarden))
        return set(verbinding.scalars(select(Geschiedenis.kant)))


def test_wie_het_leest_kan_smaller(motor: Engine) -> None:
    assert _wijzig(motor, {"kant": Kant.FINANCIER}) == {Kant.FINANCIER}


@pytest.mark.parametrize(
    "waarden",
    [
        {"kant": Kant.ORGANISATIE},
        {"kant": Kant.FINANCIER, "door": "Een ander"},
        {"kant": Kant.FINANCIER, "velden": []},
        {"kant": Kant.FINANCIER, "organisatie_id": None},
        {"door": "Een ander"},
    ],
)
def test_iets_anders_weigert_de_database(motor: Engine, waarden: dict[str, Any]) -> None:
    with pytest.raises(DBAPIError, match="wordt alleen aangevuld"):
        _wijzig(motor, waarden)
