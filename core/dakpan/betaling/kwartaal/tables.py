"""De ronde van een kwartaal: hoe ver zij is, en wat zij per zaak deed of overliet."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import String, Text, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.opslag.basis import Basis, Zaakgegevens, keuze, lijst_van_financier, verwijst


class Gedaan(StrEnum):
    """Wat deed de ronde bij een zaak?"""

    VERSLAGEN = "verslagen"
    BETALINGEN = "betalingen"
    HERINNERD = "herinnerd"
    OVERGESLAGEN = "overgeslagen"


class Kwartaalronde(Zaakgegevens, Basis):
    """Eén ronde langs de lopende zaken van een financier. ``tot``: de laatste zaak die klaar is, om verder te gaan.

    ``loopt`` is waar zolang de ronde loopt en daarna leeg: zo loopt er van een kwartaal nooit meer dan één.
    """

    __tablename__ = "kwartaalronde"
    __table_args__ = (UniqueConstraint("tenant_id", "kwartaal", "loopt"),)

    kwartaal: Mapped[str] = mapped_column(String(6))
    loopt: Mapped[bool | None] = mapped_column(default=True)
    door: Mapped[str] = mapped_column(String(200))
    begonnen_op: Mapped[datetime]
    verder_op: Mapped[datetime]
    klaar_op: Mapped[datetime | None]
    tot: Mapped[UUID] = mapped_column(Uuid, default=UUID(int=0))
    zaken: Mapped[int] = mapped_column(default=0)
    in_orde: Mapped[int] = mapped_column(default=0)


class Kwartaalregel(Zaakgegevens, Basis):
    """Wat de ronde bij één zaak deed, of waarom zij haar oversloeg. Een zaak waar alles al klaarstond heeft er geen."""

    __tablename__ = "kwartaalregel"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        verwijst("kwartaalronde", "ronde_id"),
        lijst_van_financier("ronde_id", "gedaan", "id"),
    )
    ZONDER_GESCHIEDENIS = True

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    ronde_id: Mapped[UUID] = mapped_column(Uuid)
    gedaan: Mapped[Gedaan] = mapped_column(keuze(Gedaan))
    aantal: Mapped[int] = mapped_column(default=0)
    waarom: Mapped[str] = mapped_column(Text, default="")
