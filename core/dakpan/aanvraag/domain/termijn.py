"""Elke datum waar iemand zich aan moet houden, en wie de aanvraag beoordeelt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dakpan.uitleg.berekening import Berekening, Stap
from dakpan.uitleg.bron import Bron


class Termijnsoort(StrEnum):
    """Waarvoor geldt de datum?"""

    AANVRAAG_UITERLIJK = "aanvraag_uiterlijk"
    AANVULLING_UITERLIJK = "aanvulling_uiterlijk"
    BESLISSING_UITERLIJK = "beslissing_uiterlijk"
    WIJZIGING_UITERLIJK = "wijziging_uiterlijk"
    VERANTWOORDING_UITERLIJK = "verantwoording_uiterlijk"
    RAPPORTAGE = "rapportage"
    MAXIMALE_EINDDATUM = "maximale_einddatum"


@dataclass(frozen=True, slots=True)
class Termijn:
    """Wat moet wanneer uiterlijk? ``vorm`` zegt bij een rapportage welke het is."""

    soort: Termijnsoort
    datum: date
    bron: Bron
    vorm: str | None = None


@dataclass(frozen=True, slots=True)
class Termijnen:
    """Alle termijnen van één zaak."""

    lijst: tuple[Termijn, ...]


class Beoordelaar(StrEnum):
    """Wie beoordeelt de aanvraag?"""

    ARBEIDSDESKUNDIGE = "arbeidsdeskundige"
    BESLISSER = "beslisser"
    WERKCONSULENT = "werkconsulent"


@dataclass(frozen=True, slots=True)
class Termijnregel:
    """Een termijn met de zin die zegt hoe de datum is gevonden."""

    soort: Termijnsoort
    datum: date
    bron: Bron
    sjabloon: str
    waarden: Mapping[str, object]
    vorm: str | None = None

    def als_termijn(self) -> Termijn:
        return Termijn(self.soort, self.datum, self.bron, self.vorm)

    def als_stap(self, regelset: str) -> Stap:
        code = f"{regelset}.termijn.{self.soort}"
        return Stap(code, self.sjabloon, self.datum, self.bron, self.waarden)


def bundel_termijnen(regelset: str, regels: Sequence[Termijnregel]) -> Berekening[Termijnen]:
    """Alle termijnen met bij elk de stap die hem uitlegt."""
    lijst = tuple(regel.als_termijn() for regel in regels)
    return Berekening(Termijnen(lijst), tuple(regel.als_stap(regelset) for regel in regels))
