"""Hoe lang staat de beslistermijn stil, en op welke dag eindigt zij dan? (Awb art. 4:15, eerste lid, onder a)"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from dakpan.uitleg.berekening import Berekening, Stap, stap
from dakpan.uitleg.bron import Bron

AWB = Bron("Algemene wet bestuursrecht")
OPSCHORTEN = AWB.bij("art. 4:15, eerste lid, onder a")
# Het artikel telt "tot de dag": die dag zelf loopt de termijn weer. Zo staat het er niet met zoveel woorden.
TELLEN = OPSCHORTEN.afgeleid
_DAG = timedelta(1)


class Stilstand(NamedTuple):
    """Van ``vanaf`` tot, en niet tot en met, ``tot`` loopt de termijn niet."""

    vanaf: date
    tot: date

    def omvat(self, dag: date) -> bool:
        """Staat de termijn op deze dag stil?"""
        return self.vanaf <= dag < self.tot


class Opschorting(NamedTuple):
    """Eén verzoek om aanvulling: wanneer de beslistermijn stilstaat, en tot en met wanneer aanvullen kan.

    ``aanvullen`` leeg: het hoeft niet meer. Anders de dag die is gekozen; of zij doorloopt zegt ``loopt_door``.
    """

    stil: Stilstand
    aanvullen: date | None = None
    aangevuld: date | None = None


def stilstand(gevraagd: date, uiterlijk: date, aangevuld: date | None = None) -> Stilstand:
    """Vanaf de dag na het verzoek, tot de dag van aanvullen of tot de gegeven termijn ongebruikt voorbij is."""
    voorbij = uiterlijk + _DAG
    tot = voorbij if aangevuld is None else min(aangevuld, voorbij)
    return Stilstand(gevraagd + _DAG, max(tot, gevraagd + _DAG))


def opgeschort(uiterlijk: date, stilstanden: Iterable[Stilstand]) -> Berekening[date]:
    """De laatste dag om te beslissen. Een dag telt één keer, en een termijn die voorbij is gaat niet weer lopen."""
    stappen = tuple(_stappen(uiterlijk, sorted(stilstanden)))
    laatste = next((een.uitkomst for een in reversed(stappen) if isinstance(een.uitkomst, date)), uiterlijk)
    return Berekening(laatste, stappen)


def _stappen(uiterlijk: date, stilstanden: list[Stilstand]) -> Iterator[Stap]:
    if not stilstanden:
        zin = "De termijn stond niet stil; zij eindigt op {uiterlijk}"
        yield stap("termijn.opschorting", zin, uiterlijk=uiterlijk, uitkomst=uiterlijk, bron=OPSCHORTEN)
    eind, geteld = uiterlijk, date.min
    for een in stilstanden:
        vanaf = max(een.vanaf, geteld)
        if een.vanaf > eind:
            yield _te_laat(een, eind)
            continue
        dagen = max((een.tot - vanaf).days, 0)
        eind, geteld = eind + dagen * _DAG, max(geteld, een.tot)
        yield _stil(vanaf, een.tot, dagen, eind)


def _stil(vanaf: date, tot: date, dagen: int, eind: date) -> Stap:
    zin = "De termijn staat stil van {vanaf} tot {tot}: {dagen} dagen, dus zij eindigt op {eind}"
    return stap("termijn.opschorting", zin, vanaf=vanaf, tot=tot, dagen=dagen, eind=eind, uitkomst=eind, bron=TELLEN)


def _te_laat(een: Stilstand, eind: date) -> Stap:
    zin = "De termijn was op {eind} al voorbij; een verzoek daarna verandert dat niet"
    return stap("termijn.opschorting", zin, eind=eind, vanaf=een.vanaf, uitkomst=eind, bron=TELLEN)
