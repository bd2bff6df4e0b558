"""De lijsten van de kwartaalrondes: welke er waren, en wat een ronde bij elke zaak deed."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select

from dakpan.betaling.kwartaal.tables import Gedaan, Kwartaalregel, Kwartaalronde
from dakpan.dossier.tables import Zaak
from dakpan.opslag.bladeren import Blad, Vanaf, begrens, knip
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.tables import Persoon

PER_BLADZIJDE, MEESTE_RONDES = 50, 40


class Rondregel(NamedTuple):
    """Eén zaak in het verslag van een ronde."""

    id: UUID
    tenant_id: str
    zaak_id: UUID
    gedaan: Gedaan
    aantal: int
    waarom: str
    zaaknummer: str
    client: str


def rondes(handeling: Handeling) -> Sequence[Kwartaalronde]:
    """De laatste rondes van deze financier, de nieuwste eerst."""
    van_mij = select(Kwartaalronde).where(Kwartaalronde.tenant_id == handeling.vrager.tenant_id)
    return handeling.sessie.scalars(van_mij.order_by(Kwartaalronde.id.desc()).limit(MEESTE_RONDES)).all()


def regels_van(
    handeling: Handeling, ronde_id: UUID, gedaan: Gedaan | None = None, na: UUID | None = None
) -> Blad[Rondregel]:
    """Eén bladzijde van wat de ronde deed; ``gedaan``: alleen dat."""
    regel = Kwartaalregel
    vraag = (
        select(
            *(regel.id, regel.tenant_id, regel.zaak_id, regel.gedaan, regel.aantal, regel.waarom),
            *(Zaak.nummer.label("zaaknummer"), (Persoon.voornaam + " " + Persoon.achternaam).label("client")),
        )
        .join(Zaak, (Zaak.tenant_id == regel.tenant_id) & (Zaak.id == regel.zaak_id))
        .join(Persoon, (Persoon.tenant_id == Zaak.tenant_id) & (Persoon.id == Zaak.persoon_id))
        .where(regel.tenant_id == handeling.vrager.tenant_id, regel.ronde_id == ronde_id)
    )
    if gedaan is not None:
        vraag = vraag.where(regel.gedaan == gedaan)
    vanaf = Vanaf((na,)) if na is not None else None
    rijen = handeling.sessie.execute(begrens(vraag, (regel.id,), vanaf, PER_BLADZIJDE)).all()
    return knip([Rondregel(*rij) for rij in rijen], vanaf, PER_BLADZIJDE)
