"""De zaak: wat de huizen van de straat verbindt, met haar mijlpalen, notities en documenten."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Index, LargeBinary, String, Text, TextClause, UniqueConstraint, Uuid, event, inspect, text
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from dakpan.aanvraag.domain.soorten import Vorm
from dakpan.aanvraag.domain.stukken import Partij
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.domain import Zaakstap
from dakpan.opslag.basis import (
    LANGSTE_TENANT,
    Basis,
    Zaakgegevens,
    keuze,
    lijst_van_financier,
    lijst_van_organisatie,
    verwijst,
)
from dakpan.opslag.fouten import Wachtfout
from dakpan.partijen.tables import Organisatie, Persoon, Werkgever


class Zaakstatus(StrEnum):
    """Leeft de zaak nog?"""

    LOPEND = "lopend"
    AFGEWEZEN = "afgewezen"
    INGETROKKEN = "ingetrokken"
    NIET_BEHANDELD = "niet_behandeld"
    AFGEROND = "afgerond"


# Welke rijen een index van een organisatie noemt: wat zij bewaarde staat apart van wat zij nog ziet liggen.
_IN_ARCHIEF, _BUITEN_ARCHIEF = text("gearchiveerd_op IS NOT NULL"), text("gearchiveerd_op IS NULL")
# Alles wat nodig is om te kiezen wat aan de beurt is: de index alleen geeft het antwoord, zonder de zaken te lezen.
# Per stap op volgorde van uiterste dag, zodat van elke stap alleen de eerste worden gelezen.
_BEURT = ("status", "beurt_stap", "uiterlijk", "id", "beurt", "kant")


def _deel(naam: str, *kolommen: str, waar: TextClause) -> Index:
    """Een index van een organisatie over een deel van haar zaken, op volgorde van id."""
    velden = ("organisatie_id", *kolommen, "id")
    return Index(f"ix_zaak_organisatie_id_{naam}", *velden, sqlite_where=waar, postgresql_where=waar)


class Zaak(Zaakgegevens, Basis):
    """Eén traject van één cliënt bij één werkgever, betaald door één financier.

    ``stappen`` is de werkwijze zoals de regelset haar gaf: per stap wie opent en wat ervoor klaar moet zijn.
    ``beurt_stap`` en ``beurt`` staan erbij zodat een lijst niet elke zaak hoeft uit te rekenen.
    ``gearchiveerd_op``: sinds wanneer de organisatie haar bewaart in plaats van in haar lijsten te laten staan; een
    zaak die loopt ligt daar nooit.
    """

    __tablename__ = "zaak"
    __table_args__ = (
        verwijst("persoon", "persoon_id"),
        verwijst("werkgever", "werkgever_id"),
        lijst_van_financier("status", "id"),
        Index("ix_zaak_tenant_id_beurt", "tenant_id", *_BEURT),
        lijst_van_organisatie("id"),
        lijst_van_organisatie("tenant_id", "id", "kant"),
        lijst_van_organisatie("status", "id"),
        Index("ix_zaak_organisatie_id_beurt", "organisatie_id", *_BEURT, "tenant_id"),
        lijst_van_organisatie("nummer", "kant", "tenant_id", "id"),
        _deel("archief", "gearchiveerd_op", waar=_IN_ARCHIEF),
        _deel("buiten_archief", waar=_BUITEN_ARCHIEF),
        _deel("status_buiten_archief", "status", waar=_BUITEN_ARCHIEF),
        UniqueConstraint("tenant_id", "nummer"),
        # Een cliënt en een werkgever horen bij precies één zaak; langs deze weg vindt een naam haar zaak.
        UniqueConstraint("tenant_id", "persoon_id"),
        UniqueConstraint("tenant_id", "werkgever_id"),
    )

    nummer: Mapped[str] = mapped_column(String(20))
    status: Mapped[Zaakstatus] = mapped_column(keuze(Zaakstatus), default=Zaakstatus.LOPEND)
    vorm: Mapped[Vorm] = mapped_column(keuze(Vorm))
    persoon_id: Mapped[UUID] = mapped_column(Uuid)
    werkgever_id: Mapped[UUID] = mapped_column(Uuid)
    # Achteraan in de tabel: een lijst die hen niet nodig heeft, hoeft er dan niet langs.
    stappen: Mapped[list[Any]] = mapped_column(default=list, sort_order=1)
    werkwijze: Mapped[dict[str, Any]] = mapped_column(default=dict, sort_order=1)
    beurt_stap: Mapped[Zaakstap | None] = mapped_column(keuze(Zaakstap))
    beurt: Mapped[Partij | None] = mapped_column(keuze(Partij))
    # Gevuld zolang er om aanvulling is gevraagd: dan is de ander aan de beurt.
    aanvullen_tot: Mapped[date | None]
    uiterlijk: Mapped[date | None]
    # Alleen gevuld als een weekend of feestdag de uiterste dag opschoof: dan is dit de dag van de regels.
    uiterlijk_berekend: Mapped[date | None] = mapped_column(sort_order=1)
    geopend_op: Mapped[datetime]
    begin: Mapped[date | None]
    eind: Mapped[date | None]
    gearchiveerd_op: Mapped[datetime | None]

    VELDEN_VAN_ORGANISATIE: ClassVar[frozenset[str]] = frozenset({"gearchiveerd_op"})

    @validates("status")
    def _uit_het_archief(self, _veld: str, status: Zaakstatus) -> Zaakstatus:
        if status is Zaakstatus.LOPEND:
            self.gearchiveerd_op = None
        return status

    @property
    def kent_organisatie(self) -> bool:
        """Doet er een jobcoachorganisatie mee, nu of straks? Alleen nee als de werkwijze bekend is en er geen noemt."""
        if self.organisatie_id is not None or not self.stappen:
            return True
        return any(stap["opent"] == Partij.JOBCOACHORGANISATIE.value for stap in self.stappen)

    persoon: Mapped[Persoon] = relationship(
        primaryjoin=lambda: (Zaak.tenant_id == Persoon.tenant_id) & (Zaak.persoon_id == Persoon.id),
        foreign_keys=lambda: [Zaak.tenant_id, Zaak.persoon_id],
        viewonly=True,
    )
    werkgever: Mapped[Werkgever] = relationship(
        primaryjoin=lambda: (Zaak.tenant_id == Werkgever.tenant_id) & (Zaak.werkgever_id == Werkgever.id),
        foreign_keys=lambda: [Zaak.tenant_id, Zaak.werkgever_id],
        viewonly=True,
    )
    organisatie: Mapped[Organisatie | None] = relationship(
        primaryjoin=lambda: Zaak.organisatie_id == Organisatie.id,
        foreign_keys=lambda: [Zaak.organisatie_id],
        viewonly=True,
    )
    mijlpalen: Mapped[list["Mijlpaal"]] = relationship(
        primaryjoin=lambda: (Zaak.tenant_id == Mijlpaal.tenant_id) & (Zaak.id == Mijlpaal.zaak_id),
        foreign_keys=lambda: [Mijlpaal.tenant_id, Mijlpaal.zaak_id],
        viewonly=True,
        order_by=lambda: Mijlpaal.op,
    )


class Mijlpaal(Zaakgegevens, Basis):
    """Een stap van de werkwijze die klaar is: wanneer, en door wie."""

    __tablename__ = "mijlpaal"
    __table_args__ = (verwijst("zaak", "zaak_id"), UniqueConstraint("tenant_id", "zaak_id", "stap"))

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    stap: Mapped[Zaakstap] = mapped_column(keuze(Zaakstap))
    op: Mapped[datetime]
    door: Mapped[str] = mapped_column(String(200))


class Notitie(Zaakgegevens, Basis):
    """Een aantekening voor de eigen kant; zij wordt nooit gedeeld en nooit afgedrukt.

    ``met``: met wie iemand belde; leeg bij een gewone notitie.
    """

    __tablename__ = "notitie"
    __table_args__ = (verwijst("zaak", "zaak_id"), lijst_van_financier("zaak_id", "id"))

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    met: Mapped[str | None] = mapped_column(String(200))
    tekst: Mapped[str] = mapped_column(Text)
    op: Mapped[datetime]
    door: Mapped[str] = mapped_column(String(200))


class Bericht(Zaakgegevens, Basis):
    """Wat één persoon moet weten. ``kenmerk`` zegt waarover, zodat er over hetzelfde nooit twee keer een bericht komt.

    Wat er gebeurde staat al in de geschiedenis van de zaak; een bericht erover hoort daar niet nog eens bij.
    """

    __tablename__ = "bericht"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        UniqueConstraint("tenant_id", "kenmerk", "lidmaatschap_id"),
        lijst_van_financier("lidmaatschap_id", "gelezen_op", "id"),
        lijst_van_organisatie("lidmaatschap_id", "gelezen_op", "id"),
    )
    ZONDER_GESCHIEDENIS = True

    lidmaatschap_id: Mapped[UUID] = mapped_column(Uuid)
    zaak_id: Mapped[UUID | None] = mapped_column(Uuid)
    zaaknummer: Mapped[str] = mapped_column(String(20), default="")
    soort: Mapped[Berichtsoort] = mapped_column(keuze(Berichtsoort))
    kenmerk: Mapped[str] = mapped_column(String(160))
    over: Mapped[str] = mapped_column(String(60), default="")
    dag: Mapped[date | None]
    op: Mapped[datetime]
    gelezen_op: Mapped[datetime | None]
    gemaild_op: Mapped[datetime | None]


class Documentsoort(StrEnum):
    """Wat voor document is het?"""

    FACTUUR = "factuur"
    CREDITNOTA = "creditnota"
    BETAALBESTAND = "betaalbestand"
    STUK = "stuk"
    BIJLAGE = "bijlage"
    AANVRAAG = "aanvraag"
    UITTREKSEL = "uittreksel"
    OPDRACHT = "opdracht"
    WIJZIGING = "wijziging"
    MACHTIGING = "machtiging"


class Document(Zaakgegevens, Basis):
    """Een bestand bij een zaak, met zijn vingerafdruk, in dezelfde database en transactie als de zaak.

    ``stuk``: de code van het vereiste stuk dat het is. ``verzonden_op``: vanaf dan blijft het zoals het is.
    """

    __tablename__ = "document"
    __table_args__ = (verwijst("zaak", "zaak_id"), lijst_van_financier("zaak_id", "id"))

    zaak_id: Mapped[UUID | None] = mapped_column(Uuid)
    soort: Mapped[Documentsoort] = mapped_column(keuze(Documentsoort))
    stuk: Mapped[str | None] = mapped_column(String(60))
    titel: Mapped[str] = mapped_column(String(200))
    bestandsnaam: Mapped[str] = mapped_column(String(200))
    mediatype: Mapped[str] = mapped_column(String(100))
    sha256: Mapped[str] = mapped_column(String(64))
    gemaakt_op: Mapped[datetime]
    door: Mapped[str] = mapped_column(String(200))
    inhoud: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    verzonden_op: Mapped[datetime | None]


_VAST = ("soort", "stuk", "titel", "bestandsnaam", "mediatype", "sha256", "gemaakt_op", "door", "inhoud")


@event.listens_for(Document, "before_update")
def _blijft_gelijk(_mapper: Any, _verbinding: Any, document: Document) -> None:
    """Een document is te delen of te verzenden, nooit te wijzigen; de datum van verzenden komt er één keer bij."""
    verloop = inspect(document).attrs
    if any(verloop[kolom].history.has_changes() for kolom in _VAST) or any(verloop.verzonden_op.history.deleted or ()):
        raise Wachtfout("een document verandert niet; maak een nieuw")


@event.listens_for(Document, "before_delete")
def _verzonden_blijft(_mapper: Any, _verbinding: Any, document: Document) -> None:
    if document.verzonden_op is not None:
        raise Wachtfout("een document dat is verzonden blijft")


class Nummerreeks(Basis):
    """Het laatst uitgegeven nummer per financier en soort. Bevat geen zaakgegevens."""

    __tablename__ = "nummerreeks"
    __table_args__ = (Index(None, "tenant_id", "soort"),)

    tenant_id: Mapped[str] = mapped_column(String(LANGSTE_TENANT), primary_key=True)
    soort: Mapped[str] = mapped_column(String(20), primary_key=True)
    stand: Mapped[int] = mapped_column(default=0)
