"""Vlak voor een besluit: wat legt het vast, en past dat in wat er vrij is?"""

from typing import NamedTuple

from dakpan.begrippen.bedrag import Bedrag
from dakpan.betaling.budget.domain import Toegekend, per_jaar
from dakpan.betaling.budget.stand import Budgetstand
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling


class Jaardeel(NamedTuple):
    """Wat er in één jaar bij komt. ``bedrag`` None: niet in bron; ``vrij`` None: het budget is niet ingevuld."""

    jaar: int
    bedrag: Bedrag | None
    vrij: Bedrag | None

    @property
    def boven(self) -> bool:
        return self.bedrag is not None and self.vrij is not None and self.bedrag > self.vrij


class Vooruitzicht(NamedTuple):
    """Wat het besluit op deze kostenplaats zou vastleggen."""

    kostenplaats: str
    delen: tuple[Jaardeel, ...]

    @property
    def boven(self) -> bool:
        """Past het ergens niet?"""
        return any(een.boven for een in self.delen)


def vooruitzicht(handeling: Handeling, zaak: Zaak, toegekend: Toegekend) -> list[Vooruitzicht]:
    """Per kostenplaats waaruit te kiezen is, de standaard eerst; er verandert niets."""
    stand = Budgetstand(handeling, zaak.tenant_id)
    wijze = stand.keuze.jaarwijze if stand.keuze is not None else None
    delen = per_jaar(toegekend, handeling.vandaag.year, wijze).items()
    return [
        Vooruitzicht(plaats, tuple(Jaardeel(jaar, bedrag, stand.op(jaar, plaats).vrij) for jaar, bedrag in delen))
        for plaats in stand.keuzes
    ]
