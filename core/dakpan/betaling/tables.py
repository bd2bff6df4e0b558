"""Declaraties, facturen, betaalopdrachten en betaalbestanden."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Index, LargeBinary, String, Text, UniqueConstraint, Uuid, event, inspect
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.betaling.domain import Declaratiesoort
from dakpan.betaling.toestanden import GEDAAN, Betaalstatus, Declaratiestatus
from dakpan.opslag.basis import (
    LANGSTE_TENANT,
    Basis,
    Beheerd,
    Zaakgegevens,
    keuze,
    lijst_van_financier,
    lijst_van_organisatie,
    verwijst,
)
from dakpan.opslag.fouten import Wachtfout

_SOM = ("status", "betaalbestand_id", "kant", "organisatie_id", "bedrag", "verrekend")
_EINDE = ("soort", "status", "periode_id", "tenant_id", "kant")


class Declaratie(Zaakgegevens, Basis):
    """Wat een organisatie in rekening brengt, met de invoer en de uitkomst van de regels.

    ``invoer`` en ``uitkomst`` in de vorm van het rekencontract; ``activiteit_ids`` noemt om welke uren het gaat, en
    ``weggelaten_ids`` welke akkoorde uren de organisatie er bewust buiten liet. Dat alles blijft na het indienen zoals
    het is; ``declarabel`` en de bedragen zijn wat er nu van geldt, en zakken als er iets af gaat (``corrigeren``).
    ``wacht_op_factuur``: de werkwijze wil eerst de factuur, en die is er nog niet. ``beoordelaar``: wie in deze zaak
    beslist en dus ook hierover oordeelt; leeg als geen stap dat zegt. ``opmerkingen``: bij welke uren de financier
    schreef waarom zij niet kloppen, toen hij de declaratie terugstuurde, deels goedkeurde of achteraf verbeterde.
    ``motivering``: waarom er meer tijd in de verantwoordingsrapportage zit dan gewoon is.
    """

    __tablename__ = "declaratie"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        verwijst("jobcoachperiode", "periode_id"),
        UniqueConstraint("tenant_id", "nummer"),
        lijst_van_financier("status", "id"),
        lijst_van_financier("status", "wacht_op_factuur", "datum", "id"),
        lijst_van_organisatie("status", "id"),
        lijst_van_organisatie("datum", "id"),
        lijst_van_organisatie("status", "wacht_op_factuur", "datum", "id"),
        # Welke perioden een einddeclaratie hebben, zonder de declaraties zelf te lezen.
        Index("ix_declaratie_organisatie_id_einde", "organisatie_id", *_EINDE),
        lijst_van_financier("datum", "id"),
        lijst_van_financier("zaak_id", "id"),
        lijst_van_financier("periode_id", "soort"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    periode_id: Mapped[UUID] = mapped_column(Uuid)
    nummer: Mapped[str | None] = mapped_column(String(20))
    soort: Mapped[Declaratiesoort] = mapped_column(keuze(Declaratiesoort))
    status: Mapped[Declaratiestatus] = mapped_column(keuze(Declaratiestatus), default=Declaratiestatus.PROEF)
    datum: Mapped[date]
    tot_en_met: Mapped[date]
    btw_percentage: Mapped[str | None] = mapped_column(String(10))
    invoer: Mapped[dict[str, Any]] = mapped_column(default=dict)
    uitkomst: Mapped[dict[str, Any]] = mapped_column(default=dict)
    activiteit_ids: Mapped[list[str]] = mapped_column(default=list)
    weggelaten_ids: Mapped[list[str]] = mapped_column(default=list)
    tarief_bron: Mapped[str] = mapped_column(String(300), default="")
    regelset_versie: Mapped[str] = mapped_column(String(40), default="")
    declarabel: Mapped[Duur]
    bedrag_excl: Mapped[Bedrag | None]
    btw: Mapped[Bedrag | None]
    bedrag_incl: Mapped[Bedrag | None]
    beoordelaar: Mapped[Partij | None] = mapped_column(keuze(Partij))
    ingediend_op: Mapped[datetime | None]
    beoordeeld_op: Mapped[datetime | None]
    beoordeeld_door: Mapped[str | None] = mapped_column(String(200))
    reden: Mapped[str] = mapped_column(Text, default="")
    opmerkingen: Mapped[dict[str, Any]] = mapped_column(default=dict)
    motivering: Mapped[str] = mapped_column(Text, default="")
    wacht_op_factuur: Mapped[bool] = mapped_column(default=False)


_INGEDIEND = ("invoer", "uitkomst", "activiteit_ids", "weggelaten_ids")


@event.listens_for(Declaratie, "before_update")
def _blijft_zoals_ingediend(_mapper: Any, _verbinding: Any, rij: Declaratie) -> None:
    """Wat er is ingediend en hoe dat is berekend blijft te lezen; wat er af gaat staat ernaast."""
    verloop = inspect(rij).attrs
    was = next(iter(verloop.status.history.deleted or ()), rij.status)
    if was is not Declaratiestatus.PROEF and any(verloop[kolom].history.has_changes() for kolom in _INGEDIEND):
        raise Wachtfout("een ingediende declaratie verandert niet; maak een correctie")


class Declaratieteller(Basis):
    """Hoeveel er over een periode is gedeclareerd, bijgehouden bij alles wat erbij komt of af gaat.

    Bevat geen zaakgegevens.

    Zo staat de grens in de opdracht die ophoogt: wie tegelijk het laatste uur declareert krijgt het niet allebei.
    """

    __tablename__ = "declaratieteller"
    __table_args__ = (verwijst("jobcoachperiode", "periode_id"),)

    tenant_id: Mapped[str] = mapped_column(String(LANGSTE_TENANT), primary_key=True)
    periode_id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    minuten: Mapped[int] = mapped_column(default=0)
    centen: Mapped[int] = mapped_column(BigInteger, default=0)


class Factuur(Zaakgegevens, Basis):
    """De factuur bij een declaratie; het bestand zelf is een document."""

    __tablename__ = "factuur"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        verwijst("declaratie", "declaratie_id"),
        verwijst("document", "document_id"),
        UniqueConstraint("tenant_id", "organisatie_id", "nummer"),
        UniqueConstraint("tenant_id", "declaratie_id"),
        lijst_van_financier("zaak_id"),
        lijst_van_organisatie("nummer"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    declaratie_id: Mapped[UUID] = mapped_column(Uuid)
    document_id: Mapped[UUID] = mapped_column(Uuid)
    nummer: Mapped[str] = mapped_column(String(40))
    datum: Mapped[date]
    bedrag: Mapped[Bedrag]


class Betaalbestand(Zaakgegevens, Basis):
    """Een bestand met betalingen voor de bank van de financier."""

    __tablename__ = "betaalbestand"
    __table_args__ = (UniqueConstraint("tenant_id", "nummer"),)

    nummer: Mapped[str] = mapped_column(String(35))
    gemaakt_op: Mapped[datetime]
    door: Mapped[str] = mapped_column(String(200))
    uitvoeren_op: Mapped[date]
    aantal: Mapped[int]
    totaal: Mapped[Bedrag]
    sha256: Mapped[str] = mapped_column(String(64))
    inhoud: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)


class Betaalopdracht(Zaakgegevens, Basis):
    """Eén betaling. ``sleutel`` is uniek per reden van betalen: dezelfde termijn wordt nooit twee keer klaargezet.

    ``nummer`` is het kenmerk op het afschrift; ``vanaf`` is de eerste dag waarop er betaald mag worden. Hoort zij bij
    een declaratie, dan staan ``bedrag_excl`` en ``btw`` erbij zoals zij betaald worden.
    ``vorige_iban``: zij komt in de plaats van een betaling die van deze rekening terugkwam.
    ``verrekend``: wat er in het betaalbestand van ``bedrag`` af ging omdat de ontvanger nog geld schuldig was.
    ``niet_meer``: wat van een teruggekomen betaling niet opnieuw hoeft: gecorrigeerd, of het moest al terug.
    ``goedgekeurd``: de accounts die eerder ja zeiden tegen dit bedrag, naast wie haar klaarzette (``vrijgevers``).
    ``kostenplaats``: waarop zij is geboekt toen zij in het bestand ging; None: nog niet.
    """

    __tablename__ = "betaalopdracht"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        verwijst("betaalbestand", "betaalbestand_id"),
        verwijst("declaratie", "declaratie_id"),
        UniqueConstraint("tenant_id", "sleutel"),
        UniqueConstraint("tenant_id", "nummer"),
        lijst_van_financier("status", "vanaf", "id"),
        # Wat er naar de bank ging, zonder de betalingen zelf te lezen.
        Index("ix_betaalopdracht_tenant_id_som", "tenant_id", *_SOM),
        lijst_van_financier("zaak_id", "id"),
        lijst_van_organisatie("status", "id"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    declaratie_id: Mapped[UUID | None] = mapped_column(Uuid)
    nummer: Mapped[str] = mapped_column(String(35))
    sleutel: Mapped[str] = mapped_column(String(120))
    aan: Mapped[Partij] = mapped_column(keuze(Partij))
    begunstigde: Mapped[str] = mapped_column(String(200))
    iban: Mapped[str] = mapped_column(String(34))
    bedrag: Mapped[Bedrag]
    verrekend: Mapped[Bedrag] = mapped_column(default=NUL_EURO)
    niet_meer: Mapped[Bedrag] = mapped_column(default=NUL_EURO)
    bedrag_excl: Mapped[Bedrag | None]
    btw: Mapped[Bedrag | None]
    omschrijving: Mapped[str] = mapped_column(String(140))
    vanaf: Mapped[date]
    uitleg: Mapped[list[Any]] = mapped_column(default=list)
    status: Mapped[Betaalstatus] = mapped_column(keuze(Betaalstatus), default=Betaalstatus.KLAARGEZET)
    klaargezet_door: Mapped[str] = mapped_column(String(200))
    klaargezet_account: Mapped[UUID | None] = mapped_column(Uuid)
    goedgekeurd: Mapped[list[str]] = mapped_column(default=list)
    vrijgegeven_door: Mapped[str | None] = mapped_column(String(200))
    vrijgegeven_op: Mapped[datetime | None]
    kostenplaats: Mapped[str | None] = mapped_column(String(60))
    betaalbestand_id: Mapped[UUID | None] = mapped_column(Uuid)

    betaald_op: Mapped[date | None]
    teruggekomen_op: Mapped[date | None]
    terug_reden: Mapped[str] = mapped_column(String(300), default="")
    vorige_iban: Mapped[str | None] = mapped_column(String(34))

    @property
    def netto(self) -> Bedrag:
        """Wat er naar de bank gaat."""
        return self.bedrag - self.verrekend

    @property
    def opnieuw(self) -> Bedrag:
        """Wat er van een teruggekomen betaling nog gaat."""
        return self.netto - self.niet_meer

    @property
    def telt(self) -> Bedrag:
        """Wat hiervan is betaald of nog gaat: van wat terugkwam en verviel alleen wat is verrekend."""
        return self.verrekend if self.status is Betaalstatus.VERVALLEN else self.bedrag - self.niet_meer

    @property
    def besteed(self) -> Bedrag:
        """Wat de ontvanger hiervan heeft: naar de bank en niet teruggekomen, of verrekend."""
        return self.bedrag if self.status in GEDAAN else self.verrekend


class Vaststelling(Zaakgegevens, Basis):
    """Wat er na afloop van een voorschot definitief is vastgesteld, en waarom."""

    __tablename__ = "vaststelling"
    __table_args__ = (verwijst("zaak", "zaak_id"), UniqueConstraint("tenant_id", "zaak_id"))

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    bedrag: Mapped[Bedrag]
    betaald: Mapped[Bedrag]
    motivering: Mapped[str] = mapped_column(Text)
    op: Mapped[datetime]
    door: Mapped[str] = mapped_column(String(200))


class Betaalrekening(Zaakgegevens, Basis):
    """De rekening waarvan een financier betaalt; één per financier, alleen voor hemzelf te zien."""

    __tablename__ = "betaalrekening"
    __table_args__ = (UniqueConstraint("tenant_id"),)

    naam: Mapped[str] = mapped_column(String(70))
    iban: Mapped[str] = mapped_column(String(34))
    bic: Mapped[str | None] = mapped_column(String(11))


class Factuuradres(Beheerd, Basis):
    """Waar een factuur voor deze financier heen gaat: openbaar, want elke organisatie factureert ernaar."""

    __tablename__ = "factuuradres"

    tenant_id: Mapped[str] = mapped_column(String(LANGSTE_TENANT), primary_key=True)
    naam: Mapped[str] = mapped_column(String(200))
    oin: Mapped[str | None] = mapped_column(String(20))
    kvk: Mapped[str | None] = mapped_column(String(8))
    straat: Mapped[str] = mapped_column(String(200))
    postcode: Mapped[str] = mapped_column(String(10))
    plaats: Mapped[str] = mapped_column(String(100))
    # Waar een organisatie haar factuur per e-mail heen stuurt; leeg: dat wil of kan de financier niet.
    email: Mapped[str | None] = mapped_column(String(254))
    versie: Mapped[int] = mapped_column(default=1)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.versie}
