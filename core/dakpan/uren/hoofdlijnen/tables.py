"""Wat een coach per doel op hoofdlijnen schrijft, en welke financier daar genoeg aan heeft."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import String, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from dakpan.opslag.basis import LANGSTE_TENANT, Basis, Beheerd, Zaakgegevens, lijst_van_financier, verwijst

TEKST_TEN_HOOGSTE, TOELICHTING_TEN_HOOGSTE = 2_000, 500


class Hoofdlijn(Zaakgegevens, Basis):
    """Wat er in een periode aan één doel is gedaan en wat dat opleverde. De financier leest mee zodra het er staat."""

    __tablename__ = "hoofdlijn"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        verwijst("jobcoachperiode", "periode_id"),
        UniqueConstraint("tenant_id", "periode_id", "doel"),
        lijst_van_financier("zaak_id"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    periode_id: Mapped[UUID] = mapped_column(Uuid)
    doel: Mapped[str] = mapped_column(String(60))
    tekst: Mapped[str] = mapped_column(String(TEKST_TEN_HOOGSTE))
    bijgewerkt_op: Mapped[datetime]
    bijgewerkt_door: Mapped[str] = mapped_column(String(200))


class Logboekkeuze(Beheerd, Basis):
    """Hoe precies wil deze financier het logboek? Openbaar, want elke coach schrijft ernaar.

    Geen rij: per activiteit. ``toelichting``: wat de financier erbij wil zeggen.
    """

    __tablename__ = "logboekkeuze"

    tenant_id: Mapped[str] = mapped_column(String(LANGSTE_TENANT), primary_key=True)
    op_hoofdlijnen: Mapped[bool]
    toelichting: Mapped[str] = mapped_column(String(TOELICHTING_TEN_HOOGSTE), default="")
    versie: Mapped[int] = mapped_column(default=1)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.versie}
