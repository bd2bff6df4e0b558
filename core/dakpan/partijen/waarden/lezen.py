"""Welke eigen waarden gelden voor een financier, nu of op een eerder moment?"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ScalarSelect, String, cast, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from dakpan.partijen.waarden.inhoud import GEEN, EigenWaarden, eigen_waarden_uit
from dakpan.partijen.waarden.tables import EigenWaarde, Waardevoorstel

TEN_HOOGSTE = 500
_bewaard: dict[tuple[str, str], EigenWaarden] = {}


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


def eigen_waarden_met_stand(sessie: Session, tenant_id: str, stand: str | None) -> EigenWaarden:
    """Wat deze financier invulde, voor wie met ``stand_van`` las welke waarden nu gelden.

    Een waarde wijzigt nooit: bij een stand die wij kennen hoeft niets te worden gelezen.
    """
    if not stand:
        return GEEN
    bekend = _bewaard.get((tenant_id, stand))
    if bekend is not None:
        return bekend
    gelezen = eigen_waarden(sessie, tenant_id)
    if {*gelezen.stand} == {*map(UUID, stand.split(","))}:  # anders kwam er intussen een bij
        if len(_bewaard) >= TEN_HOOGSTE:
            _bewaard.clear()
        _bewaard[tenant_id, stand] = gelezen
    return gelezen


def wacht_op_ander_oordeel(sessie: Session, rij: Waardevoorstel) -> None:
    """Over één parameter gaat één oordeel tegelijk: twee waarden die samen niet passen komen er nooit beide in.

    Wie later komt wacht, en kijkt daarna na met wat de eerste goedkeurde.
    """
    van_deze = select(Waardevoorstel.id).where(
        Waardevoorstel.tenant_id == rij.tenant_id,
        Waardevoorstel.regelset == rij.regelset,
        Waardevoorstel.parameter == rij.parameter,
    )
    sessie.execute(van_deze.order_by(Waardevoorstel.id).with_for_update()).all()


def stand_van(tenant_id: InstrumentedAttribute[str]) -> ScalarSelect[str | None]:
    """Welke waarden gelden nu, als onderdeel van een andere vraag."""
    return (
        select(func.aggregate_strings(cast(EigenWaarde.id, String), ","))
        .where(EigenWaarde.tenant_id == tenant_id, EigenWaarde.vervallen_op.is_(None))
        .scalar_subquery()
    )
