"""Elke datum waar iemand zich aan moet houden, en wie de aanvraag beoordeelt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from dakpan.aanvraag.domain.verlenging import Verlenging, Verlengt, verleng
from dakpan.uitleg.berekening import Berekening, Stap
from dakpan.uitleg.bron import Bron


class Termijnsoort(StrEnum):
    """Waarvoor geldt de datum?"""

    AANVRAAG_UITERLIJK = "aanvraag_uiterlijk"
    AANVULLING_UITERLIJK = "aanvulling_uiterlijk"
    BESLISSING_UITERLIJK = "beslissing_uiterlijk"
    WIJZIGING_UITERLIJK = "wijziging_uiterlijk"
    WIJZIGING_MELDEN = "wijziging_melden"
    WIJZIGING_BESLISSEN = "wijziging_beslissen"
    VERANTWOORDING_UITERLIJK = "verantwoording_uiterlijk"
    RAPPORTAGE = "rapportage"
    MAXIMALE_EINDDATUM = "maximale_einddatum"


class Termijn(NamedTuple):
    """Wat moet wanneer uiterlijk, en hoe is die datum gevonden?

    ``sjabloon`` met ``waarden`` is de zin erbij; ``vorm`` zegt bij een rapportage welke het is. ``datum`` is de dag
    zoals de regelset haar uitrekent; ``verlengt`` of de Algemene termijnenwet voor deze termijn geldt.
    """

    soort: Termijnsoort
    datum: date
    bron: Bron
    sjabloon: str
    waarden: Mapping[str, object]
    vorm: str | None = None
    verlengt: Verlengt = Verlengt.NIET

    @property
    def verlenging(self) -> Verlenging | None:
        """Loopt zij door na een weekend of een feestdag?"""
        return verleng(self.datum, self.verlengt)

    @property
    def uiterlijk(self) -> date:
        """De dag om op te rekenen: de berekende, of de dag tot en met welke de wet haar verlengt."""
        verlenging = self.verlenging
        return verlenging.uiterlijk if verlenging is not None else self.datum

    def als_stap(self, regelset: str) -> Stap:
        return Stap(regelset + ".termijn." + self.soort, self.sjabloon, self.datum, self.bron, self.waarden)


@dataclass(frozen=True, slots=True)
class Termijnen:
    """Alle termijnen van één zaak."""

    lijst: tuple[Termijn, ...]


class Beoordelaar(StrEnum):
    """Wie beoordeelt de aanvraag?"""

    ARBEIDSDESKUNDIGE = "arbeidsdeskundige"
    BESLISSER = "beslisser"
    WERKCONSULENT = "werkconsulent"


def bundel_termijnen(regelset: str, lijst: Sequence[Termijn]) -> Berekening[Termijnen]:
    """Alle termijnen met bij elk de stap die hem uitlegt."""
    return Berekening(Termijnen(tuple(lijst)), tuple(termijn.als_stap(regelset) for termijn in lijst))
