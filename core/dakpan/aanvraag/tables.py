"""De aanvraag, het advies erover en het besluit."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Index, String, Text, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.aanvraag.domain.toestanden import Aanvraagstatus
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.uren import Uren
from dakpan.opslag.basis import Basis, Zaakgegevens, keuze, lijst_van_financier, lijst_van_organisatie, verwijst


class Aanvraag(Zaakgegevens, Basis):
    """Wat er wordt gevraagd. ``gegevens`` in de vorm van het rekencontract, ``teksten`` per onderdeel.

    ``controle`` is het antwoord van de regels bij het controleren; ``handtekeningen`` op volgorde van tekenen.
    ``coach_id``: het lidmaatschap van wie haar voor een organisatie begon. ``jaar_bevestigd``: een vervolg dat met
    opzet nog in jaar 1 valt. ``ingevuld``: welke pagina's van het formulier zijn opgeslagen, door wie en wanneer.
    ``aanvulling``: wat een financier verder vraagt en de regels niet lezen. ``herkomst``: per vraag waar een antwoord
    vandaan komt dat niemand hoefde te typen. ``vorige_zaak_id``: de zaak waar dit een vervolg op is;
    ``vervangt_zaak_id``: de zaak die niet doorging en waarvoor deze in de plaats komt.
    """

    __tablename__ = "aanvraag"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        UniqueConstraint("tenant_id", "nummer"),
        lijst_van_financier("zaak_id"),
        lijst_van_financier("vervangt_zaak_id"),
        lijst_van_organisatie("zaak_id"),
        # Zoeken op een stuk van een nummer leest alleen deze index.
        Index("ix_aanvraag_organisatie_id_nummer", "organisatie_id", "nummer", "kant", "tenant_id", "zaak_id"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    nummer: Mapped[str | None] = mapped_column(String(20))
    status: Mapped[Aanvraagstatus] = mapped_column(keuze(Aanvraagstatus), default=Aanvraagstatus.CONCEPT)
    gegevens: Mapped[dict[str, Any]] = mapped_column(default=dict)
    teksten: Mapped[dict[str, Any]] = mapped_column(default=dict)
    hoofddoelen: Mapped[list[str]] = mapped_column(default=list)
    jaar_bevestigd: Mapped[bool] = mapped_column(default=False)
    coach_id: Mapped[UUID | None] = mapped_column(Uuid)
    ingevuld: Mapped[dict[str, Any]] = mapped_column(default=dict)
    aanvulling: Mapped[dict[str, Any]] = mapped_column(default=dict)
    herkomst: Mapped[dict[str, Any]] = mapped_column(default=dict)
    vorige_zaak_id: Mapped[UUID | None] = mapped_column(Uuid)
    vervangt_zaak_id: Mapped[UUID | None] = mapped_column(Uuid)
    controle: Mapped[dict[str, Any] | None]
    handtekeningen: Mapped[list[Any]] = mapped_column(default=list)
    definitief_op: Mapped[datetime | None]
    ingediend_op: Mapped[datetime | None]


class Matching(Zaakgegevens, Basis):
    """Hoe passen werknemer en werk bij elkaar? Apart bewaard: de werkgever leest en tekent dit nooit."""

    __tablename__ = "matching"
    __table_args__ = (verwijst("zaak", "zaak_id"), UniqueConstraint("tenant_id", "zaak_id"))

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    teksten: Mapped[dict[str, Any]] = mapped_column(default=dict)


class Advies(Zaakgegevens, Basis):
    """Wat een beoordelaar vindt; van de financier alleen, tot het besluit het overneemt.

    ``reden_te_laat_aanvaard``: de reden waarom de aanvraag te laat kwam is goed, dus vervalt er geen dag.
    """

    __tablename__ = "advies"
    __table_args__ = (verwijst("zaak", "zaak_id"), lijst_van_financier("zaak_id", "id"))

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    tekst: Mapped[str] = mapped_column(Text)
    toekennen: Mapped[bool]
    reden_te_laat_aanvaard: Mapped[bool] = mapped_column(default=False)
    op: Mapped[datetime]
    door: Mapped[str] = mapped_column(String(200))


class Besluitsoort(StrEnum):
    """Hoe luidt het besluit?"""

    TOEGEKEND = "toegekend"
    DEELS_TOEGEKEND = "deels_toegekend"
    AFGEWEZEN = "afgewezen"
    NIET_IN_BEHANDELING = "niet_in_behandeling"
    INGETROKKEN = "ingetrokken"

    @property
    def kent_toe(self) -> bool:
        """Begint er na dit besluit jobcoaching?"""
        return self in {Besluitsoort.TOEGEKEND, Besluitsoort.DEELS_TOEGEKEND}


class Aanleiding(StrEnum):
    """Waarom is dit besluit genomen?"""

    AANVRAAG = "aanvraag"
    WIJZIGING = "wijziging"
    BEZWAAR = "bezwaar"
    OVERNAME = "overname"


class Besluit(Zaakgegevens, Basis):
    """Wat er is besloten, met alles wat nodig is om het over te doen.

    ``invoer`` is het dossier, ``uitkomst`` het antwoord van de regels; ``afwijkend`` als een mens anders besloot.
    Het laatste besluit van een zaak geldt. ``wijziging``: wat er halverwege veranderde, als de regels daarmee rekenden.
    """

    __tablename__ = "besluit"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        verwijst("aanvraag", "aanvraag_id"),
        lijst_van_financier("zaak_id"),
        lijst_van_organisatie("zaak_id"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    aanvraag_id: Mapped[UUID] = mapped_column(Uuid)
    soort: Mapped[Besluitsoort] = mapped_column(keuze(Besluitsoort))
    uren: Mapped[Uren | None]
    bedrag: Mapped[Bedrag | None]
    tarief: Mapped[Bedrag | None]
    begin: Mapped[date]
    eind: Mapped[date]
    afwijkend: Mapped[bool]
    motivering: Mapped[str] = mapped_column(Text)
    genomen_op: Mapped[datetime]
    door: Mapped[str] = mapped_column(String(200))
    bezwaar_tot: Mapped[date]
    regelset: Mapped[str] = mapped_column(String(60))
    regelset_versie: Mapped[str] = mapped_column(String(40))
    peildatum: Mapped[date]
    invoer: Mapped[dict[str, Any]]
    uitkomst: Mapped[dict[str, Any]]
    aanleiding: Mapped[Aanleiding] = mapped_column(keuze(Aanleiding), default=Aanleiding.AANVRAAG)
    wijziging: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
