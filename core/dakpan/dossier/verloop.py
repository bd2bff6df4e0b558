"""Wat veranderde er in een zaak, en waarom? Alleen wat van de eigen kant is of gedeeld werd."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import or_, select

from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.sporen import Geschiedenis

PER_BLADZIJDE = 50


def verloop(handeling: Handeling, zaak: Zaak, na: UUID | None = None) -> tuple[Sequence[Geschiedenis], UUID | None]:
    """De laatste wijzigingen eerst, ook die van de cliënt en de werkgever; en het id om verder te bladeren."""
    vraag = select(Geschiedenis).where(
        Geschiedenis.tenant_id == zaak.tenant_id,
        or_(Geschiedenis.zaak_id == zaak.id, Geschiedenis.rij_id.in_([zaak.persoon_id, zaak.werkgever_id])),
    )
    if na is not None:
        vraag = vraag.where(Geschiedenis.id < na)
    rijen = handeling.sessie.scalars(vraag.order_by(Geschiedenis.id.desc()).limit(PER_BLADZIJDE + 1)).all()
    return rijen[:PER_BLADZIJDE], rijen[PER_BLADZIJDE - 1].id if len(rijen) > PER_BLADZIJDE else None
