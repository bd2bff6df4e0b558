"""Waar staat het, en hoe zeker is dat?"""

from dataclasses import dataclass
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
    """Uit welke regeling komt dit, en op welke plaats staat het daar?"""

    titel: str
    vindplaats: str = ""
    zekerheid: Zekerheid = Zekerheid.TEKST
    datum: date | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        if not self.titel.strip():
            raise ValueError("een bron heeft een titel")

    def bij(self, vindplaats: str) -> "Bron":
        """Dezelfde regeling, op een andere plaats."""
        return _bron(self.titel, vindplaats, self.zekerheid, self.datum, self.url)

    @property
    def afgeleid(self) -> "Bron":
        """Dezelfde plaats, maar het staat er niet met zoveel woorden."""
        return _bron(self.titel, self.vindplaats, Zekerheid.AFGELEID, self.datum, self.url)

    @property
    def ontbreekt(self) -> "Bron":
        """Deze regeling zegt er niets over: niet in bron."""
        return _bron(self.titel, self.vindplaats, Zekerheid.ONTBREEKT, self.datum, self.url)

    def __str__(self) -> str:
        plaats = f", {self.vindplaats}" if self.vindplaats else ""
        return f"{self.titel}{plaats}"


@cache
def _bron(titel: str, vindplaats: str, zekerheid: Zekerheid, datum: date | None, url: str | None) -> Bron:
    """Elke plaats in een regeling bestaat één keer, hoe vaak een regel ernaar verwijst."""
    return Bron(titel, vindplaats, zekerheid, datum, url)
