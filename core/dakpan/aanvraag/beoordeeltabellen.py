"""Wat er bij het beoordelen gebeurt: om aanvulling vragen, de zaak doorgeven en onderzoeken."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import String, Text, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.aanvraag.domain.aanvullingen import Aanvulstatus, loopt_door
from dakpan.aanvraag.domain.onderzoeken import Onderzoeksoort, Onderzoekstatus
from dakpan.aanvraag.domain.tafels import Tafel, Zet
from dakpan.aanvraag.domain.verlenging import Verlenging
from dakpan.opslag.basis import Basis, Zaakgegevens, keuze, lijst_van_financier, lijst_van_organisatie, verwijst


class Aanvulverzoek(Zaakgegevens, Basis):
    """Wat er aan de aanvraag ontbreekt, tot wanneer dat kan worden aangevuld, en wat er toen kwam.

    ``onderdelen``: per onderdeel een code, een titel, en na het aanvullen het antwoord en of het compleet is.
    ``uiterlijk``: de dag die is gekozen; ``tot_en_met``: de dag om op te rekenen, na een weekend of een feestdag.
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

    @property
    def verlenging(self) -> Verlenging | None:
        return loopt_door(self.uiterlijk)

    @property
    def tot_en_met(self) -> date:
        verlenging = self.verlenging
        return verlenging.uiterlijk if verlenging is not None else self.uiterlijk


class Behandeling(Zaakgegevens, Basis):
    """Bij wie ligt de zaak? Alleen van de financier; zonder rij heeft nog niemand haar opgenomen.

    ``terug_op``: vanaf die dag ligt zij weer bij ``terug_naar_id``, zonder dat iemand iets hoeft te doen.
    ``laatste_id``: de laatste zet; wie iets ongedaan maakt ziet zo of er daarna iets gebeurde.
    """

    __tablename__ = "behandeling"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        UniqueConstraint("tenant_id", "zaak_id"),
        lijst_van_financier("behandelaar_id", "tafel"),
        lijst_van_financier("terug_naar_id", "tafel"),
        lijst_van_financier("tafel", "behandelaar_id"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    tafel: Mapped[Tafel] = mapped_column(keuze(Tafel))
    behandelaar_id: Mapped[UUID | None] = mapped_column(Uuid)
    behandelaar: Mapped[str | None] = mapped_column(String(200))
    terug_naar_id: Mapped[UUID | None] = mapped_column(Uuid)
    terug_naar: Mapped[str | None] = mapped_column(String(200))
    terug_op: Mapped[date | None]
    laatste_id: Mapped[UUID | None] = mapped_column(Uuid)


class Overdracht(Zaakgegevens, Basis):
    """Eén zet: van wie naar wie, door wie en waarom. ``vorige``: hoe het ervoor stond, om het terug te zetten."""

    __tablename__ = "overdracht"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        lijst_van_financier("zaak_id", "id"),
        lijst_van_financier("reeks_id"),
        lijst_van_financier("van_id", "id"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    reeks_id: Mapped[UUID] = mapped_column(Uuid)
    zet: Mapped[Zet] = mapped_column(keuze(Zet))
    van_tafel: Mapped[Tafel] = mapped_column(keuze(Tafel))
    naar_tafel: Mapped[Tafel] = mapped_column(keuze(Tafel))
    van_id: Mapped[UUID | None] = mapped_column(Uuid)
    van: Mapped[str | None] = mapped_column(String(200))
    naar_id: Mapped[UUID | None] = mapped_column(Uuid)
    naar: Mapped[str | None] = mapped_column(String(200))
    reden: Mapped[str] = mapped_column(Text, default="")
    terug_op: Mapped[date | None]
    vorige: Mapped[dict[str, Any]] = mapped_column(default=dict)
    op: Mapped[datetime]
    door: Mapped[str] = mapped_column(String(200))


class Onderzoek(Zaakgegevens, Basis):
    """Het rapport van wie beoordeelt; van de financier alleen, tot iemand het na het besluit deelt.

    ``inhoud``: de antwoorden zoals het formulier ze schrijft. ``gedeeld_met``: waarom delen mag, in woorden.
    """

    __tablename__ = "onderzoek"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        UniqueConstraint("tenant_id", "zaak_id", "soort"),
        lijst_van_organisatie("zaak_id"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    soort: Mapped[Onderzoeksoort] = mapped_column(keuze(Onderzoeksoort))
    status: Mapped[Onderzoekstatus] = mapped_column(keuze(Onderzoekstatus), default=Onderzoekstatus.CONCEPT)
    inhoud: Mapped[dict[str, Any]] = mapped_column(default=dict)
    geschreven_door: Mapped[str] = mapped_column(String(200))
    geschreven_op: Mapped[datetime]
    afgerond_door: Mapped[str | None] = mapped_column(String(200))
    afgerond_op: Mapped[datetime | None]
    gedeeld_op: Mapped[datetime | None]
    gedeeld_door: Mapped[str | None] = mapped_column(String(200))
    gedeeld_waarom: Mapped[str] = mapped_column(Text, default="")
