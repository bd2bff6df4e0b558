"""Wat er is omgeboekt, zodat het terug kan en beide zaken het weten."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.begrippen.duur import Duur
from dakpan.opslag.basis import Basis, Zaakgegevens, keuze, lijst_van_financier, lijst_van_organisatie, verwijst
from dakpan.uren.omboeken.regels import Omboekstatus


class Omboeking(Zaakgegevens, Basis):
    """Uren die van een periode naar een andere gingen; bij de zaak waar zij vandaan kwamen.

    ``uren``: welke activiteiten het waren. Van de organisatie alleen: een financier ziet wat weer akkoord is.
    """

    __tablename__ = "omboeking"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        verwijst("zaak", "naar_zaak_id"),
        verwijst("jobcoachperiode", "van_periode_id"),
        verwijst("jobcoachperiode", "naar_periode_id"),
        lijst_van_financier("zaak_id"),
        lijst_van_organisatie("naar_zaak_id", "id"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    naar_zaak_id: Mapped[UUID] = mapped_column(Uuid)
    van_periode_id: Mapped[UUID] = mapped_column(Uuid)
    naar_periode_id: Mapped[UUID] = mapped_column(Uuid)
    uren: Mapped[list[Any]] = mapped_column(default=list)
    aantal: Mapped[int]
    duur: Mapped[Duur]
    status: Mapped[Omboekstatus] = mapped_column(keuze(Omboekstatus), default=Omboekstatus.GEDAAN)
    op: Mapped[datetime]
    door: Mapped[str] = mapped_column(String(200))
    terug_op: Mapped[datetime | None]
    terug_door: Mapped[str | None] = mapped_column(String(200))
