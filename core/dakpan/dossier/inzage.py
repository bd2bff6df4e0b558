"""Wie keek er in een zaak? Elke blik wordt vastgelegd: wie, wanneer, wat en waarvoor."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import haal_zaak, log_inzage
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.sporen import Inzage

PER_BLADZIJDE = 50
_LANGSTE = 200


@gebruiksgeval("Zaak geopend")
def open_zaak(handeling: Handeling, tenant_id: str, zaak_id: UUID) -> Zaak:
    """De zaak voor op het scherm, met een regel dat zij is geopend en bij welke stap."""
    zaak = haal_zaak(handeling, tenant_id, zaak_id)
    bij = zaak.beurt_stap.value if zaak.beurt_stap is not None else zaak.status.value
    log_inzage(handeling, zaak, "zaak", f"zaak geopend, bij: {bij}")
    return zaak


def leg_vast(handeling: Handeling, zaak: Zaak, wat: str, doel: str) -> None:
    """Een blik op een deel van de zaak; een te lange tekst wordt ingekort, nooit geweigerd."""
    log_inzage(handeling, zaak, wat[:_LANGSTE], doel[:_LANGSTE])


def wie_keken(handeling: Handeling, zaak: Zaak, na: UUID | None = None) -> tuple[Sequence[Inzage], UUID | None]:
    """Wie van de eigen kant keek, de laatste eerst; en het id om verder te bladeren."""
    vraag = select(Inzage).where(Inzage.tenant_id == zaak.tenant_id, Inzage.zaak_id == zaak.id)
    if na is not None:
        vraag = vraag.where(Inzage.id < na)
    rijen = handeling.sessie.scalars(vraag.order_by(Inzage.id.desc()).limit(PER_BLADZIJDE + 1)).all()
    return rijen[:PER_BLADZIJDE], rijen[PER_BLADZIJDE - 1].id if len(rijen) > PER_BLADZIJDE else None
