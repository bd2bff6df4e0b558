"""De machtiging om de post van de cliënt in één zaak mee te lezen."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index, String, Text, Uuid, text
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.opslag.basis import Basis, Zaakgegevens, keuze, lijst_van_organisatie, verwijst


class Machtigingshoe(StrEnum):
    """Hoe gaf de cliënt haar?"""

    LINK = "link"
    PAPIER = "papier"


_GELDT = text("ingetrokken_op IS NULL")


class Postmachtiging(Zaakgegevens, Basis):
    """Wie gaf wanneer en hoe toestemming, voor welke organisatie, en wanneer hield dat op?

    ``naam``: wie haar gaf, de cliënt of zijn wettelijk vertegenwoordiger. ``document_id`` en ``sha256``: precies wat
    hij las of tekende. ``verzoek_id``: het verzoek waarvan de link ook dient om haar in te trekken; leeg op papier.
    ``ingetrokken_op`` leeg: zij geldt. Er geldt er nooit meer dan één in een zaak.
    """

    __tablename__ = "postmachtiging"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        verwijst("document", "document_id"),
        Index(
            "uq_postmachtiging_geldt",
            "tenant_id",
            "zaak_id",
            unique=True,
            sqlite_where=_GELDT,
            postgresql_where=_GELDT,
        ),
        lijst_van_organisatie("zaak_id", "id"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    naam: Mapped[str] = mapped_column(String(200))
    vertegenwoordiger: Mapped[bool] = mapped_column(default=False)
    email: Mapped[str | None] = mapped_column(String(254))
    organisatie: Mapped[str] = mapped_column(String(200))
    hoe: Mapped[Machtigingshoe] = mapped_column(keuze(Machtigingshoe))
    getekend_op: Mapped[date]
    gegeven_op: Mapped[datetime]
    vastgelegd_door: Mapped[str] = mapped_column(String(200))
    document_id: Mapped[UUID] = mapped_column(Uuid)
    sha256: Mapped[str] = mapped_column(String(64))
    verzoek_id: Mapped[UUID | None] = mapped_column(Uuid)
    ingetrokken_op: Mapped[datetime | None]
    ingetrokken_door: Mapped[str | None] = mapped_column(String(200))
    ingetrokken_waarom: Mapped[str] = mapped_column(Text, default="")
