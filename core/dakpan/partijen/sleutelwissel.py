"""Een andere sleutel voor het BSN: alles opnieuw versleuteld, zonder dat iemand een BSN ziet."""

from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from dakpan.opslag.sleutels import Sleutelbos
from dakpan.opslag.vrager import Uitzondering
from dakpan.opslag.wacht import langs_de_wacht
from dakpan.partijen.tables import Persoon

PER_KEER = 500


def wissel_sleutels(sessie: Session, bos: Sleutelbos) -> int:
    """Versleutelt elk BSN met de eerste sleutel van de bos; geeft hoeveel het er waren.

    Gaat in porties: valt het halverwege stil, dan zijn beide sleutels nog bruikbaar en kan het opnieuw.
    """
    aantal = 0
    laatste: tuple[str, UUID] | None = None
    with langs_de_wacht(sessie, Uitzondering.SLEUTELWISSEL):
        while portie := sessie.scalars(_vanaf(laatste)).all():
            for persoon in portie:
                assert persoon.bsn_cijfer is not None  # noqa: S101 - zo zijn zij gekozen
                persoon.bsn_cijfer = bos.vernieuw(persoon.bsn_cijfer)
            aantal, laatste = aantal + len(portie), (portie[-1].tenant_id, portie[-1].id)
            sessie.commit()
            sessie.expunge_all()
    return aantal


def _vanaf(laatste: tuple[str, UUID] | None) -> Select[Persoon]:
    """De volgende portie, op sleutel."""
    vraag = select(Persoon).where(Persoon.bsn_cijfer.is_not(None)).order_by(Persoon.tenant_id, Persoon.id)
    if laatste is not None:
        tenant, id_ = laatste
        vraag = vraag.where((Persoon.tenant_id > tenant) | ((Persoon.tenant_id == tenant) & (Persoon.id > id_)))
    return vraag.limit(PER_KEER)
