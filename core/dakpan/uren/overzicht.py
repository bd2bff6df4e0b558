"""De uren van een zaak: hoeveel is er toegekend, geschreven, akkoord en gedeclareerd?"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.begrippen.periode import Periode
from dakpan.begrippen.uren import Uren
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.plan.tables import Jobcoachperiode
from dakpan.plan.toestanden import Periodestatus
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import Urenstatus


@dataclass(frozen=True, slots=True)
class Periodestand:
    """Eén periode met haar vier totalen. Een financier ziet alleen wat akkoord is: de rest is nog niet gedeeld."""

    periode_id: UUID
    periode: Periode
    status: Periodestatus
    toegekend: Uren | None
    totalen: Mapping[Urenstatus, Duur]

    @property
    def geschreven(self) -> Duur:
        return sum(self.totalen.values(), GEEN_DUUR)

    @property
    def over(self) -> Duur | None:
        """Wat er van de toekenning over is; onder nul is meer geschreven dan toegekend."""
        return None if self.toegekend is None else Duur.uit_uren(self.toegekend) - self.geschreven


def overzicht(handeling: Handeling, zaak: Zaak) -> tuple[Periodestand, ...]:
    """De periodes van deze zaak op volgorde; in twee opdrachten, hoeveel uren er ook zijn."""
    totalen = _totalen(handeling, zaak)
    perioden = select(Jobcoachperiode).where(
        Jobcoachperiode.tenant_id == zaak.tenant_id, Jobcoachperiode.zaak_id == zaak.id
    )
    return tuple(
        Periodestand(een.id, Periode(een.begin, een.eind), een.status, een.uren, totalen[een.id])
        for een in handeling.sessie.scalars(perioden.order_by(Jobcoachperiode.begin, Jobcoachperiode.id))
    )


def _totalen(handeling: Handeling, zaak: Zaak) -> Mapping[UUID, Mapping[Urenstatus, Duur]]:
    gevraagd = (
        select(Activiteit.periode_id, Activiteit.status, func.sum(Activiteit.duur))
        .where(Activiteit.tenant_id == zaak.tenant_id, Activiteit.zaak_id == zaak.id)
        .group_by(Activiteit.periode_id, Activiteit.status)
    )
    totalen: dict[UUID, dict[Urenstatus, Duur]] = defaultdict(lambda: dict.fromkeys(Urenstatus, GEEN_DUUR))
    for periode_id, status, duur in handeling.sessie.execute(gevraagd):
        totalen[periode_id][status] = duur
    return totalen
