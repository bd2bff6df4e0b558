"""Elke datum waar iemand zich aan moet houden, en wie de aanvraag beoordeelt."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

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
