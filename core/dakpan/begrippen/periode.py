"""Een periode van dag tot en met dag, en een kalenderkwartaal."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

from dakpan.begrippen.fouten import OngeldigeWaarde
from dakpan.begrippen.kalender import DAG, einde_na_maanden

_PERIODE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})/([0-9]{4}-[0-9]{2}-[0-9]{2})", re.ASCII)
_KWARTAAL = re.compile(r"([0-9]{4})-([1-4])", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Periode:
    """Van wanneer tot en met wanneer? Beide dagen tellen mee; het eind ligt nooit voor het begin."""

    begin: date
    eind: date

    def __post_init__(self) -> None:
        if type(self.begin) is not date or type(self.eind) is not date:
            raise OngeldigeWaarde(f"een periode heeft twee datums, geen {self.begin!r} en {self.eind!r}")
        if self.eind < self.begin:
            raise OngeldigeWaarde(f"de einddatum {self.eind} ligt voor de begindatum {self.begin}")

    @classmethod
    def uit_iso(cls, tekst: str) -> "Periode":
        """Leest ``2022-02-17/2022-08-16``."""
        gevonden = _PERIODE.fullmatch(tekst)
        try:
            begin, eind = [date.fromisoformat(dag) for dag in gevonden.groups()] if gevonden else []
        except ValueError as fout:
            raise OngeldigeWaarde(f"'{tekst}' kan niet: schrijf 2022-02-17/2022-08-16") from fout
        return cls(begin, eind)

    @property
    def dagen(self) -> int:
        return (self.eind - self.begin).days + 1

    def __contains__(self, dag: date) -> bool:
        return self.begin <= dag <= self.eind

    def raakt(self, andere: "Periode") -> bool:
        """Hebben deze twee een dag gemeen?"""
        return self.begin <= andere.eind and andere.begin <= self.eind

    @property
    def iso(self) -> str:
        return f"{self.begin.isoformat()}/{self.eind.isoformat()}"

    def __str__(self) -> str:
        return f"{self.begin:%d-%m-%Y} t/m {self.eind:%d-%m-%Y}"


@dataclass(frozen=True, slots=True, order=True)
class Kwartaal:
    """Welk kalenderkwartaal?"""

    jaar: int
    nummer: int

    def __post_init__(self) -> None:
        if type(self.jaar) is not int or not MINYEAR <= self.jaar <= MAXYEAR:
            raise OngeldigeWaarde(f"{self.jaar!r} is geen jaar; schrijf een jaartal, zoals 2026")
        if type(self.nummer) is not int or self.nummer not in (1, 2, 3, 4):
            raise OngeldigeWaarde(f"kwartaal {self.nummer} bestaat niet: kies 1, 2, 3 of 4")

    @classmethod
    def uit_iso(cls, tekst: str) -> "Kwartaal":
        """Leest ``2026-3``."""
        gevonden = _KWARTAAL.fullmatch(tekst)
        if gevonden is None:
            raise OngeldigeWaarde(f"'{tekst}' kan niet: schrijf jaar en kwartaal als 2026-3")
        return cls(int(gevonden[1]), int(gevonden[2]))

    @classmethod
    def van(cls, dag: date) -> "Kwartaal":
        return cls(dag.year, (dag.month + 2) // 3)

    @property
    def periode(self) -> Periode:
        begin = date(self.jaar, self.nummer * 3 - 2, 1)
        return Periode(begin, einde_na_maanden(begin, 3))

    @property
    def volgende(self) -> "Kwartaal":
        return Kwartaal.van(self.periode.eind + DAG)

    @property
    def iso(self) -> str:
        return f"{self.jaar}-{self.nummer}"

    def __str__(self) -> str:
        return f"{self.nummer}e kwartaal {self.jaar}"


def kwartalen(periode: Periode) -> Iterator[Kwartaal]:
    """Welke kalenderkwartalen raakt deze periode, op volgorde?"""
    kwartaal = Kwartaal.van(periode.begin)
    while kwartaal.periode.begin <= periode.eind:
        yield kwartaal
        kwartaal = kwartaal.volgende
