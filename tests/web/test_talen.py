"""De woordenlijst: elke tekst die iemand kan lezen is er, in twee talen en met dezelfde plekken."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from dakpan.web.gezicht import woorden
from dakpan.web.gezicht.zinnen import zinnen_van
from dakpan.web.taal import TALEN
from dakpan.web.vertaling import CONTEXT

PLEK = re.compile(r"%\(\w+\)[sd]")
LIJSTEN = sorted(woorden.VERTALINGEN.glob("*/LC_MESSAGES/*.po"))
NIET_ZO = re.compile(r"!|\b(je|jij|jou|jouw|jullie)\b", re.IGNORECASE)


@cache
def _gevonden() -> Catalog:
    return woorden.verzamel()


def _berichten(lijst: Path) -> list[Message]:
    with lijst.open("rb") as bron:
        return [bericht for bericht in read_po(bron, locale=lijst.parts[-3]) if bericht.id]


def _vormen(tekst: object) -> list[str]:
    return [tekst] if isinstance(tekst, str) else list(tekst) if isinstance(tekst, (list, tuple)) else []


def _sleutels(berichten: Iterator[Message] | list[Message]) -> set[tuple[str | None, object]]:
    return {(een.context, een.id if isinstance(een.id, str) else tuple(een.id)) for een in berichten if een.id}


def test_er_is_een_woordenlijst_voor_elke_taal_behalve_het_nederlands() -> None:
    assert {lijst.parts[-3] for lijst in LIJSTEN} == set(TALEN) - {"nl"}


@pytest.mark.parametrize("lijst", LIJSTEN, ids=lambda lijst: lijst.parts[-3])
def test_de_woordenlijst_heeft_elke_tekst_en_niets_anders(lijst: Path) -> None:
    """Na een nieuwe of gewijzigde tekst: python core/dakpan/web/gezicht/woorden.py, en vertaal wat open staat."""
    gevonden, vertaald = _sleutels(list(_gevonden())), _sleutels(_berichten(lijst))
    assert (gevonden - vertaald, vertaald - gevonden) == (set(), set())


@pytest.mark.parametrize("lijst", LIJSTEN, ids=lambda lijst: lijst.parts[-3])
def test_elke_tekst_is_vertaald_en_geen_vertaling_is_een_gok(lijst: Path) -> None:
    open_ = [een.id for een in _berichten(lijst) if een.fuzzy or not all(map(str.strip, _vormen(een.string) or [""]))]
    assert open_ == []


@pytest.mark.parametrize("lijst", LIJSTEN, ids=lambda lijst: lijst.parts[-3])
def test_elke_vorm_van_een_vertaling_houdt_de_plekken(lijst: Path) -> None:
    fout = [een.id for een in _berichten(lijst) if not _plekken_kloppen(een)]
    assert fout == []


def _plekken_kloppen(een: Message) -> bool:
    """In een enkelvoud mag de telling weg zijn (‘één week’); een plek die niet bestaat kan nooit."""
    bron, vertaald = ([set(PLEK.findall(vorm)) for vorm in _vormen(tekst)] for tekst in (een.id, een.string))
    return bron[-1] == vertaald[-1] and len(bron) == len(vertaald) and vertaald[0] <= bron[-1]


def test_een_verdwenen_plek_valt_op() -> None:
    assert not _plekken_kloppen(Message("Van %(wie)s", string="From"))
    assert not _plekken_kloppen(Message(("%(num)s dag", "%(num)s dagen"), string=("%(dag)s day", "%(num)s days")))


def test_elke_tekst_zegt_u_en_roept_niet() -> None:
    teksten = [vorm for een in _gevonden() for vorm in _vormen(een.id)]
    assert [tekst for tekst in teksten if NIET_ZO.search(tekst)] == []


def test_een_zin_van_de_kern_krijgt_haar_plekken_terug() -> None:
    code = """
class A:
    eis: ClassVar[str] = "schrijf een heel getal"

def toets(wie: list[str]) -> None:
    \"\"\"Dit leest alleen wie programmeert.\"\"\"
    if not wie:
        raise KanNiet("Kies eerst iemand.")
    raise KanNiet(f"Eerst tekent {wie[0]}; pas daarna {wie[1]}, 100% zeker.")

STAP = stap("regel", "Dit staat in de bron")
GEEN = "Bij {nummer} is nog niets"
"""
    assert list(zinnen_van(code)) == [
        ("schrijf een heel getal", None),
        ("Kies eerst iemand.", None),
        ("Eerst tekent %(wie)s; pas daarna %(wie_2)s, 100%% zeker.", CONTEXT),
        ("Bij %(nummer)s is nog niets", CONTEXT),
    ]
