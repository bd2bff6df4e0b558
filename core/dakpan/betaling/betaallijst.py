"""Alle betalingen van een financier, de nieuwste eerst: te vinden op zaak, kenmerk, naam en stand."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from dakpan.begrippen.bedrag import Bedrag
from dakpan.betaling.betalingen import tenant_van
from dakpan.betaling.lijsten import PER_BLADZIJDE
from dakpan.betaling.tables import Betaalbestand, Betaalopdracht
from dakpan.betaling.toestanden import Betaalstatus
from dakpan.betaling.zoeken import gezocht
from dakpan.dossier.tables import Zaak
from dakpan.opslag.bladeren import Blad, Vanaf, begrens, knip
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht


@dataclass(frozen=True, slots=True)
class Betaling:
    """Eén betaling met haar stand; ``bestand``: het kenmerk van het betaalbestand waarin zij naar de bank ging."""

    tenant_id: str
    zaak_id: UUID
    id: UUID
    nummer: str
    begunstigde: str
    bedrag: Bedrag
    vanaf: date
    status: Betaalstatus
    zaak: str
    bestand: str | None


def alle_betalingen(
    handeling: Handeling, zoek: str = "", status: Betaalstatus | None = None, na: UUID | None = None
) -> Blad[Betaling]:
    """Eén bladzijde; ``na``: verder vanaf deze betaling. Alleen voor wie bij de financier met betalingen werkt."""
    tenant_van(handeling)
    handeling.vereis(Recht.BETALEN, Recht.BETALING_VRIJGEVEN)
    betaling = Betaalopdracht
    vraag: Select[*tuple[Any, ...]] = (
        select(
            betaling.tenant_id,
            betaling.zaak_id,
            betaling.id,
            betaling.nummer,
            betaling.begunstigde,
            betaling.bedrag,
            betaling.vanaf,
            betaling.status,
            Zaak.nummer,
            Betaalbestand.nummer,
        )
        .join(Zaak, (Zaak.tenant_id == betaling.tenant_id) & (Zaak.id == betaling.zaak_id))
        .outerjoin(
            Betaalbestand,
            (Betaalbestand.tenant_id == betaling.tenant_id) & (Betaalbestand.id == betaling.betaalbestand_id),
        )
        .where(*gezocht(handeling, zoek, betaling, betaling.nummer), *((betaling.status == status,) if status else ()))
    )
    vanaf = Vanaf((na,)) if na is not None else None
    rijen = handeling.sessie.execute(begrens(vraag, (betaling.id,), vanaf, PER_BLADZIJDE, aflopend=True)).all()
    return knip([Betaling(*rij) for rij in rijen], vanaf, PER_BLADZIJDE)
