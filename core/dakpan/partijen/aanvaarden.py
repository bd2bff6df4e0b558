"""Een uitnodiging aannemen of afslaan: dat doet alleen wie is uitgenodigd."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from dakpan.opslag.fouten import NietGevonden
from dakpan.partijen.tables import Lidmaatschap


def neem_aan(sessie: Session, account_id: UUID, lid_id: UUID, nu: datetime) -> Lidmaatschap:
    """Vanaf nu kan deze persoon hier werken."""
    lid = _open_uitnodiging(sessie, account_id, lid_id)
    lid.aanvaard_op = nu
    sessie.commit()
    return lid


def sla_af(sessie: Session, account_id: UUID, lid_id: UUID) -> Lidmaatschap:
    """Liever niet. Wie uitnodigde ziet dat zij niet is aangenomen, en meer niet."""
    lid = _open_uitnodiging(sessie, account_id, lid_id)
    lid.actief = False
    sessie.commit()
    return lid


def _open_uitnodiging(sessie: Session, account_id: UUID, lid_id: UUID) -> Lidmaatschap:
    """Die van een ander, een ingetrokken en een al beantwoorde bestaan hier niet."""
    lid = sessie.scalar(
        select(Lidmaatschap)
        .where(Lidmaatschap.id == lid_id, Lidmaatschap.account_id == account_id)
        .where(Lidmaatschap.actief, Lidmaatschap.aanvaard_op.is_(None))
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if lid is None:
        raise NietGevonden
    return lid
