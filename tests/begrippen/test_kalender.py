"""Een maand eindigt op de dag vóór hetzelfde dagnummer; bestaat dat niet, dan op de laatste dag."""

from datetime import date
from fractions import Fraction

import pytest

from dakpan.begrippen.kalender import (
    begonnen_maanden,
    einde_na_maanden,
    maand_eerder,
    maanden_met_deel,
    volgende_maandgrens,
    volle_maanden,
)

dag = date.fromisoformat


@pytest.mark.parametrize(
    ("begin", "maanden", "eind"),
    [
        ("2022-03-01", 12, "2023-02-28"),
        ("2023-03-01", 12, "2024-02-29"),
        ("2023-03-01", 36, "2026-02-28"),
        ("2023-01-15", 1, "2023-02-14"),
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2023-01-31", 2, "2023-03-30"),
        ("2023-08-31", 1, "2023-09-30"),
        ("2022-11-30", 3, "2023-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-28"),
        ("2023-12-01", 1, "2023-12-31"),
        ("2023-03-01", 0, "2023-02-28"),
        ("2023-01-01", -1, "2022-11-30"),
    ],
)
def test_laatste_dag_van_een_aantal_maanden(begin: str, maanden: int, eind: str) -> None:
    assert einde_na_maanden(dag(begin), maanden) == dag(eind)


@pytest.mark.parametrize(
    ("begin", "maanden", "grens"),
    [
        ("2023-03-15", -1, "2023-02-15"),
        ("2023-01-01", -1, "2022-12-01"),
        ("2023-03-31", -1, "2023-03-01"),
        ("2024-02-29", -12, "2023-03-01"),
        ("2023-06-30", -18, "2021-12-30"),
    ],
)
def test_terugtellen_over_het_begin_van_het_jaar(begin: str, maanden: int, grens: str) -> None:
    assert volgende_maandgrens(dag(begin), maanden) == dag(grens)


@pytest.mark.parametrize(
    ("begin", "eind", "vol", "begonnen"),
    [
        ("2023-03-01", "2023-08-31", 6, 6),
        ("2023-03-01", "2023-08-30", 5, 6),
        ("2023-03-01", "2023-09-01", 6, 7),
        ("2022-02-17", "2022-08-16", 6, 6),
        ("2023-03-01", "2024-02-28", 11, 12),
        ("2023-03-01", "2024-02-29", 12, 12),
        ("2023-01-31", "2023-02-27", 0, 1),
        ("2023-01-31", "2023-02-28", 1, 1),
        ("2023-01-31", "2023-03-01", 1, 2),
        ("2023-03-01", "2023-03-01", 0, 1),
        ("2023-03-01", "2023-02-28", 0, 0),
        ("2023-03-01", "2020-01-01", 0, 0),
    ],
)
def test_volle_en_begonnen_maanden(begin: str, eind: str, vol: int, begonnen: int) -> None:
    assert (volle_maanden(dag(begin), dag(eind)), begonnen_maanden(dag(begin), dag(eind))) == (vol, begonnen)


@pytest.mark.parametrize(
    ("begin", "eind", "maanden"),
    [
        ("2023-03-01", "2023-03-15", Fraction(15, 31)),
        ("2023-02-01", "2023-02-14", Fraction(14, 28)),
        ("2024-02-01", "2024-02-14", Fraction(14, 29)),
        ("2023-03-10", "2023-04-09", Fraction(1)),
        ("2023-03-10", "2023-04-10", 1 + Fraction(1, 30)),
        ("2023-03-01", "2024-02-29", Fraction(12)),
        ("2023-01-31", "2023-02-13", Fraction(14, 29)),
        ("2023-03-01", "2023-02-28", Fraction(0)),
    ],
)
def test_een_deel_telt_dagen_van_die_maand(begin: str, eind: str, maanden: Fraction) -> None:
    assert maanden_met_deel(dag(begin), dag(eind)) == maanden


@pytest.mark.parametrize(
    ("later", "eerder"),
    [
        ("2023-03-31", "2023-02-28"),
        ("2024-03-30", "2024-02-29"),
        ("2023-03-28", "2023-02-28"),
        ("2023-05-31", "2023-04-30"),
        ("2023-01-15", "2022-12-15"),
        ("2024-02-29", "2024-01-29"),
    ],
)
def test_een_maand_eerder(later: str, eerder: str) -> None:
    assert maand_eerder(dag(later)) == dag(eerder)
