"""Hoe staat een waarde in een zin, en hoe in het contract?"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from types import MappingProxyType

from dakpan.begrippen.honderdsten import Honderdsten
from dakpan.begrippen.periode import Periode
from dakpan.uitleg.waarde import Waarde

GEEN_WAARDEN: Mapping[str, object] = MappingProxyType({})


def in_woorden(waarde: object) -> str:
    """Voor mensen: ``17-02-2022``, ``€ 1.420,30``, ``24/36``."""
    match waarde:
        case None:
            return "niet in bron"
        case bool():
            return "ja" if waarde else "nee"
        case date():
            return f"{waarde:%d-%m-%Y}"
        case tuple() | list():
            return ", ".join(in_woorden(deel) for deel in waarde)
        case Fraction():
            return _gemengd(waarde)
        case _:
            return str(waarde).replace("_", " ") if isinstance(waarde, str) else str(waarde)


def _gemengd(breuk: Fraction) -> str:
    """``7 17/31`` rekent met de hand makkelijker na dan ``234/31``."""
    heel, rest = divmod(breuk.numerator, breuk.denominator)
    if rest == 0 or heel <= 0:
        return str(breuk)
    return f"{heel} {rest}/{breuk.denominator}"


def in_contract(waarde: object) -> str:
    """Voor machines: ``2022-02-17``, ``1420.30``, ``14:53``, ``2/3``."""
    match waarde:
        case None:
            return ""
        case bool():
            return "true" if waarde else "false"
        case date():
            return waarde.isoformat()
        case Waarde():
            return in_contract(waarde.waarde)
        case Honderdsten() | Periode():
            return waarde.iso
        case Fraction() if waarde.denominator == 1:
            return str(waarde.numerator)
        case tuple() | list():
            return ", ".join(in_contract(deel) for deel in waarde)
        case _:
            return str(waarde)


def vul_in(sjabloon: str, waarden: Mapping[str, object]) -> str:
    """De zin met de waarden erin. Een naam die ontbreekt is een fout van de regelset, geen leeg gat."""
    return sjabloon.format_map({naam: in_woorden(waarde) for naam, waarde in waarden.items()})
