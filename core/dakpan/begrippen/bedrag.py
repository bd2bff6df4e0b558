"""Geld: hele centen."""

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from dakpan.begrippen.afronding import Afronding
from dakpan.begrippen.honderdsten import Honderdsten


@dataclass(frozen=True, slots=True, order=True)
class Bedrag(Honderdsten):
    """Hoeveel geld, in centen? Mag onder nul zijn: een correctie is ook een bedrag."""

    naam: ClassVar[str] = "bedrag"
    eis: ClassVar[str] = "schrijf een bedrag met een punt en twee decimalen, zoals 1420.30"

    @property
    def centen(self) -> int:
        return self.honderdsten

    def __add__(self, ander: "Bedrag") -> "Bedrag":
        return Bedrag(self.honderdsten + ander.honderdsten) if type(ander) is Bedrag else NotImplemented

    def __sub__(self, ander: "Bedrag") -> "Bedrag":
        return Bedrag(self.honderdsten - ander.honderdsten) if type(ander) is Bedrag else NotImplemented

    def keer(self, factor: Fraction, afronding: Afronding) -> "Bedrag":
        """Dit bedrag maal een breuk, één keer afgerond op de cent."""
        return Bedrag(afronding(self.honderdsten * factor))

    def __str__(self) -> str:
        return f"€ {self.nederlands}"


NUL_EURO = Bedrag(0)
