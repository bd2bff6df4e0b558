"""Welke activiteiten komen in de steekproef? De som met de hand, en wat altijd moet gelden."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dakpan.begrippen.percentage import Percentage
from dakpan.betaling.steekproef.domain import Gedeclareerd, Omvang, lot, trek

NIETS = UUID(int=0)


def activiteiten(nummers: list[int]) -> list[Gedeclareerd]:
    return [Gedeclareerd(UUID(int=een), NIETS, plaats) for plaats, een in enumerate(nummers)]


@pytest.mark.parametrize(
    ("omvang", "totaal", "aantal"),
    [
        (Omvang(percentage=Percentage(10_00)), 15, 2),  # 1,5 wordt 2
        (Omvang(percentage=Percentage(10_00)), 20, 2),  # precies 2
        (Omvang(percentage=Percentage(7_50)), 8, 1),  # 0,6 wordt 1
        (Omvang(percentage=Percentage(100_00)), 8, 8),
        (Omvang(percentage=Percentage(1)), 1, 1),
        (Omvang(aantal=5), 8, 5),
        (Omvang(aantal=9), 8, 8),  # meer dan er is kan niet
        (Omvang(aantal=9), 0, 0),
    ],
)
def test_hoe_groot_zij_is(omvang: Omvang, totaal: int, aantal: int) -> None:
    assert omvang.van(totaal) == aantal


def test_het_lot_is_na_te_rekenen() -> None:
    """``printf 'proef:00000000-0000-0000-0000-000000000001' | sha256sum`` geeft hetzelfde."""
    een = UUID(int=1)
    assert lot("proef", een) == "6f566111f98bf809b3ee88b7af5e152bc06f1a3017dfb664b922041c4d062422"


@given(st.lists(st.integers(0, 200), max_size=60), st.integers(0, 70), st.text("abc", min_size=1, max_size=4))
def test_een_deel_zonder_dubbelen_en_altijd_hetzelfde(nummers: list[int], aantal: int, zaad: str) -> None:
    """Ook in een andere volgorde, ook met dezelfde activiteit op twee declaraties."""
    uit = activiteiten(nummers)
    getrokken = [een.activiteit_id for een in trek(uit, aantal, zaad)]
    alle = {een.activiteit_id for een in uit}
    assert set(getrokken) <= alle
    assert len(getrokken) == len(set(getrokken)) == min(aantal, len(alle))
    assert [een.activiteit_id for een in trek(uit[::-1], aantal, zaad)] == getrokken


def test_elke_regel_komt_even_vaak() -> None:
    """Twee van de vier, met 2000 zaden: elk hoort er 1000 keer in, met een afwijking van 22 als bij een munt."""
    uit = activiteiten([1, 2, 3, 4])
    keren = dict.fromkeys((een.activiteit_id for een in uit), 0)
    for zaad in range(2_000):
        for een in trek(uit, 2, str(zaad)):
            keren[een.activiteit_id] += 1
    assert all(abs(aantal - 1_000) < 5 * 22 for aantal in keren.values())
