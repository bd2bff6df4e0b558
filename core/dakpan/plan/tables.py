"""Offerteverzoek, offerte of coachingsplan, en de periode waarin wordt gecoacht."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, String, Text, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.uren import Uren
from dakpan.opslag.basis import Basis, Zaakgegevens, keuze, lijst_van_financier, lijst_van_organisatie, verwijst
from dakpan.plan.akkoord import Akkoord
from dakpan.plan.coachingsplan.toestanden import Planstand
from dakpan.plan.overdracht import Aanspreeksoort
from dakpan.plan.toestanden import Periodestatus, Planstatus


class Offerteverzoek(Zaakgegevens, Basis):
    """De vraag van een financier aan één organisatie om een offerte te maken.

    Is zij teruggenomen, dan leest alleen de financier haar nog; aan wie zij was gericht blijft staan.
    """

    __tablename__ = "offerteverzoek"
    __table_args__ = (verwijst("zaak", "zaak_id"), lijst_van_financier("zaak_id"), lijst_van_organisatie("zaak_id"))

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    tekst: Mapped[str] = mapped_column(Text)
    op: Mapped[datetime]
    door: Mapped[str] = mapped_column(String(200))
    teruggenomen_op: Mapped[datetime | None]
    teruggenomen_door: Mapped[str | None] = mapped_column(String(200))
    waarom_terug: Mapped[str] = mapped_column(Text, default="")


class Offerte(Zaakgegevens, Basis):
    """De offerte met het coachingsplan. ``teksten`` per onderdeel; ``bevindingen`` van de regels bij het versturen.

    ``reden``: waarom de financier haar, of de vorige, teruggaf.
    """

    __tablename__ = "offerte"
    __table_args__ = (verwijst("zaak", "zaak_id"), lijst_van_financier("zaak_id"), lijst_van_organisatie("zaak_id"))

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    status: Mapped[Planstatus] = mapped_column(keuze(Planstatus), default=Planstatus.CONCEPT)
    teksten: Mapped[dict[str, Any]] = mapped_column(default=dict)
    hoofddoelen: Mapped[list[str]] = mapped_column(default=list)
    uren: Mapped[Uren | None]
    tarief: Mapped[Bedrag | None]
    bevindingen: Mapped[list[Any]] = mapped_column(default=list)
    reden: Mapped[str] = mapped_column(Text, default="")
    verstuurd_op: Mapped[datetime | None]
    getekend_op: Mapped[datetime | None]
    getekend_door: Mapped[str | None] = mapped_column(String(200))


class Coachingsplan(Zaakgegevens, Basis):
    """Eén versie van het coachingsplan van een zaak. ``inhoud`` zoals ``coachingsplan.opschrijven`` het schrijft.

    ``reden``: waarom deze versie anders is dan de vorige. ``weg``: het doel dat het laatst is weggehaald.
    """

    __tablename__ = "coachingsplan"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        UniqueConstraint("tenant_id", "zaak_id", "nummer"),
        lijst_van_organisatie("zaak_id"),
        # De plannen zonder organisatie: hun evaluaties houdt de financier.
        lijst_van_financier("organisatie_id", "status", "zaak_id"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    nummer: Mapped[int]
    status: Mapped[Planstand] = mapped_column(keuze(Planstand), default=Planstand.CONCEPT)
    inhoud: Mapped[dict[str, Any]] = mapped_column(default=dict)
    weg: Mapped[dict[str, Any] | None]
    reden: Mapped[str] = mapped_column(Text, default="")
    begonnen_door: Mapped[str] = mapped_column(String(200))
    vastgesteld_op: Mapped[datetime | None]
    vastgesteld_door: Mapped[str | None] = mapped_column(String(200))


class GehoudenEvaluatie(Zaakgegevens, Basis):
    """Een afgesproken evaluatie die is gehouden: op welke dag, en wat kwam eruit? ``datum``: de afgesproken dag."""

    __tablename__ = "gehouden_evaluatie"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        UniqueConstraint("tenant_id", "zaak_id", "datum"),
        lijst_van_organisatie("zaak_id"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    datum: Mapped[date]
    gehouden_op: Mapped[date]
    uitkomst: Mapped[str] = mapped_column(Text, default="")
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[str] = mapped_column(String(200))


class Jobcoachperiode(Zaakgegevens, Basis):
    """De periode waarin een coach voor deze zaak uren schrijft, met wat er is toegekend zodra dat bekend is."""

    __tablename__ = "jobcoachperiode"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        lijst_van_financier("zaak_id"),
        lijst_van_organisatie("status", "eind"),
        lijst_van_organisatie("status", "id", "tenant_id", "kant"),
        lijst_van_organisatie("id"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    status: Mapped[Periodestatus] = mapped_column(keuze(Periodestatus), default=Periodestatus.VOORLOPIG)
    begin: Mapped[date]
    eind: Mapped[date]
    uren: Mapped[Uren | None]
    bedrag: Mapped[Bedrag | None]
    tarief: Mapped[Bedrag | None]


_COACH = ("kant", "tenant_id", "periode_id", "van")
_WAAR, _TOT = ("kant", "tenant_id", "periode_id", "coach_id"), ("gedelegeerd_aan_id", "gedelegeerd_tot")
_AKKOORD = (
    *("periode_id", "accordeerder_id", "coach_id", "tweede_accordeerder_id"),
    *("gedelegeerd_aan_id", "gedelegeerd_tot", "tenant_id", "kant", "van", "tot_en_met"),
)


class Koppeling(Zaakgegevens, Basis):
    """Een coach op een periode, met wie zijn uren accordeert. Nooit dezelfde persoon.

    ``van`` leeg: vanaf het begin van de periode; ``tot_en_met`` leeg: tot haar einde, ook als dat verschuift.
    Een gedelegeerde gaat tot en met ``gedelegeerd_tot`` voor de tweede accordeerder; daarna geldt die weer.
    """

    __tablename__ = "koppeling"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        verwijst("jobcoachperiode", "periode_id"),
        Index("ix_koppeling_coach_id_periode", "coach_id", "organisatie_id", *_COACH),
        # Waar staat één persoon, zonder langs die van de anderen te gaan?
        Index("ix_koppeling_organisatie_id_eerste", "organisatie_id", "accordeerder_id", *_WAAR),
        Index("ix_koppeling_organisatie_id_tweede", "organisatie_id", "tweede_accordeerder_id", *_TOT, *_WAAR),
        Index("ix_koppeling_organisatie_id_gedelegeerd", "organisatie_id", *_TOT, *_WAAR),
        lijst_van_financier("periode_id"),
        lijst_van_financier("zaak_id"),
        # Wie coacht en wie accordeert waar, zonder de koppelingen zelf te lezen.
        Index("ix_koppeling_organisatie_id_akkoord", "organisatie_id", *_AKKOORD),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    periode_id: Mapped[UUID] = mapped_column(Uuid)
    coach_id: Mapped[UUID] = mapped_column(Uuid)
    accordeerder_id: Mapped[UUID | None] = mapped_column(Uuid)
    tweede_accordeerder_id: Mapped[UUID | None] = mapped_column(Uuid)
    van: Mapped[date | None]
    tot_en_met: Mapped[date | None]
    gedelegeerd_aan_id: Mapped[UUID | None] = mapped_column(Uuid)
    gedelegeerd_tot: Mapped[date | None]

    @property
    def akkoord(self) -> Akkoord:
        """Wie accordeert er, los van de database?"""
        return Akkoord(
            self.coach_id,
            self.accordeerder_id,
            self.tweede_accordeerder_id,
            self.gedelegeerd_aan_id,
            self.gedelegeerd_tot,
        )

    @akkoord.setter
    def akkoord(self, nieuw: Akkoord) -> None:
        self.accordeerder_id, self.tweede_accordeerder_id = nieuw.eerste, nieuw.tweede
        self.gedelegeerd_aan_id, self.gedelegeerd_tot = nieuw.gedelegeerd, nieuw.gedelegeerd_tot


class Aanspreekpunt(Zaakgegevens, Basis):
    """Wie is voor deze cliënt de coördinator of het vaste aanspreekpunt, van wanneer tot wanneer?

    ``tot_en_met`` leeg: zolang de zaak loopt. De naam staat er ook los bij: wie weggaat blijft in de oude regels staan.
    """

    __tablename__ = "aanspreekpunt"
    __table_args__ = (verwijst("zaak", "zaak_id"), lijst_van_financier("zaak_id"), lijst_van_organisatie("zaak_id"))

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    soort: Mapped[Aanspreeksoort] = mapped_column(keuze(Aanspreeksoort))
    medewerker_id: Mapped[UUID] = mapped_column(Uuid)
    naam: Mapped[str] = mapped_column(String(200))
    van: Mapped[date]
    tot_en_met: Mapped[date | None]
