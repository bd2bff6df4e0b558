"""Eén keer dat de beslistermijn stilstaat of langer wordt."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.aanvraag.domain.uitstel import Uitstelstatus, Uitstelwerking
from dakpan.opslag.basis import Basis, Zaakgegevens, keuze, lijst_van_financier, lijst_van_organisatie, verwijst


class Beslisuitstel(Zaakgegevens, Basis):
    """Op welke grond, waarom en hoe lang? ``grond``, ``titel`` en ``bron`` staan er zoals de regelset ze toen noemde.

    Staat de termijn stil, dan van ``vanaf`` tot en met ``tot_en_met`` (leeg: tot iemand het beëindigt). Wordt zij
    langer, dan is ``vanaf`` de dag waarop dat is gezegd en ``tot_en_met`` de nieuwe laatste dag.
    """

    __tablename__ = "beslisuitstel"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        lijst_van_financier("zaak_id", "id"),
        lijst_van_organisatie("zaak_id", "id"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    status: Mapped[Uitstelstatus] = mapped_column(keuze(Uitstelstatus), default=Uitstelstatus.GELDT)
    grond: Mapped[str] = mapped_column(String(60))
    titel: Mapped[str] = mapped_column(String(300))
    werking: Mapped[Uitstelwerking] = mapped_column(keuze(Uitstelwerking))
    bron: Mapped[dict[str, Any]]
    vanaf: Mapped[date]
    tot_en_met: Mapped[date | None]
    motivering: Mapped[str] = mapped_column(Text)
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[str] = mapped_column(String(200))
    klaar_op: Mapped[datetime | None]
    klaar_door: Mapped[str | None] = mapped_column(String(200))
