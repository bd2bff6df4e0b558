"""Sporen: wat er veranderde en wie er keek. Er komt alleen bij; niets verandert of verdwijnt."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.opslag.basis import (
    Basis,
    Organisatiegegevens,
    Zaakgegevens,
    keuze,
    lijst_van_financier,
    lijst_van_organisatie,
)


class Spoor:
    """Wie deed iets, wanneer, namens wie?"""

    op: Mapped[datetime]
    account_id: Mapped[UUID | None] = mapped_column(Uuid)
    door: Mapped[str] = mapped_column(String(200))


class Soortwijziging(StrEnum):
    """Wat gebeurde er met de rij?"""

    NIEUW = "nieuw"
    GEWIJZIGD = "gewijzigd"
    VERWIJDERD = "verwijderd"


class Wijziging(Spoor):
    """Eén rij die ontstond, veranderde of verdween. ``velden``: per veld wat het was en wat het is."""

    soort: Mapped[Soortwijziging] = mapped_column(keuze(Soortwijziging))
    tabel: Mapped[str] = mapped_column(String(60))
    rij_id: Mapped[UUID] = mapped_column(Uuid)
    waarom: Mapped[str] = mapped_column(Text)
    velden: Mapped[list[Any]]


class Geschiedenis(Wijziging, Zaakgegevens, Basis):
    """De geschiedenis van een zaak; elke regel is van dezelfde kant als de rij waarover zij gaat."""

    __tablename__ = "geschiedenis"
    __table_args__ = (
        lijst_van_financier("zaak_id", "id"),
        lijst_van_organisatie("zaak_id", "id"),
        lijst_van_financier("rij_id"),
    )

    zaak_id: Mapped[UUID | None] = mapped_column(Uuid)


class Organisatiegeschiedenis(Wijziging, Organisatiegegevens, Basis):
    """De geschiedenis van wat een organisatie zelf bijhoudt, zoals de weken van haar coaches."""

    __tablename__ = "organisatiegeschiedenis"
    __table_args__ = (lijst_van_organisatie("rij_id", "id"),)


class Inzage(Spoor, Zaakgegevens, Basis):
    """Wie opende welke zaak of welk document, en waarvoor?"""

    __tablename__ = "inzage"
    __table_args__ = (lijst_van_financier("zaak_id", "id"), lijst_van_organisatie("zaak_id", "id"))

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    wat: Mapped[str] = mapped_column(String(200))
    doel: Mapped[str] = mapped_column(String(200))
