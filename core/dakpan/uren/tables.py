"""Activiteiten en weken."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index, String, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.begrippen.duur import Duur
from dakpan.opslag.basis import (
    Basis,
    Organisatiegegevens,
    Zaakgegevens,
    keuze,
    lijst_van_financier,
    lijst_van_organisatie,
    verwijst,
)
from dakpan.uren.toestanden import Urenstatus

_UREN = ("datum", "periode_id", "medewerker_id", "tenant_id", "kant", "duur")
BEOOGD_TEN_HOOGSTE, BEREIKT_TEN_HOOGSTE, TERUG_TEN_HOOGSTE, PLANREDEN_TEN_HOOGSTE = 99, 2_000, 500, 500


class Activiteit(Zaakgegevens, Basis):
    """Wat een coach deed. Van de organisatie tot de uren zijn geaccordeerd; dan gedeeld met de financier.

    ``begin`` in minuten na middernacht; ``weeknummer`` als ``2026-W47``; ``groep_id`` bindt een groepsactiviteit.
    ``terug_reden``: waarom de accordeerder haar terugstuurde, tot de coach haar wijzigt.
    ``planreden``: waarom de coach werkte aan een doel dat niet in het plan staat. ``inleesbestand_id``: uit welk
    bestand van de coach zij kwam.
    """

    __tablename__ = "activiteit"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        verwijst("jobcoachperiode", "periode_id"),
        lijst_van_financier("zaak_id", "datum"),
        # De lijst van een accordeerder: wat wacht op week, wat akkoord is met het laatste akkoord voorop.
        lijst_van_organisatie("status", "weeknummer", "datum"),
        lijst_van_organisatie("status", "geaccordeerd_op", "id"),
        # Hoeveel uren er in een tijdvak zijn, zonder de activiteiten zelf te lezen.
        Index("ix_activiteit_organisatie_id_uren", "organisatie_id", "status", *_UREN),
        Index(None, "medewerker_id", "datum"),
        Index(None, "medewerker_id", "weeknummer"),
        Index(None, "periode_id", "status"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    periode_id: Mapped[UUID] = mapped_column(Uuid)
    medewerker_id: Mapped[UUID] = mapped_column(Uuid)
    weeknummer: Mapped[str] = mapped_column(String(8))
    datum: Mapped[date]
    begin: Mapped[int]
    duur: Mapped[Duur]
    doel: Mapped[str] = mapped_column(String(60))
    soort: Mapped[str] = mapped_column(String(120), default="")
    locatie: Mapped[str] = mapped_column(String(60), default="")
    beoogd: Mapped[str] = mapped_column(String(BEOOGD_TEN_HOOGSTE), default="")
    bereikt: Mapped[str] = mapped_column(String(BEREIKT_TEN_HOOGSTE), default="")
    groep_id: Mapped[UUID | None] = mapped_column(Uuid)
    status: Mapped[Urenstatus] = mapped_column(keuze(Urenstatus), default=Urenstatus.VOORRAAD)
    geaccordeerd_op: Mapped[datetime | None]
    geaccordeerd_door: Mapped[str | None] = mapped_column(String(200))
    declaratie_id: Mapped[UUID | None] = mapped_column(Uuid)
    terug_reden: Mapped[str] = mapped_column(String(TERUG_TEN_HOOGSTE), default="")
    planreden: Mapped[str] = mapped_column(String(PLANREDEN_TEN_HOOGSTE), default="")
    inleesbestand_id: Mapped[UUID | None] = mapped_column(Uuid)


class GeslotenWeek(Organisatiegegevens, Basis):
    """Een week die een coach heeft gesloten, ook als er niets in stond. Heropenen haalt de rij weg."""

    __tablename__ = "gesloten_week"
    __table_args__ = (UniqueConstraint("organisatie_id", "medewerker_id", "weeknummer"),)

    medewerker_id: Mapped[UUID] = mapped_column(Uuid)
    weeknummer: Mapped[str] = mapped_column(String(8))
    op: Mapped[datetime]
    door: Mapped[str] = mapped_column(String(200))


class Heropening(Zaakgegevens, Basis):
    """Toestemming van een financier om een week te heropenen waarin hij al akkoord uren zag.

    De week zelf is van de organisatie: de coach heropent haar, en dan is de toestemming gebruikt.
    """

    __tablename__ = "heropening"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        lijst_van_financier("zaak_id"),
        lijst_van_organisatie("medewerker_id", "weeknummer"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    medewerker_id: Mapped[UUID] = mapped_column(Uuid)
    weeknummer: Mapped[str] = mapped_column(String(8))
    reden: Mapped[str] = mapped_column(String(TERUG_TEN_HOOGSTE))
    op: Mapped[datetime]
    door: Mapped[str] = mapped_column(String(200))
    gebruikt_op: Mapped[datetime | None]

    @property
    def code(self) -> str:
        return weekcode(self.weeknummer, self.medewerker_id)


def weekcode(weeknummer: str, medewerker_id: UUID) -> str:
    """Hoe een formulier de week van één coach aanwijst."""
    return f"{weeknummer}/{medewerker_id}"
