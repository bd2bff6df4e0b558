"""Wat een programma al schreef: dezelfde vraag nog eens stellen mag niets verdubbelen."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import String, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.opslag.basis import LANGSTE_TENANT, Basis, Organisatiegegevens

LANGSTE_SLEUTEL = 100


class Eenmaal(Organisatiegegevens, Basis):
    """De sleutel die het programma bij een vraag gaf, en welke activiteit eruit kwam.

    ``afdruk``: van de inhoud van de vraag; met dezelfde sleutel iets anders vragen is een vergissing.
    """

    __tablename__ = "eenmaal"
    __table_args__ = (UniqueConstraint("organisatie_id", "medewerker_id", "sleutel"),)

    medewerker_id: Mapped[UUID] = mapped_column(Uuid)
    sleutel: Mapped[str] = mapped_column(String(LANGSTE_SLEUTEL))
    afdruk: Mapped[str] = mapped_column(String(64))
    financier: Mapped[str] = mapped_column(String(LANGSTE_TENANT))
    activiteit_id: Mapped[UUID] = mapped_column(Uuid)
    op: Mapped[datetime]
