"""Welke documenten en handtekeningen een aanvraag nodig heeft."""

from dataclasses import dataclass
from enum import StrEnum


class Partij(StrEnum):
    """Wie doet iets in een zaak?"""

    CLIENT = "client"
    WERKGEVER = "werkgever"
    JOBCOACH = "jobcoach"
    JOBCOACHORGANISATIE = "jobcoachorganisatie"
    WERKCONSULENT = "werkconsulent"
    ARBEIDSDESKUNDIGE = "arbeidsdeskundige"
    BESLISSER = "beslisser"
    FINANCIER = "financier"


@dataclass(frozen=True, slots=True)
class Stuk:
    """Welk document, van wie? ``bevat`` noemt wat er ten minste in staat."""

    code: str
    titel: str
    van: Partij
    bevat: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VereisteStukken:
    """Alle stukken, en de ondertekenaars op volgorde: de laatste tekent het laatst."""

    stukken: tuple[Stuk, ...]
    ondertekenaars: tuple[Partij, ...]
