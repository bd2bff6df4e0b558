"""Welke eigen waarden gelden voor een financier, nu of op een eerder moment?"""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from dakpan.partijen.waarden.inhoud import EigenWaarden, eigen_waarden_uit
from dakpan.partijen.waarden.tables import EigenWaarde


def rijen_van(sessie: Session, tenant_id: str, op: datetime | None = None) -> Sequence[EigenWaarde]:
    """De goedgekeurde waarden; met ``op`` zoals zij op dat moment golden."""
    vraag = select(EigenWaarde).where(EigenWaarde.tenant_id == tenant_id).order_by(EigenWaarde.id)
    if op is None:
        return sessie.scalars(vraag.where(EigenWaarde.vervallen_op.is_(None))).all()
    gold = (EigenWaarde.goedgekeurd_op <= op, or_(EigenWaarde.vervallen_op.is_(None), EigenWaarde.vervallen_op > op))
    return sessie.scalars(vraag.where(*gold)).all()


def eigen_waarden(sessie: Session, tenant_id: str, op: datetime | None = None) -> EigenWaarden:
    """Wat deze financier zelf invulde, klaar om bij zijn regels te leggen."""
    return eigen_waarden_uit(rijen_van(sessie, tenant_id, op))


def nu_van(sessie: Session, tenants: Collection[str]) -> dict[str, EigenWaarden]:
    """Wat deze financiers nu zelf invulden, in één vraag."""
    vraag = select(EigenWaarde).where(EigenWaarde.tenant_id.in_(sorted(tenants)), EigenWaarde.vervallen_op.is_(None))
    per_financier: dict[str, list[EigenWaarde]] = {tenant_id: [] for tenant_id in tenants}
    for rij in sessie.scalars(vraag.order_by(EigenWaarde.id)):
        per_financier[rij.tenant_id].append(rij)
    return {tenant_id: eigen_waarden_uit(rijen) for tenant_id, rijen in per_financier.items()}
