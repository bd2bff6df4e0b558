"""Percentages met twee decimalen."""

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from dakpan.begrippen.honderdsten import Honderdsten


@dataclass(frozen=True, slots=True, order=True)
class Percentage(Honderdsten):
    """Hoeveel procent, in honderdsten van een procent? Van 0 tot en met 100."""

    naam: ClassVar[str] = "percentage"
    minimum: ClassVar[int | None] = 0
    maximum: ClassVar[int | None] = 100_00
    voorbeeld: ClassVar[str] = "7,50"
    eis: ClassVar[str] = "schrijf een percentage van 0.00 tot en met 100.00, zoals 7.50"

    @property
    def deel(self) -> Fraction:
        """Het deel van het geheel: 7,50% is 3/40."""
        return Fraction(self.honderdsten, 100_00)

    def __str__(self) -> str:
        return f"{self.nederlands}%"
