"""De tabellen van vorderen: wat er terug moet, waarmee het is verrekend, en wat er is ontvangen."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, String, Text, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.betaling.vorderen.domain import Ontvangststatus, Vorderingaanleiding, Vorderingstatus, Vorderingwijze
from dakpan.opslag.basis import Basis, Zaakgegevens, keuze, lijst_van_financier, lijst_van_organisatie, verwijst


class Vordering(Zaakgegevens, Basis):
    """Wat een organisatie of werkgever in een zaak moet terugbetalen.

    ``nummer`` is ook het betalingskenmerk. ``sleutel`` is uniek per reden: dezelfde vordering ontstaat nooit twee keer.
    ``rest`` is wat nog openstaat; de database weigert een rest onder nul. ``genoteerd``: wat daarvan binnenkwam en nog
    op bevestigen wacht. ``iban``: de rekening waarop het is betaald.
    ``vervallen``: wat niet meer terug hoeft omdat de bank de betaling zelf teruggaf. ``kostenplaats``: waarop de
    betaling is geboekt waar dit geld in zat; None: niet bekend, of nog niet geboekt.
    ``ruimer``: verrekenen mag ook met een betaling in een andere zaak, en waarom. ``uiterlijk`` en ``terug_op``: tot en
    met welke dag en op welke rekening het terug moet, zoals de financier het invulde.
    """

    __tablename__ = "vordering"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        verwijst("declaratie", "declaratie_id"),
        UniqueConstraint("tenant_id", "nummer"),
        UniqueConstraint("tenant_id", "sleutel"),
        CheckConstraint("rest >= 0 AND rest <= bedrag", name="rest_past"),
        lijst_van_financier("zaak_id", "id"),
        lijst_van_financier("status", "id"),
        lijst_van_organisatie("status", "id"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    declaratie_id: Mapped[UUID | None] = mapped_column(Uuid)
    nummer: Mapped[str] = mapped_column(String(35))
    sleutel: Mapped[str] = mapped_column(String(120))
    schuldenaar: Mapped[Partij] = mapped_column(keuze(Partij))
    naam: Mapped[str] = mapped_column(String(200))
    iban: Mapped[str] = mapped_column(String(34))
    bedrag: Mapped[Bedrag]
    rest: Mapped[Bedrag]
    genoteerd: Mapped[Bedrag] = mapped_column(default=NUL_EURO)
    verrekend: Mapped[Bedrag] = mapped_column(default=NUL_EURO)
    reden: Mapped[str] = mapped_column(Text)
    aanleiding: Mapped[Vorderingaanleiding] = mapped_column(keuze(Vorderingaanleiding))
    status: Mapped[Vorderingstatus] = mapped_column(keuze(Vorderingstatus), default=Vorderingstatus.OPEN)
    wijze: Mapped[Vorderingwijze | None] = mapped_column(keuze(Vorderingwijze))
    ruimer: Mapped[bool] = mapped_column(default=False)
    ruimer_waarom: Mapped[str] = mapped_column(Text, default="")
    uiterlijk: Mapped[date | None]
    terug_op: Mapped[str | None] = mapped_column(String(34))
    geopend_op: Mapped[datetime]
    geopend_door: Mapped[str] = mapped_column(String(200))
    geopend_account: Mapped[UUID | None] = mapped_column(Uuid)
    vervallen: Mapped[Bedrag] = mapped_column(default=NUL_EURO)
    kostenplaats: Mapped[str | None] = mapped_column(String(60))
    kwijtgescholden: Mapped[Bedrag | None]
    kwijt_door: Mapped[str | None] = mapped_column(String(200))
    kwijt_waarom: Mapped[str] = mapped_column(Text, default="")

    @property
    def geldt(self) -> Bedrag:
        """Wat er is gevorderd, zonder wat is vervallen."""
        return self.bedrag - self.vervallen

    @property
    def vrij(self) -> Bedrag:
        """Wat er nog terug moet en niet al als ontvangen is genoteerd."""
        return self.rest - self.genoteerd

    @property
    def ontvangen(self) -> Bedrag:
        """Wat er van dit bedrag op de rekening kwam."""
        return self.geldt - self.rest - self.verrekend - (self.kwijtgescholden or NUL_EURO)


class Verrekening(Zaakgegevens, Basis):
    """Hoeveel van een vordering er van één betaling af ging. ``zaak_id`` is de zaak van die betaling."""

    __tablename__ = "verrekening"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        verwijst("vordering", "vordering_id"),
        verwijst("betaalopdracht", "opdracht_id"),
        UniqueConstraint("tenant_id", "vordering_id", "opdracht_id"),
        lijst_van_financier("opdracht_id"),
        lijst_van_financier("zaak_id"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    vordering_id: Mapped[UUID] = mapped_column(Uuid)
    opdracht_id: Mapped[UUID] = mapped_column(Uuid)
    bedrag: Mapped[Bedrag]
    op: Mapped[datetime]
    door: Mapped[str] = mapped_column(String(200))


class Vorderingontvangst(Zaakgegevens, Basis):
    """Geld dat op een vordering binnenkwam: de een noteert het, een ander bevestigt het, en dan pas telt het.

    ``sleutel``: het formulier; een dubbele klik telt één keer. ``antwoord``: waarom het niet klopte.
    """

    __tablename__ = "vorderingontvangst"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        verwijst("vordering", "vordering_id"),
        UniqueConstraint("tenant_id", "sleutel"),
        lijst_van_financier("vordering_id", "id"),
        lijst_van_financier("status", "id"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    vordering_id: Mapped[UUID] = mapped_column(Uuid)
    sleutel: Mapped[str] = mapped_column(String(120))
    bedrag: Mapped[Bedrag]
    ontvangen_op: Mapped[date]
    op: Mapped[datetime]
    door: Mapped[str] = mapped_column(String(200))
    door_account: Mapped[UUID | None] = mapped_column(Uuid)
    status: Mapped[Ontvangststatus] = mapped_column(keuze(Ontvangststatus), default=Ontvangststatus.GENOTEERD)
    beslist_op: Mapped[datetime | None]
    beslist_door: Mapped[str | None] = mapped_column(String(200))
    antwoord: Mapped[str] = mapped_column(Text, default="")
