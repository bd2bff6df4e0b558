"""Kalenderkwartalen, ook over het jaareinde heen."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dakpan.begrippen.fouten import OngeldigeWaarde
from dakpan.begrippen.periode import Kwartaal, Periode, kwartalen

EERSTE, LAATSTE = date(1900, 1, 1), date(2199, 12, 31)


@pytest.mark.parametrize(
    ("iso", "periode"),
    [
        ("2024-1", "2024-01-01/2024-03-31"),
        ("2024-2", "2024-04-01/2024-06-30"),
        ("2026-3", "2026-07-01/2026-09-30"),
        ("2026-4", "2026-10-01/2026-12-31"),
    ],
)
def test_van_wanneer_tot_en_met_wanneer(iso: str, periode: str) -> None:
    assert Kwartaal.uit_iso(iso).periode.iso == periode


def test_kwartalen_over_het_jaareinde() -> None:
    geraakt = kwartalen(Periode(date(2022, 11, 15), date(2023, 4, 1)))
    assert [kwartaal.iso for kwartaal in geraakt] == ["2022-4", "2023-1", "2023-2"]


def test_een_dag_raakt_een_kwartaal() -> None:
    assert list(kwartalen(Periode(date(2023, 3, 31), date(2023, 3, 31)))) == [Kwartaal(2023, 1)]


def test_na_het_vierde_kwartaal_komt_het_nieuwe_jaar() -> None:
    assert Kwartaal(2022, 4).volgende == Kwartaal(2023, 1)


def test_voor_mensen() -> None:
    assert str(Kwartaal(2026, 3)) == "3e kwartaal 2026"


@pytest.mark.parametrize(
    "tekst", ["", "2026", "2026-0", "2026-5", "2026-03", "26-3", "2026-3 ", "２０２６-3", "2026/3"]
)
def test_andere_schrijfwijzen_worden_geweigerd(tekst: str) -> None:
    with pytest.raises(OngeldigeWaarde, match="schrijf jaar en kwartaal als 2026-3"):
        Kwartaal.uit_iso(tekst)


@pytest.mark.parametrize("nummer", [0, 5, -1, True, "1", None])
def test_er_zijn_vier_kwartalen(nummer: Any) -> None:
    with pytest.raises(OngeldigeWaarde, match="kies 1, 2, 3 of 4"):
        Kwartaal(2026, nummer)


@pytest.mark.parametrize("jaar", [0, 10_000, "2026", True, None])
def test_een_jaar_is_een_jaartal(jaar: Any) -> None:
    with pytest.raises(OngeldigeWaarde, match="schrijf een jaartal"):
        Kwartaal(jaar, 1)


@given(st.dates(EERSTE, LAATSTE))
def test_elke_dag_ligt_in_zijn_kwartaal(dag: date) -> None:
    kwartaal = Kwartaal.van(dag)
    assert dag in kwartaal.periode
    assert Kwartaal.uit_iso(kwartaal.iso) == kwartaal


@given(st.dates(EERSTE, LAATSTE), st.integers(0, 1500))
def test_kwartalen_sluiten_aan_en_dekken_de_periode(begin: date, extra: int) -> None:
    periode = Periode(begin, begin + timedelta(days=extra))
    reeks = [kwartaal.periode for kwartaal in kwartalen(periode)]
    assert periode.begin in reeks[0]
    assert periode.eind in reeks[-1]
    assert all((later.begin - eerder.eind).days == 1 for eerder, later in pairwise(reeks))
