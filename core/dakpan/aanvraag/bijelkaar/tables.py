"""Wat er op de werkplek van de cliënt is gemeten of onderzocht, zoals de financier het vastlegde."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.opslag.basis import Basis, Zaakgegevens, keuze, lijst_van_financier, lijst_van_organisatie, verwijst


class Metingsoort(StrEnum):
    """Wat is er gedaan?"""

    LOONWAARDE = "loonwaarde"
    PLAATSING = "plaatsing"


class Meting(Zaakgegevens, Basis):
    """Eén loonwaardemeting of plaatsingsonderzoek voor de baan van deze zaak.

    ``loonwaarde`` in hele procenten, alleen bij een loonwaardemeting. ``document_id``: het rapport, als het erbij zit.
    ``vervallen_op``: het was niet juist en telt niet meer; het blijft staan.
    """

    __tablename__ = "meting"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        verwijst("document", "document_id"),
        lijst_van_financier("zaak_id", "id"),
        lijst_van_organisatie("zaak_id", "id"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    soort: Mapped[Metingsoort] = mapped_column(keuze(Metingsoort))
    gemeten_op: Mapped[date]
    gemeten_door: Mapped[str] = mapped_column(String(200))
    loonwaarde: Mapped[int | None]
    bevinding: Mapped[str] = mapped_column(Text, default="")
    document_id: Mapped[UUID | None] = mapped_column(Uuid)
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[str] = mapped_column(String(200))
    vervallen_op: Mapped[datetime | None]
    vervallen_door: Mapped[str | None] = mapped_column(String(200))
    vervallen_waarom: Mapped[str] = mapped_column(Text, default="")
