"""Dagen van een koppeling: binnen de periode, en dezelfde coach nooit dubbel."""

from datetime import date
from uuid import UUID

import pytest

from dakpan.begrippen.periode import Periode
from dakpan.plan.koppelen import Dagen, Lid
from dakpan.plan.koppelregels import Gekozen, dagen_van, fouten_in

COACH, ANK = UUID(int=1), UUID(int=2)
LEDEN = {COACH: Lid(COACH, "Jo", True, True), ANK: Lid(ANK, "Ank", True, True)}
PERIODE = Periode(date(2022, 2, 17), date(2022, 8, 16))
BEZET = [Periode(date(2022, 2, 17), date(2022, 4, 30))]


@pytest.mark.parametrize(
    ("van", "tot", "velden"),
    [
        (None, None, ["van"]),
        (date(2022, 5, 1), None, []),
        (date(2022, 4, 30), None, ["van"]),
        (date(2022, 2, 16), date(2022, 8, 17), ["van", "tot_en_met"]),
        (date(2022, 6, 1), date(2022, 5, 31), ["tot_en_met"]),
    ],
)
def test_de_dagen_worden_nagekeken(van: date | None, tot: date | None, velden: list[str]) -> None:
    gekozen = Gekozen(COACH, ANK, None, van, tot)
    assert [fout.veld for fout in fouten_in(gekozen, LEDEN, PERIODE, BEZET)] == velden


def test_lege_dagen_lopen_met_de_periode_mee() -> None:
    assert dagen_van(Dagen(), PERIODE) == PERIODE
    assert dagen_van(Dagen(date(2022, 3, 1)), PERIODE) == Periode(date(2022, 3, 1), PERIODE.eind)
    assert dagen_van(Dagen(date(2022, 9, 1)), PERIODE) is None
