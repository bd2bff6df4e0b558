"""Vlak voor een besluit: wat legt het vast, wat lag er al, en past dat in wat er vrij is?"""

from typing import NamedTuple

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.betaling.budget.domain import Toegekend
from dakpan.betaling.budget.stand import Budgetstand
from dakpan.betaling.budget.verplichten import delen_van, geldende, vastgelegd
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling


class Jaardeel(NamedTuple):
    """Wat er in één jaar vast komt te liggen.

    ``bedrag`` None: niet in bron; ``vrij`` None: het budget is niet ingevuld;
    ``nu``: wat er voor deze zaak al vastlag; dat telt mee in wat er vrij is.
    """

    jaar: int
    bedrag: Bedrag | None
    vrij: Bedrag | None
    nu: Bedrag = NUL_EURO

    @property
    def boven(self) -> bool:
        return self.bedrag is not None and self.vrij is not None and self.bedrag > self.vrij and self.bedrag > self.nu


class Vooruitzicht(NamedTuple):
    """Wat het besluit op deze kostenplaats zou vastleggen."""

    kostenplaats: str
    delen: tuple[Jaardeel, ...]

    @property
    def boven(self) -> bool:
        """Past het ergens niet?"""
        return any(een.boven for een in self.delen)

    @property
    def gelezen(self) -> str:
        """Hoe een formulier zegt dat iemand de waarschuwing bij deze bedragen las; andere bedragen zijn een andere."""
        return "|".join([self.kostenplaats, *(f"{een.jaar}={een.bedrag}" for een in self.delen)])


def vooruitzicht(handeling: Handeling, zaak: Zaak, toegekend: Toegekend) -> list[Vooruitzicht]:
    """Per kostenplaats waaruit te kiezen is, de standaard eerst; er verandert niets.

    Ligt er voor deze zaak al iets vast, dan blijft het op die kostenplaats.
    """
    stand, eerder = Budgetstand(handeling, zaak.tenant_id), geldende(handeling, zaak)
    delen = delen_van(stand, eerder, toegekend, handeling.vandaag.year)
    plaatsen = [eerder[0].kostenplaats] if eerder else stand.keuzes

    def in_jaar(jaar: int, bedrag: Bedrag | None, plaats: str) -> Jaardeel:
        vrij, nu = stand.op(jaar, plaats).vrij, vastgelegd(eerder, jaar, plaats)
        return Jaardeel(jaar, bedrag, vrij + nu if vrij is not None else None, nu)

    return [
        Vooruitzicht(plaats, tuple(in_jaar(jaar, bedrag, plaats) for jaar, bedrag in delen.items()))
        for plaats in plaatsen
    ]
