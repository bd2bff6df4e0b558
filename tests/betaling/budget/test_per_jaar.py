"""Wat een toekenning vastlegt en in welk jaar: met de hand nagerekend."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.periode import Periode
from dakpan.begrippen.uren import Uren
from dakpan.betaling.budget.domain import Jaarwijze, Toegekend, per_jaar

# 1 december tot en met 30 januari: 31 dagen in 2026 en 30 in 2027.
WINTER = Periode(date(2026, 12, 1), date(2027, 1, 30))


def toegekend(bedrag: int | None = None, uren: int | None = None, tarief: int | None = None) -> Toegekend:
    return Toegekend(
        Bedrag(bedrag) if bedrag is not None else None,
        Uren(uren) if uren is not None else None,
        Bedrag(tarief) if tarief is not None else None,
        WINTER,
    )


def test_uren_maal_tarief_alleen_als_beide_er_zijn() -> None:
    assert toegekend(uren=27_21, tarief=95_45).waarde == Bedrag(2597_19)  # 27,21 × 95,45 = 2.597,1945
    assert toegekend(uren=27_21).waarde is None
    assert toegekend(bedrag=100_00, uren=27_21, tarief=95_45).waarde == Bedrag(100_00)


@pytest.mark.parametrize(
    ("wijze", "delen"),
    [
        (None, {2026: 100_00}),
        (Jaarwijze.EERSTE_DAG, {2026: 100_00}),
        (Jaarwijze.BESLUIT, {2025: 100_00}),
        (Jaarwijze.DAGEN, {2026: 50_81, 2027: 49_19}),  # 31/61 van 100 euro is 50,8196…
    ],
)
def test_in_welk_jaar(wijze: Jaarwijze | None, delen: dict[int, int]) -> None:
    assert per_jaar(toegekend(100_00), 2025, wijze) == {jaar: Bedrag(centen) for jaar, centen in delen.items()}


def test_wat_niet_in_bron_is_blijft_leeg() -> None:
    assert per_jaar(toegekend(uren=10_00), 2025, Jaarwijze.DAGEN) == {2026: None}


@settings(max_examples=30)
@given(centen=st.integers(0, 10**8), dagen=st.integers(0, 1200))
def test_de_delen_zijn_samen_altijd_het_geheel(centen: int, dagen: int) -> None:
    eind = date.fromordinal(WINTER.begin.toordinal() + dagen)
    geheel = Toegekend(Bedrag(centen), None, None, Periode(WINTER.begin, eind))
    delen = [een for een in per_jaar(geheel, 2026, Jaarwijze.DAGEN).values() if een is not None]
    assert sum(delen, NUL_EURO) == Bedrag(centen)
    assert min(delen) >= NUL_EURO
