"""Een getal met de dag waarop het ingaat en de plaats waar het staat."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from dakpan.uitleg.bron import Bron

W = TypeVar("W", covariant=True)


@dataclass(frozen=True, slots=True)
class Waarde(Generic[W]):
    """Wat geldt er vanaf een dag, volgens welke bron?

    ``ingehaald_op``: de eerste indexdatum na ``vanaf``; daarna is de waarde bekend maar niet geïndexeerd.
    """

    waarde: W
    vanaf: date
    bron: Bron
    tot_en_met: date | None = None
    ingehaald_op: date | None = None

    def __str__(self) -> str:
        return str(self.waarde)
