"""Wat er bij het beoordelen gebeurt: om aanvulling vragen, de zaak doorgeven en onderzoeken."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.aanvraag.domain.aanvullingen import Aanvulstatus
from dakpan.opslag.basis import Basis, Zaakgegevens, keuze, lijst_van_financier, lijst_van_organisatie, verwijst


class Aanvulverzoek(Zaakgegevens, Basis):
    """Wat er aan de aanvraag ontbreekt, tot wanneer dat kan worden aangevuld, en wat er toen kwam.

    ``onderdelen``: per onderdeel een code, een titel, en na het aanvullen het antwoord en of het compleet is.
    """

    __tablename__ = "aanvulverzoek"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        lijst_van_financier("zaak_id", "id"),
        lijst_van_organisatie("zaak_id", "id"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    status: Mapped[Aanvulstatus] = mapped_column(keuze(Aanvulstatus), default=Aanvulstatus.GEVRAAGD)
    onderdelen: Mapped[list[Any]] = mapped_column(default=list)
    toelichting: Mapped[str] = mapped_column(Text, default="")
    gevraagd_op: Mapped[datetime]
    door: Mapped[str] = mapped_column(String(200))
    uiterlijk: Mapped[date]
    aangevuld_op: Mapped[datetime | None]
    aangevuld_door: Mapped[str | None] = mapped_column(String(200))
    nagekeken_op: Mapped[datetime | None]
    nagekeken_door: Mapped[str | None] = mapped_column(String(200))
    oordeel: Mapped[str] = mapped_column(Text, default="")
