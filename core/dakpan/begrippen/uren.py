"""Uren met twee decimalen: de eenheid van een beschikking. Iets anders dan een ``Duur`` in minuten."""

from dataclasses import dataclass
from typing import ClassVar

from dakpan.begrippen.honderdsten import Honderdsten


@dataclass(frozen=True, slots=True, order=True)
class Uren(Honderdsten):
    """Hoeveel uren, in honderdsten? Nooit onder nul."""

    naam: ClassVar[str] = "aantal uren"
    minimum: ClassVar[int | None] = 0
    voorbeeld: ClassVar[str] = "86,40"
    eis: ClassVar[str] = "schrijf uren vanaf 0 met een punt en twee decimalen, zoals 86.40"

    def __str__(self) -> str:
        return f"{self.nederlands.removesuffix(',00')} uur"
