"""Welke verslagen een zaak vraagt, en een verslag dat getoetst wordt."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.uitleg.bron import Bron


class Rapportagevorm(StrEnum):
    """Wat voor verslag is het?"""

    KWARTAAL = "kwartaal"
    HALFJAAR = "halfjaar"
    EIND = "eind"
    PROEFPLAATSING = "proefplaatsing"
    VERANTWOORDING = "verantwoording"


class Rapportageonderdeel(StrEnum):
    """Wat kan een verslag bevatten?"""

    ALGEMENE_GEGEVENS = "algemene_gegevens"
    MATCHING = "matching"
    LOGBOEK = "logboek"
    COACHINGSPLAN = "coachingsplan"
    STATUS_ARBEIDSOVEREENKOMST = "status_arbeidsovereenkomst"
    STATUS_JOBCOACHING = "status_jobcoaching"
    ACTIVITEITENOVERZICHT = "activiteitenoverzicht"
    BEOORDELING_WERKNEMER = "beoordeling_werknemer"
    BEOORDELING_WERKGEVER = "beoordeling_werkgever"
    VERLOOP = "verloop"

    @property
    def woorden(self) -> str:
        """``status jobcoaching``: zoals iemand het leest."""
        return self.value.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Rapportageplicht:
    """Welk verslag, uiterlijk wanneer, en moet het op papier?"""

    vorm: Rapportagevorm
    uiterlijk: date
    schriftelijk: bool
    bron: Bron


@dataclass(frozen=True, slots=True)
class Rapportageplan:
    """Alle verslagen van één periode, op datum."""

    plichten: tuple[Rapportageplicht, ...]


@dataclass(frozen=True, slots=True)
class Rapportage:
    """Een verslag: wanneer uitgebracht, schriftelijk of mondeling, met welke onderdelen en handtekeningen."""

    uitgebracht_op: date
    schriftelijk: bool
    onderdelen: frozenset[Rapportageonderdeel]
    ondertekend_door: tuple[Partij, ...] = ()
