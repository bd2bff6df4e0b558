"""Hoe staat het budget ervoor, per jaar en kostenplaats?"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.betaling.budget.domain import ZONDER
from dakpan.betaling.budget.tables import Budgetkeuze, Budgetteller, Jaarbudget
from dakpan.opslag.handeling import Handeling


@dataclass(slots=True)
class Stand:
    """Eén jaar op één kostenplaats. ``bedrag`` None: niet ingevuld, en dan is ook niet bekend wat er vrij is."""

    jaar: int
    kostenplaats: str
    bedrag: Bedrag | None = None
    verplicht: Bedrag = NUL_EURO
    betaald: Bedrag = NUL_EURO
    onbekend: int = 0

    @property
    def vrij(self) -> Bedrag | None:
        """Onder nul als er meer is vastgelegd dan er is."""
        return self.bedrag - self.verplicht if self.bedrag is not None else None


class Budgetstand:
    """Alle jaren en kostenplaatsen van één financier, in drie opdrachten gelezen."""

    def __init__(self, handeling: Handeling, tenant_id: str) -> None:
        sessie = handeling.sessie
        self.keuze = sessie.scalar(select(Budgetkeuze).where(Budgetkeuze.tenant_id == tenant_id))
        self._standen: dict[tuple[int, str], Stand] = {}
        self._lees_budgetten(sessie.scalars(select(Jaarbudget).where(Jaarbudget.tenant_id == tenant_id)))
        vraag = select(Budgetteller).where(Budgetteller.tenant_id == tenant_id)
        self._lees_tellers(sessie.scalars(vraag.execution_options(populate_existing=True)))

    def _lees_budgetten(self, rijen: Iterable[Jaarbudget]) -> None:
        budgetten = list(rijen)
        self.kostenplaatsen = sorted({een.kostenplaats for een in budgetten})
        for een in budgetten:
            self.op(een.jaar, een.kostenplaats).bedrag = een.bedrag

    def _lees_tellers(self, rijen: Iterable[Budgetteller]) -> None:
        for een in rijen:
            hier = self.op(een.jaar, een.kostenplaats)
            hier.verplicht, hier.betaald, hier.onbekend = Bedrag(een.verplicht), Bedrag(een.betaald), een.onbekend

    def op(self, jaar: int, kostenplaats: str) -> Stand:
        return self._standen.setdefault((jaar, kostenplaats), Stand(jaar, kostenplaats))

    @property
    def regels(self) -> list[Stand]:
        """Het laatste jaar eerst."""
        return sorted(self._standen.values(), key=lambda een: (-een.jaar, een.kostenplaats))

    @property
    def standaard(self) -> str:
        """De kostenplaats als niemand kiest: wat de financier koos, of de enige die er is."""
        if self.keuze is not None and self.keuze.standaard in self.kostenplaatsen:
            return self.keuze.standaard or ZONDER
        return self.kostenplaatsen[0] if len(self.kostenplaatsen) == 1 else ZONDER

    @property
    def keuzes(self) -> list[str]:
        """Waaruit kiest wie beslist? De standaard voorop; met één valt er niets te kiezen."""
        return [self.standaard, *(een for een in self.kostenplaatsen if een != self.standaard)]
