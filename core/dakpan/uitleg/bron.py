"""Waar staat het, en hoe zeker is dat?"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache


class Zekerheid(StrEnum):
    """Hoe zeker is het dat de bron dit zegt?"""

    TEKST = "tekst"
    AFGELEID = "afgeleid"
    ONTBREEKT = "ontbreekt"


@dataclass(frozen=True, slots=True)
class Bron:
    """Uit welke regeling komt dit, en op welke plaats staat het daar?

    ``verzonnen``: er is geen regeling; iemand bedacht dit, zoals voor een demonstratie.
    """

    titel: str
    vindplaats: str = ""
    zekerheid: Zekerheid = Zekerheid.TEKST
    datum: date | None = None
    url: str | None = None
    verzonnen: bool = False

    def __post_init__(self) -> None:
        if not self.titel.strip():
            raise ValueError("een bron heeft een titel")

    def bij(self, vindplaats: str) -> "Bron":
        """Dezelfde regeling, op een andere plaats."""
        return _een(replace(self, vindplaats=vindplaats))

    @property
    def afgeleid(self) -> "Bron":
        """Dezelfde plaats, maar het staat er niet met zoveel woorden."""
        return _een(replace(self, zekerheid=Zekerheid.AFGELEID))

    @property
    def ontbreekt(self) -> "Bron":
        """Deze regeling zegt er niets over: niet in bron."""
        return _een(replace(self, zekerheid=Zekerheid.ONTBREEKT))

    def __str__(self) -> str:
        plaats = f", {self.vindplaats}" if self.vindplaats else ""
        return f"{self.titel}{plaats}"


@cache
def _een(bron: Bron) -> Bron:
    """Elke plaats in een regeling bestaat één keer, hoe vaak een regel ernaar verwijst."""
    return bron
