"""Een half gaat weg van nul; naar beneden is altijd naar beneden."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dakpan.begrippen.afronding import half_omhoog, naar_beneden, naar_boven


@pytest.mark.parametrize(
    ("teller", "noemer", "verwacht"),
    [
        (5, 2, 3),
        (-5, 2, -3),
        (1, 2, 1),
        (-1, 2, -1),
        (249, 100, 2),
        (251, 100, 3),
        (-249, 100, -2),
        (7, 1, 7),
        (0, 1, 0),
    ],
)
def test_een_half_gaat_weg_van_nul(teller: int, noemer: int, verwacht: int) -> None:
    assert half_omhoog(Fraction(teller, noemer)) == verwacht


@pytest.mark.parametrize(
    ("teller", "noemer", "verwacht"), [(4799, 100, 47), (-1, 10, -1), (3, 1, 3), (-3, 1, -3), (1, 2, 0)]
)
def test_naar_beneden_gaat_ook_onder_nul_omlaag(teller: int, noemer: int, verwacht: int) -> None:
    assert naar_beneden(Fraction(teller, noemer)) == verwacht


@given(st.fractions())
def test_half_omhoog_is_aan_beide_kanten_van_nul_gelijk(breuk: Fraction) -> None:
    assert half_omhoog(-breuk) == -half_omhoog(breuk)


@given(st.fractions())
def test_half_omhoog_ligt_nooit_verder_dan_een_half(breuk: Fraction) -> None:
    assert abs(half_omhoog(breuk) - breuk) <= Fraction(1, 2)


@given(st.fractions())
def test_naar_beneden_laat_minder_dan_een_liggen(breuk: Fraction) -> None:
    assert 0 <= breuk - naar_beneden(breuk) < 1


@pytest.mark.parametrize(("teller", "noemer", "verwacht"), [(3, 2, 2), (6, 2, 3), (1, 100, 1), (0, 1, 0), (-3, 2, -1)])
def test_naar_boven_gaat_ook_onder_nul_omhoog(teller: int, noemer: int, verwacht: int) -> None:
    assert naar_boven(Fraction(teller, noemer)) == verwacht
