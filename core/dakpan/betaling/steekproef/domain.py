"""Welke activiteiten komen in de steekproef? Zonder opslag, en voor hetzelfde zaad altijd dezelfde."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from hashlib import sha256
from heapq import nsmallest
from typing import NamedTuple
from uuid import UUID

from dakpan.begrippen.afronding import naar_boven
from dakpan.begrippen.percentage import Percentage


class Regeloordeel(StrEnum):
    """Wat vindt wie nakijkt van één activiteit? Bij navragen is het oordeel er nog niet."""

    KLOPT = "klopt"
    KLOPT_NIET = "klopt_niet"
    NAVRAGEN = "navragen"


KLAAR = (Regeloordeel.KLOPT, Regeloordeel.KLOPT_NIET)
MET_REDEN = (Regeloordeel.KLOPT_NIET, Regeloordeel.NAVRAGEN)


class Omvang(NamedTuple):
    """Hoe groot wil de financier haar? Precies één van beide."""

    aantal: int | None = None
    percentage: Percentage | None = None

    def van(self, totaal: int) -> int:
        """Hoeveel regels is dat? Een percentage gaat naar boven op een hele regel; meer dan er is kan niet."""
        if self.percentage is not None:
            return naar_boven(self.percentage.deel * totaal)
        return min(self.aantal or 0, totaal)


class Gedeclareerd(NamedTuple):
    """Eén activiteit op één declaratie; ``plaats``: de hoeveelste zij daarop is."""

    activiteit_id: UUID
    declaratie_id: UUID
    plaats: int


def trek(uit: Iterable[Gedeclareerd], aantal: int, zaad: str) -> list[Gedeclareerd]:
    """De activiteiten met het laagste lot. Elk lot komt van het zaad en de activiteit alleen.

    Zo heeft elke regel dezelfde kans, doet de volgorde van ``uit`` er niet toe, en kan iedereen het narekenen.
    """
    return nsmallest(aantal, _enkel(uit), key=lambda een: (lot(zaad, een.activiteit_id), een.activiteit_id))


def lot(zaad: str, activiteit_id: UUID) -> str:
    """Het lot van één activiteit: SHA-256 over het zaad, een dubbele punt en haar id."""
    return sha256(f"{zaad}:{activiteit_id}".encode()).hexdigest()


def _enkel(uit: Iterable[Gedeclareerd]) -> Iterator[Gedeclareerd]:
    """Wat op twee declaraties staat loot één keer mee."""
    gezien: set[UUID] = set()
    for een in uit:
        if een.activiteit_id not in gezien:
            gezien.add(een.activiteit_id)
            yield een
