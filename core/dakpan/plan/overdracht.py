"""Dakpansgewijs overdragen: is er altijd iemand voor deze cliënt, en kennen opvolgers elkaar een tijdje?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from dakpan.begrippen.kalender import DAG
from dakpan.begrippen.periode import Periode


class Aanspreeksoort(StrEnum):
    """In welke rol is iemand er voor de cliënt?"""

    COORDINATOR = "coordinator"
    CONTACTPERSOON = "contactpersoon"


class Naadsoort(StrEnum):
    """Wat is er mis tussen twee beurten?"""

    NIEMAND = "niemand"
    GAT = "gat"
    ZONDER_OVERLAP = "zonder_overlap"


class Beurt(NamedTuple):
    """Iemand is er van deze dag tot en met die dag; zonder laatste dag zolang het duurt."""

    naam: str
    van: date
    tot_en_met: date | None


@dataclass(frozen=True, slots=True)
class Naad:
    """Waar het dak lekt. Bij een gat: van welke dag tot en met welke is er niemand?"""

    soort: Naadsoort
    van: date
    tot_en_met: date
    eerder: str = ""
    later: str = ""


def naden(beurten: Iterable[Beurt], periode: Periode) -> Iterator[Naad]:
    """Elk gat in deze periode, en elke overdracht waarbij de een pas begint als de ander al weg is."""
    op_volgorde = sorted(beurten, key=lambda een: een.van)
    if not op_volgorde:
        yield Naad(Naadsoort.NIEMAND, periode.begin, periode.eind)
        return
    bezet_tot, eerder = periode.begin - DAG, ""
    for een in op_volgorde:
        laatste = min(een.tot_en_met or periode.eind, periode.eind)
        if een.van > bezet_tot and bezet_tot < periode.eind and laatste >= periode.begin:
            yield from _naad(bezet_tot, eerder, een, periode)
        if laatste > bezet_tot:
            bezet_tot, eerder = laatste, een.naam
    if bezet_tot < periode.eind:
        yield Naad(Naadsoort.GAT, bezet_tot + DAG, periode.eind, eerder)


def _naad(bezet_tot: date, eerder: str, een: Beurt, periode: Periode) -> Iterator[Naad]:
    """Tussen de laatste dag van de een en de eerste van de ander."""
    begin = min(een.van - DAG, periode.eind)
    if begin > bezet_tot:
        yield Naad(Naadsoort.GAT, bezet_tot + DAG, begin, eerder, een.naam)
    elif eerder:
        yield Naad(Naadsoort.ZONDER_OVERLAP, een.van, een.van, eerder, een.naam)
