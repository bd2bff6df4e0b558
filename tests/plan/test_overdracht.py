"""Lekt het dak? Gaten en overdrachten zonder overlap, van dag tot dag."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dakpan.begrippen.periode import Periode
from dakpan.plan.overdracht import Beurt, Naad, Naadsoort, naden

PERIODE = Periode(date(2022, 3, 1), date(2022, 3, 31))


def _beurt(naam: str, van: int, tot: int | None) -> Beurt:
    return Beurt(naam, date(2022, 3, van), date(2022, 3, tot) if tot is not None else None)


@pytest.mark.parametrize(
    ("beurten", "verwacht"),
    [
        ([], [(Naadsoort.NIEMAND, 1, 31)]),
        ([_beurt("Jo", 1, None)], []),
        ([_beurt("Jo", 1, 15), _beurt("Sam", 8, None)], []),
        ([_beurt("Jo", 1, 15), _beurt("Sam", 16, None)], [(Naadsoort.ZONDER_OVERLAP, 16, 16)]),
        ([_beurt("Jo", 1, 15), _beurt("Sam", 18, None)], [(Naadsoort.GAT, 16, 17)]),
        ([_beurt("Jo", 5, 20)], [(Naadsoort.GAT, 1, 4), (Naadsoort.GAT, 21, 31)]),
        ([_beurt("Jo", 1, None), _beurt("Sam", 10, 12)], []),
    ],
)
def test_waar_het_lekt(beurten: list[Beurt], verwacht: list[tuple[Naadsoort, int, int]]) -> None:
    gevonden = [(een.soort, een.van.day, een.tot_en_met.day) for een in naden(beurten, PERIODE)]
    assert gevonden == verwacht


def test_de_naad_zegt_tussen_wie() -> None:
    [naad] = naden([_beurt("Jo", 1, 15), _beurt("Sam", 16, None)], PERIODE)
    assert naad == Naad(Naadsoort.ZONDER_OVERLAP, date(2022, 3, 16), date(2022, 3, 16), "Jo", "Sam")


@given(st.lists(st.tuples(st.integers(1, 31), st.integers(0, 30)), min_size=1, max_size=6))
def test_een_gat_is_precies_wat_niemand_dekt(paren: list[tuple[int, int]]) -> None:
    beurten = [
        Beurt(str(nr), date(2022, 3, van), date(2022, 3, van) + timedelta(lang)) for nr, (van, lang) in enumerate(paren)
    ]
    gaten = {
        een.van + timedelta(stap)
        for een in naden(beurten, PERIODE)
        if een.soort is Naadsoort.GAT
        for stap in range((een.tot_en_met - een.van).days + 1)
    }
    dagen = {date(2022, 3, dag) for dag in range(1, 32)}
    leeg = {dag for dag in dagen if not any(een.van <= dag <= (een.tot_en_met or dag) for een in beurten)}
    assert gaten == leeg
