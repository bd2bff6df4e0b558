"""Hoe lang staat de beslistermijn stil, of hoeveel langer wordt zij, en wanneer eindigt zij dan? (Awb 4:14 en 4:15)"""

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
    """Van ``vanaf`` tot, en niet tot en met, ``tot`` loopt de termijn niet. ``bron``: op welke grond."""

    vanaf: date
    tot: date
    bron: Bron = TELLEN

    def omvat(self, dag: date) -> bool:
        """Staat de termijn op deze dag stil?"""
        return self.vanaf <= dag < self.tot

    def dagen(self, geteld: date, eind: date) -> int:
        """Zoveel dagen later; wat tot ``geteld`` al stilstond telt niet nog eens."""
        del eind
        return max((self.tot - max(self.vanaf, geteld)).days, 0)


class Langer(NamedTuple):
    """Op ``vanaf`` is gezegd dat er niet later dan op ``uiterlijk`` wordt beslist, met de grond daarvoor."""

    vanaf: date
    uiterlijk: date
    bron: Bron

    def dagen(self, geteld: date, eind: date) -> int:
        """Zoveel dagen later; een dag die niet later is dan ``eind`` verandert niets."""
        del geteld
        return max((self.uiterlijk - eind).days, 0)


Oorzaak = Stilstand | Langer


class Verschuiving(NamedTuple):
    """Eén oorzaak, hoeveel dagen zij scheelt en op welke dag de termijn dan eindigt. ``geldt``: kwam zij op tijd?"""

    oorzaak: Oorzaak
    vanaf: date
    dagen: int
    eind: date
    geldt: bool


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


def verschuivingen(uiterlijk: date, oorzaken: Iterable[Oorzaak]) -> Iterator[Verschuiving]:
    """Elke oorzaak op volgorde. Een dag telt één keer, en een termijn die voorbij is gaat niet weer lopen."""
    eind, geteld = uiterlijk, date.min
    for een in sorted(oorzaken, key=lambda een: (een.vanaf, een[1])):
        geldt = een.vanaf <= eind
        dagen = een.dagen(geteld, eind) if geldt else 0
        eind += dagen * _DAG
        yield Verschuiving(een, max(een.vanaf, geteld), dagen, eind, geldt)
        if geldt and isinstance(een, Stilstand):
            geteld = max(geteld, een.tot)


def opgeschort(uiterlijk: date, oorzaken: Iterable[Oorzaak]) -> Berekening[date]:
    """De laatste dag om te beslissen, met bij elke oorzaak een stap."""
    gevonden = tuple(verschuivingen(uiterlijk, oorzaken))
    stappen = tuple(map(_stap, gevonden)) or (_niets(uiterlijk),)
    return Berekening(gevonden[-1].eind if gevonden else uiterlijk, stappen)


def _niets(uiterlijk: date) -> Stap:
    zin = "De termijn stond niet stil; zij eindigt op {uiterlijk}"
    return stap("termijn.opschorting", zin, uiterlijk=uiterlijk, uitkomst=uiterlijk, bron=OPSCHORTEN)


def _stap(een: Verschuiving) -> Stap:
    oorzaak, eind = een.oorzaak, een.eind
    if not een.geldt:
        zin = "De termijn was op {eind} al voorbij; wat daarna komt verandert dat niet"
        waarden: dict[str, object] = {"eind": eind, "vanaf": oorzaak.vanaf}
    elif isinstance(oorzaak, Stilstand) and not een.dagen:
        zin = "Stilstaan zou op {vanaf} beginnen en was toen al voorbij; de termijn eindigt op {eind}"
        waarden = {"vanaf": een.vanaf, "eind": eind}
    elif isinstance(oorzaak, Stilstand):
        zin = "De termijn staat stil van {vanaf} tot {tot}: {dagen} dagen, dus zij eindigt op {eind}"
        waarden = {"vanaf": een.vanaf, "tot": oorzaak.tot, "dagen": een.dagen, "eind": eind}
    else:
        zin = "Op {vanaf} is {uiterlijk} genoemd als laatste dag: {dagen} dagen langer, dus zij eindigt op {eind}"
        waarden = {"vanaf": oorzaak.vanaf, "uiterlijk": oorzaak.uiterlijk, "dagen": een.dagen, "eind": eind}
    return stap("termijn.opschorting", zin, **waarden, uitkomst=eind, bron=oorzaak.bron)
