"""Wat een coach kan kiezen: een doel met een activiteit erbij, en waar het was."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dakpan.opslag.handeling import Handeling
from dakpan.plan.doelen import ACHT_DOELEN
from dakpan.plan.domain import Doel, Doelomschrijving
from dakpan.uitleg.berekening import Berekening
from dakpan.uitleg.bron import Bron
from dakpan.uren.domain import RAPPORTAGE_SCHRIJVEN, Activiteiten, NietVergoed

# De ene activiteit die regels apart tellen heeft een vaste naam; de andere heten zoals in de lijst.
_VASTE_NAAM = {"de verantwoordingsrapportage opstellen": RAPPORTAGE_SCHRIJVEN}
_VOLUIT = {naam: tekst for tekst, naam in _VASTE_NAAM.items()}
_TITELS = {een.doel.value: een.titel for een in ACHT_DOELEN}


class Locatie(StrEnum):
    """Waar vond de activiteit plaats?"""

    WERKPLEK = "werkplek"
    KANTOOR = "kantoor"
    THUIS = "thuis"
    TELEFOON = "telefoon"
    BEELDBELLEN = "beeldbellen"
    ELDERS = "elders"


@dataclass(frozen=True, slots=True)
class Werkkeuze:
    """Eén regel van de keuzelijst. ``soort`` leeg: een andere activiteit bij dit doel."""

    doel: Doel | NietVergoed
    soort: str

    @property
    def code(self) -> str:
        return f"{self.doel.value}:{self.soort}"

    @classmethod
    def uit_code(cls, code: str) -> "Werkkeuze":
        """``ValueError`` als dit doel niet bestaat."""
        doel, _, soort = code.partition(":")
        return cls(NietVergoed(doel) if doel in set(NietVergoed) else Doel(doel), soort)


def activiteiten_van(handeling: Handeling, tenant_id: str, dag: date) -> Berekening[Activiteiten]:
    """Wat mag een coach bij deze financier op deze dag schrijven?"""
    return handeling.regels(tenant_id, dag).bepaal_activiteiten(dag)


def werkkeuzes(activiteiten: Iterable[Activiteiten]) -> tuple[Werkkeuze, ...]:
    """De keuzes van al deze financiers samen: eerst de doelen, dan wat niet wordt vergoed."""
    allen = list(activiteiten)
    doelen = dict.fromkeys(een for van in allen for een in van.doelen)
    nooit = dict.fromkeys(soort for van in allen for soort in van.niet_vergoed)
    return (*(keuze for een in doelen for keuze in _bij(een)), *(Werkkeuze(soort, "") for soort in nooit))


def _bij(omschrijving: Doelomschrijving) -> Iterator[Werkkeuze]:
    for voorbeeld in omschrijving.voorbeelden:
        yield Werkkeuze(omschrijving.doel, _VASTE_NAAM.get(voorbeeld, voorbeeld))
    yield Werkkeuze(omschrijving.doel, "")


def bron_van_weigering(berekening: Berekening[Activiteiten], soort: NietVergoed) -> Bron:
    """Waar staat dat deze soort nooit wordt betaald?"""
    for stap in berekening.stappen:
        for waarde in stap.waarden.values():
            if soort.value == waarde or (isinstance(waarde, tuple) and soort.value in waarde):
                return stap.bron
    return berekening.stappen[0].bron


def doeltitel(doel: str) -> str:
    """``introduceren`` voluit: "De persoon introduceren"."""
    return _TITELS.get(doel, doel.replace("_", " "))


def soorttekst(soort: str) -> str:
    """De activiteit zoals zij in de lijst staat."""
    return _VOLUIT.get(soort, soort)
