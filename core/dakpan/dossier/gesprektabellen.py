"""Vragen en antwoorden in een zaak, tussen de organisatie en de financier."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.opslag.basis import Basis, Zaakgegevens, keuze, lijst_van_financier, lijst_van_organisatie, verwijst
from dakpan.opslag.vrager import Kant


class Gespreksbericht(Zaakgegevens, Basis):
    """Eén vraag of antwoord. ``van``: welke kant schreef het? ``document_id``: wat iemand erbij deed, als bijlage."""

    __tablename__ = "gespreksbericht"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        verwijst("document", "document_id"),
        lijst_van_financier("zaak_id", "id"),
        lijst_van_organisatie("zaak_id", "id"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    van: Mapped[Kant] = mapped_column(keuze(Kant))
    tekst: Mapped[str] = mapped_column(Text)
    op: Mapped[datetime]
    door: Mapped[str] = mapped_column(String(200))
    document_id: Mapped[UUID | None] = mapped_column(Uuid)
