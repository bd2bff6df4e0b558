"""docs/functies.md is waar: elk nummer heeft een plek, en elke test die er staat bestaat echt."""

import ast
import re
from functools import cache
from pathlib import Path

HUIS = Path(__file__).parents[2]
NUMMERS = [str(een) for een in range(1, 151)]
WENSEN = [f"W{een}" for een in (1, 2, 9, *range(11, 18), 19, 20, 23, 24, 27, 28, *range(31, 36), 37, 38)]
_TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
DEELS = "(deels)"


def _rijen(naam: str) -> dict[str, str]:
    """De rijen van de tabellen met een nummer vooraan."""
    tekst = HUIS.joinpath("docs", naam).read_text(encoding="utf-8")
    gevonden = re.findall(r"^\| (W?\d+) \| (.+) \|$", tekst, re.MULTILINE)
    assert len(gevonden) == len(dict(gevonden)), "een nummer staat er twee keer"
    return dict(gevonden)


FUNCTIES = _rijen("functies.md")
NIET = _rijen("niet-gebouwd.md")


@cache
def _tests_in(pad: str) -> frozenset[str]:
    boom = ast.parse(HUIS.joinpath(pad).read_text(encoding="utf-8"))
    return frozenset(een.name for een in boom.body if isinstance(een, ast.FunctionDef))


def test_elk_nummer_heeft_een_plek() -> None:
    assert [nummer for nummer in (*NUMMERS, *WENSEN) if nummer not in FUNCTIES and nummer not in NIET] == []


def test_elke_functie_noemt_een_test_die_bestaat() -> None:
    genoemd = {nummer: _TEST.findall(rij) for nummer, rij in FUNCTIES.items()}
    assert [nummer for nummer, tests in genoemd.items() if not tests] == []
    weg = [f"{pad}::{naam}" for tests in genoemd.values() for pad, naam in tests if naam not in _tests_in(pad)]
    assert weg == []


def test_wat_half_is_zegt_wat_er_ontbreekt_en_wat_heel_is_niet() -> None:
    half = {nummer for nummer, rij in FUNCTIES.items() if DEELS in rij}
    assert half == FUNCTIES.keys() & NIET.keys()
