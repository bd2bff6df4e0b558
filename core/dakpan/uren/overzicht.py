"""De uren van een zaak: hoeveel is er toegekend, geschreven, akkoord en gedeclareerd?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.begrippen.periode import Periode
from dakpan.begrippen.uren import Uren
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.plan.tables import Jobcoachperiode
from dakpan.plan.toegekend import passende_uren
from dakpan.plan.toestanden import Periodestatus
from dakpan.uren.grafiek import Budget, Deel, staaf
from dakpan.uren.perioden import Toegekend
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import Urenstatus

# In procenten van de toekenning, de hoogste voorop.
DREMPELS = (100, 80)


@dataclass(frozen=True, slots=True)
class Periodestand:
    """Eén periode met haar vier totalen. Een financier ziet alleen wat akkoord is: de rest is nog niet gedeeld."""

    periode_id: UUID
    periode: Periode
    status: Periodestatus
    toegekend: Uren | None
    totalen: Mapping[Urenstatus, Duur]
    per_doel: Mapping[str, Mapping[Urenstatus, Duur]]
    budget: Budget

    @property
    def drempel(self) -> int | None:
        """Hoe ver is de toekenning op: 80 of 100 procent; None: er is nog ruim, of zij is niet in uren te zeggen."""
        return drempel(self.geschreven, self.budget.ruimte)

    @property
    def past(self) -> Uren | None:
        """Hoeveel uren passen er in het toegekende bedrag? None: er zijn uren toegekend, of het tarief is er niet."""
        return passende_uren(self.budget.bedrag, self.budget.tarief)

    @property
    def geschreven(self) -> Duur:
        return sum(self.totalen.values(), GEEN_DUUR)

    @property
    def over(self) -> Duur | None:
        """Wat er van de toekenning over is; onder nul is meer geschreven dan toegekend."""
        return None if self.toegekend is None else Duur.uit_uren(self.toegekend) - self.geschreven

    @property
    def staaf(self) -> tuple[Deel, ...]:
        """De hele periode, met wat er over is."""
        return staaf(self.totalen, self.budget)

    def staaf_van(self, doel: str) -> tuple[Deel, ...]:
        """Eén doel, even lang getekend als alles wat er is geschreven: zo zijn doelen te vergelijken."""
        return staaf(self.per_doel[doel], self.budget, self.geschreven)

    def kosten_van(self, doel: str) -> Bedrag | None:
        """Wat de uren van dit doel kosten, zonder btw; None: het uurtarief is niet bekend."""
        return self.budget.in_geld(sum(self.per_doel[doel].values(), GEEN_DUUR))


def drempel(geschreven: Duur, ruimte: Duur | None) -> int | None:
    """De hoogste van de drempels die is gehaald; wie niets schreef haalde er geen. Schrijven mag altijd door.

    ``ruimte``: hoeveel uren er zijn toegekend, of in een toegekend bedrag passen; None: dat is niet bekend.
    """
    if geschreven == GEEN_DUUR or ruimte is None:
        return None
    return next((een for een in DREMPELS if geschreven.minuten * 100 >= ruimte.minuten * een), None)


def budget_van(periode: Jobcoachperiode | Toegekend) -> Budget:
    """Wat er in deze periode is toegekend, in uren of in geld."""
    uren = None if periode.uren is None else Duur.uit_uren(periode.uren)
    return Budget(uren, periode.bedrag, periode.tarief)


def overzicht(handeling: Handeling, zaak: Zaak) -> tuple[Periodestand, ...]:
    """De periodes van deze zaak op volgorde; in twee opdrachten, hoeveel uren er ook zijn."""
    per_doel = _per_doel(handeling, zaak)
    perioden = select(Jobcoachperiode).where(
        Jobcoachperiode.tenant_id == zaak.tenant_id, Jobcoachperiode.zaak_id == zaak.id
    )
    return tuple(
        Periodestand(
            een.id,
            Periode(een.begin, een.eind),
            een.status,
            een.uren,
            _samen(per_doel[een.id].values()),
            per_doel[een.id],
            budget_van(een),
        )
        for een in handeling.sessie.scalars(perioden.order_by(Jobcoachperiode.begin, Jobcoachperiode.id))
    )


def _per_doel(handeling: Handeling, zaak: Zaak) -> Mapping[UUID, Mapping[str, Mapping[Urenstatus, Duur]]]:
    gevraagd = (
        select(Activiteit.periode_id, Activiteit.doel, Activiteit.status, func.sum(Activiteit.duur))
        .where(Activiteit.tenant_id == zaak.tenant_id, Activiteit.zaak_id == zaak.id)
        .group_by(Activiteit.periode_id, Activiteit.doel, Activiteit.status)
        .order_by(Activiteit.doel)
    )
    totalen: dict[UUID, dict[str, dict[Urenstatus, Duur]]] = defaultdict(lambda: defaultdict(_niets))
    for periode_id, doel, status, duur in handeling.sessie.execute(gevraagd):
        totalen[periode_id][doel][status] = duur
    return totalen


def _niets() -> dict[Urenstatus, Duur]:
    return dict.fromkeys(Urenstatus, GEEN_DUUR)


def _samen(delen: Iterable[Mapping[Urenstatus, Duur]]) -> Mapping[Urenstatus, Duur]:
    samen = _niets()
    for deel in delen:
        for status, duur in deel.items():
            samen[status] += duur
    return samen
