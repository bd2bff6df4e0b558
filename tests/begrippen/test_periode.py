"""Beide dagen tellen mee, en het eind ligt nooit voor het begin."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dakpan.begrippen.fouten import OngeldigeWaarde
from dakpan.begrippen.periode import Periode

HALFJAAR = Periode(date(2022, 2, 17), date(2022, 8, 16))


def test_het_bekende_halfjaar_telt_181_dagen() -> None:
    assert HALFJAAR.dagen == 181


def test_een_dag_telt_een_dag() -> None:
    assert Periode(date(2024, 2, 29), date(2024, 2, 29)).dagen == 1


def test_eind_voor_begin_bestaat_niet() -> None:
    with pytest.raises(OngeldigeWaarde, match="2022-08-15 ligt voor de begindatum 2022-08-16"):
        Periode(date(2022, 8, 16), date(2022, 8, 15))


@pytest.mark.parametrize(
    ("dag", "erin"),
    [(date(2022, 2, 16), False), (date(2022, 2, 17), True), (date(2022, 8, 16), True), (date(2022, 8, 17), False)],
)
def test_de_randen_horen_erbij(dag: date, erin: bool) -> None:
    assert (dag in HALFJAAR) is erin


def test_schrijfwijzen() -> None:
    assert (HALFJAAR.iso, str(HALFJAAR)) == ("2022-02-17/2022-08-16", "17-02-2022 t/m 16-08-2022")


@pytest.mark.parametrize(
    "tekst",
    ["", "2022-02-17", "20220217/20220816", "2022-W07-4/2022-08-16", "2022-02-30/2022-08-16", "2022-02-17/2022-08-16 "],
)
def test_andere_schrijfwijzen_worden_geweigerd(tekst: str) -> None:
    with pytest.raises(OngeldigeWaarde, match="schrijf 2022-02-17/2022-08-16"):
        Periode.uit_iso(tekst)


def test_omgekeerde_periode_zegt_wat_er_mis_is() -> None:
    with pytest.raises(OngeldigeWaarde, match="ligt voor de begindatum"):
        Periode.uit_iso("2022-08-16/2022-02-17")


@pytest.mark.parametrize("dag", ["2022-02-17", 20220217, None, datetime(2022, 2, 17, 9, 0)])  # noqa: DTZ001
def test_alleen_een_datum_is_een_dag(dag: Any) -> None:
    with pytest.raises(OngeldigeWaarde, match="twee datums"):
        Periode(dag, dag)


@given(st.dates(max_value=date(9000, 1, 1)), st.integers(0, 10_000))
def test_heen_en_terug_met_het_juiste_aantal_dagen(begin: date, extra: int) -> None:
    periode = Periode(begin, begin + timedelta(days=extra))
    assert (Periode.uit_iso(periode.iso), periode.dagen) == (periode, extra + 1)
