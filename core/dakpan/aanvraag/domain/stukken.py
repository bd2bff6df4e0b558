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


class Aanlevering(StrEnum):
    """Hoe komt een stuk in de zaak?"""

    FORMULIER = "formulier"
    BESTAND = "bestand"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Stuk:
    """Welk document, van wie? ``bevat`` noemt wat er ten minste in staat.

    ``aanlevering``: een bestand moet er zijn bij het indienen; ``LATER`` mag ook erna (of de bron noemt geen moment);
    wat in een formulier van de straat zelf staat hoeft niemand los aan te leveren.
    """

    code: str
    titel: str
    van: Partij
    bevat: tuple[str, ...] = ()
    aanlevering: Aanlevering = Aanlevering.BESTAND


@dataclass(frozen=True, slots=True)
class VereisteStukken:
    """Alle stukken, en de ondertekenaars op volgorde: de laatste tekent het laatst.

    ``machtiging``: de cliënt kan er ook voor tekenen dat het geld rechtstreeks naar de jobcoachorganisatie gaat.
    """

    stukken: tuple[Stuk, ...]
    ondertekenaars: tuple[Partij, ...]
    machtiging: bool = False
