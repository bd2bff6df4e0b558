"""Een week, van maandag tot en met zondag, met haar ISO-nummer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dakpan.begrippen.fouten import OngeldigeWaarde
from dakpan.invoer.velden import EERSTE_JAAR, LAATSTE_JAAR

_WEEK = re.compile(r"([0-9]{4})-W([0-9]{2})", re.ASCII)
_EEN_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """Welke week? ``begin`` is altijd een maandag; zo lopen weken door over nieuwjaar."""

    begin: date

    def __post_init__(self) -> None:
        if self.begin.isoweekday() != 1:
            raise OngeldigeWaarde(f"een week begint op maandag, niet op {self.begin:%d-%m-%Y}")

    @classmethod
    def van(cls, dag: date) -> "Week":
        """De week waarin deze dag valt."""
        return cls(dag - timedelta(dag.weekday()))

    @classmethod
    def uit_nummer(cls, tekst: str) -> "Week":
        """Leest ``2026-W53``."""
        gevonden = _WEEK.fullmatch(tekst)
        if gevonden is None or not EERSTE_JAAR <= int(gevonden[1]) <= LAATSTE_JAAR:
            raise OngeldigeWaarde(f"'{tekst}' is geen week; schrijf jaar en week als 2026-W12")
        try:
            return cls(date.fromisocalendar(int(gevonden[1]), int(gevonden[2]), 1))
        except ValueError as fout:
            raise OngeldigeWaarde(f"week {gevonden[2]} van {gevonden[1]} bestaat niet") from fout

    @property
    def eind(self) -> date:
        return self.begin + timedelta(6)

    @property
    def dagen(self) -> tuple[date, ...]:
        return tuple(self.begin + timedelta(nummer) for nummer in range(7))

    @property
    def jaar(self) -> int:
        return self.begin.isocalendar().year

    @property
    def nummer(self) -> int:
        return self.begin.isocalendar().week

    @property
    def code(self) -> str:
        """``2026-W53``; als tekst op volgorde."""
        return f"{self.jaar:04d}-W{self.nummer:02d}"

    @property
    def vorige(self) -> "Week":
        return Week(self.begin - _EEN_WEEK)

    @property
    def volgende(self) -> "Week":
        return Week(self.begin + _EEN_WEEK)

    def __contains__(self, dag: date) -> bool:
        return self.begin <= dag <= self.eind

    def __str__(self) -> str:
        return f"week {self.nummer} van {self.jaar}"


@lru_cache(maxsize=1024)
def weekcode(dag: date) -> str:
    """``2026-W53`` van deze dag; wie veel schrijft vraagt het steeds van dezelfde dagen."""
    return Week.van(dag).code


def weken_tot(eerste: Week, tot: Week) -> Iterator[Week]:
    """Elke week vanaf ``eerste``, tot maar niet met ``tot``."""
    while eerste < tot:
        yield eerste
        eerste = eerste.volgende
