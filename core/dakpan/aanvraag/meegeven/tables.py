"""Wat een financier meegaf: bij hem een regel dat hij het deed, bij de ander alleen wat er meeging.

Geen van beide ziet de rij van de ander.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.aanvraag.meegeven.toestanden import Meegeefstatus
from dakpan.opslag.basis import (
    LANGSTE_TENANT,
    Basis,
    Zaakgegevens,
    keuze,
    lijst_van_financier,
    lijst_van_organisatie,
    verwijst,
)
from dakpan.opslag.bestandsrij import Bestandskolommen

LANGSTE_REDEN = 1_000


class Zaakoverdracht(Zaakgegevens, Basis):
    """Bij de oude financier: aan wie, vanaf wanneer, waarom, en wat er precies meeging.

    ``mee``: per groep antwoorden haar code, en per document zijn titel.
    """

    __tablename__ = "zaakoverdracht"
    __table_args__ = (verwijst("zaak", "zaak_id"), lijst_van_financier("zaak_id", "id"))

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    naar_tenant: Mapped[str] = mapped_column(String(LANGSTE_TENANT))
    vanaf: Mapped[date]
    reden: Mapped[str] = mapped_column(Text)
    mee: Mapped[dict[str, Any]] = mapped_column(default=dict)
    op: Mapped[datetime]
    door: Mapped[str] = mapped_column(String(200))
    teruggenomen_op: Mapped[datetime | None]
    teruggenomen_door: Mapped[str | None] = mapped_column(String(200))
    waarom_terug: Mapped[str] = mapped_column(Text, default="", server_default="")


class Meegegeven(Zaakgegevens, Basis):
    """Bij de nieuwe financier: de antwoorden die meegingen, en wat hij ermee deed.

    ``van_nummer``: het nummer van de zaak bij de oude financier. ``zaak_id``: de zaak die er hier uit begon.
    """

    __tablename__ = "meegegeven"
    GEHEIME_VELDEN = frozenset({"client", "antwoorden"})
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        lijst_van_financier("status", "id"),
        lijst_van_organisatie("status", "id"),
    )

    van_tenant: Mapped[str] = mapped_column(String(LANGSTE_TENANT))
    van_nummer: Mapped[str] = mapped_column(String(20))
    client: Mapped[str] = mapped_column(String(201))
    vanaf: Mapped[date]
    reden: Mapped[str] = mapped_column(Text)
    antwoorden: Mapped[dict[str, Any]] = mapped_column(default=dict)
    status: Mapped[Meegeefstatus] = mapped_column(keuze(Meegeefstatus), default=Meegeefstatus.AANGEBODEN)
    aangeboden_op: Mapped[datetime]
    door: Mapped[str] = mapped_column(String(200))
    door_email: Mapped[str] = mapped_column(String(254))
    oordeel: Mapped[str] = mapped_column(Text, default="")
    beoordeeld_op: Mapped[datetime | None]
    beoordeeld_door: Mapped[str | None] = mapped_column(String(200))
    zaak_id: Mapped[UUID | None] = mapped_column(Uuid)


class Meegegevenstuk(Bestandskolommen, Zaakgegevens, Basis):
    """Een kopie van een document dat meeging."""

    __tablename__ = "meegegevenstuk"
    __table_args__ = (verwijst("meegegeven", "meegegeven_id"), lijst_van_financier("meegegeven_id"))

    meegegeven_id: Mapped[UUID] = mapped_column(Uuid)
    titel: Mapped[str] = mapped_column(String(200))
