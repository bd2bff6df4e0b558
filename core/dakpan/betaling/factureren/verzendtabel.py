"""Dat een factuur of creditnota per e-mail is verstuurd."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import String, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.opslag.basis import Basis, Zaakgegevens, verwijst


class Factuurverzending(Zaakgegevens, Basis):
    """Eén keer versturen; beide kanten zien het. Of de e-mail ook weg is staat bij de brief."""

    __tablename__ = "factuurverzending"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        verwijst("document", "document_id"),
        UniqueConstraint("tenant_id", "document_id", "hoeveelste"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    document_id: Mapped[UUID] = mapped_column(Uuid)
    hoeveelste: Mapped[int]
    aan: Mapped[str] = mapped_column(String(254))
    op: Mapped[datetime]
    door: Mapped[str] = mapped_column(String(200))
    brief_id: Mapped[UUID] = mapped_column(Uuid)
