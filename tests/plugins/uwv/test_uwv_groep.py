"""Een groepsactiviteit verdelen. (Feiten 6, G8; Protocol 2014 A.9, voorbeeld 14)"""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plugins.hulp import regels

from dakpan.begrippen.duur import Duur
from dakpan.begrippen.fouten import OngeldigeWaarde


def _delen(minuten: int, aantal: int) -> list[int]:
    return [deel.minuten for deel in regels("uwv").verdeel_groep(Duur(minuten), aantal).resultaat.delen]


@pytest.mark.parametrize(
    ("minuten", "aantal", "verwacht"),
    [
        pytest.param(120, 6, [20] * 6, id="G8"),
        pytest.param(90, 3, [30] * 3, id="reis 5"),
        pytest.param(100, 3, [34, 33, 33], id="wat overblijft gaat naar de eersten"),
        pytest.param(2, 3, [1, 1, 0], id="minder minuten dan mensen"),
        pytest.param(0, 2, [0, 0], id="niets"),
        pytest.param(61, 1, [61], id="alleen"),
    ],
)
def test_verdeling(minuten: int, aantal: int, verwacht: list[int]) -> None:
    assert _delen(minuten, aantal) == verwacht


@given(st.integers(0, 10_000), st.integers(1, 50))
def test_de_delen_zijn_samen_het_geheel_en_schelen_hooguit_een_minuut(minuten: int, aantal: int) -> None:
    delen = _delen(minuten, aantal)

    assert sum(delen) == minuten
    assert len(delen) == aantal
    assert max(delen) - min(delen) <= 1


@pytest.mark.parametrize(("minuten", "aantal"), [(60, 0), (60, -1), (-1, 2)])
def test_een_groep_die_niet_bestaat(minuten: int, aantal: int) -> None:
    with pytest.raises(OngeldigeWaarde):
        _delen(minuten, aantal)
