"""Hoeveel rekentijd kost een verzoek, en hoeveel opdrachten? Met wat de database er zelf voor doet."""

from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time_ns
from typing import Any, NamedTuple

from sqlalchemy import Engine, event, text

RONDES = 5
_WIE = text("SELECT pid FROM pg_stat_activity WHERE datname = current_database()")


class Meting(NamedTuple):
    """Het midden van een paar keer; ``keer``: hoe vaak de kale vraag ernaast daar in past."""

    ms: float
    keer: float
    opdrachten: int


class Meter:
    """Telt rekentijd van dit proces, en van de PostgreSQL die op dezelfde machine voor ons werkt."""

    def __init__(self, motor: Engine, kaal: str) -> None:
        self._motor, self._kaal, self._opdrachten = motor, kaal, 0
        event.listen(motor, "before_cursor_execute", self._tel)

    def meet(self, functie: Callable[[], object]) -> Meting:
        """De eerste keer telt niet mee: dan wordt er nog van alles voor het eerst gelezen."""
        functie()
        self._opdrachten = 0
        functie()
        opdrachten = self._opdrachten
        paren = [(self._ms(functie), self._ms(self._vraag_kaal)) for _ in range(RONDES)]
        return Meting(median(een for een, _ in paren), median(een / kaal for een, kaal in paren), opdrachten)

    def _vraag_kaal(self) -> None:
        """Dezelfde soort lijst zonder loket eromheen: geen rechten, geen rijbeveiliging, geen HTML."""
        verbinding = self._motor.raw_connection()
        try:
            wijzer = verbinding.cursor()
            if self._motor.dialect.name == "postgresql":
                wijzer.execute("SET LOCAL ROLE NONE")
            wijzer.execute(self._kaal)
            wijzer.fetchall()
        finally:
            verbinding.close()

    def _ms(self, functie: Callable[[], object]) -> float:
        servers = self._servers()
        begin = process_time_ns() + sum(map(_gerekend, servers))
        functie()
        return (process_time_ns() + sum(map(_gerekend, servers)) - begin) / 1e6

    def _servers(self) -> list[Path]:
        """Wie er bij PostgreSQL voor ons werkt. Elke vraag gaat langs dezelfde verbinding: er is er maar één."""
        if self._motor.dialect.name != "postgresql":
            return []
        with self._motor.connect() as verbinding:
            return [Path(f"/proc/{pid}/schedstat") for (pid,) in verbinding.execute(_WIE)]

    def _tel(self, *_: Any) -> None:
        self._opdrachten += 1


def _gerekend(proces: Path) -> int:
    """Rekentijd in nanoseconden."""
    return int(proces.read_text(encoding="ascii").split()[0])
