"""Organisaties, accounts en wie namens wie werkt; en de mensen en werkgevers van een zaak."""

from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String, UniqueConstraint, Uuid, false
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship, validates

from dakpan.opslag.basis import (
    LANGSTE_TENANT,
    Basis,
    Beheerd,
    Organisatiegegevens,
    Zaakgegevens,
    keuze,
    lijst_van_financier,
    lijst_van_organisatie,
    nieuw_id,
)
from dakpan.partijen import zoeknaam as zoek

# PostgreSQL sorteert dit zoals SQLite, teken voor teken: dan vindt een index elke naam die zo begint.
Zoekbaar = String(zoek.LANGSTE_ZOEKNAAM).with_variant(String(zoek.LANGSTE_ZOEKNAAM, collation="C"), "postgresql")
Stukbaar = String(zoek.LANGSTE_ZOEKTEKST).with_variant(String(zoek.LANGSTE_ZOEKTEKST, collation="C"), "postgresql")
# Wie op een stuk zoekt leest alleen deze index, en niet de rijen zelf.
_NAAM, _ZOEKEN = ("achternaam", "voornaam"), ("kant", "tenant_id", "id")


class Organisatie(Beheerd, Basis):
    """Een jobcoachorganisatie: staat in het register, hoort bij geen financier."""

    __tablename__ = "organisatie"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True, default=nieuw_id)
    naam: Mapped[str] = mapped_column(String(200))
    kvk: Mapped[str] = mapped_column(String(8), unique=True)
    btw_nummer: Mapped[str | None] = mapped_column(String(14))
    iban: Mapped[str | None] = mapped_column(String(34))
    email: Mapped[str | None] = mapped_column(String(254))
    straat: Mapped[str | None] = mapped_column(String(200))
    postcode: Mapped[str | None] = mapped_column(String(10))
    plaats: Mapped[str | None] = mapped_column(String(100))
    # Wat een cliënt of consulent zoekt; codes uit register.toml.
    specialisaties: Mapped[list[str]] = mapped_column(default=list)
    regios: Mapped[list[str]] = mapped_column(default=list)
    # Wie een betaling vrijgeeft ziet of de rekening pas is veranderd.
    rekening_gewijzigd_op: Mapped[datetime | None]
    versie: Mapped[int] = mapped_column(default=1)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.versie}


class Mailkeuze(StrEnum):
    """Welke e-mail wil iemand bij zijn berichten?"""

    WERK = "werk"
    ALLES = "alles"
    DAGELIJKS = "dagelijks"
    GEEN = "geen"


class Account(Beheerd, Basis):
    """Een persoon die zich aanmeldt. ``wachtwoord`` is een argon2-afdruk; leeg tot de uitnodiging is gebruikt."""

    __tablename__ = "account"
    GEHEIME_VELDEN = frozenset({"wachtwoord"})

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True, default=nieuw_id)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    naam: Mapped[str] = mapped_column(String(200))
    wachtwoord: Mapped[str | None] = mapped_column(String(300))
    actief: Mapped[bool] = mapped_column(default=True)
    demo: Mapped[bool] = mapped_column(default=False)
    taal: Mapped[str] = mapped_column(String(5), default="nl")
    mailkeuze: Mapped[Mailkeuze] = mapped_column(keuze(Mailkeuze), default=Mailkeuze.WERK, server_default="werk")
    # Gaat omhoog bij een ander wachtwoord of afmelden overal: oude sessies gelden dan niet meer.
    sessieversie: Mapped[int] = mapped_column(default=1)
    lidmaatschappen: Mapped[list["Lidmaatschap"]] = relationship(back_populates="account")


class Lidmaatschap(Beheerd, Basis):
    """Eén persoon werkt voor één organisatie of voor één financier, met deze rollen of rechten.

    Het telt pas als de persoon het zelf heeft aangenomen. Hoe hij hier heet en welk adres hij hier krijgt is van dit
    huis: het zegt niets over wat een ander van hem weet.
    """

    __tablename__ = "lidmaatschap"
    __table_args__ = (
        CheckConstraint("(organisatie_id IS NULL) <> (tenant_id IS NULL)", name="een_van_beide"),
        UniqueConstraint("account_id", "organisatie_id"),
        UniqueConstraint("account_id", "tenant_id"),
        Index(None, "organisatie_id"),
        Index(None, "tenant_id"),
    )

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True, default=nieuw_id)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"))
    organisatie_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisatie.id"))
    tenant_id: Mapped[str | None] = mapped_column(String(LANGSTE_TENANT))
    rollen: Mapped[list[str]] = mapped_column(default=list)
    rechten: Mapped[list[str]] = mapped_column(default=list)
    actief: Mapped[bool] = mapped_column(default=True)
    mobiel: Mapped[str | None] = mapped_column(String(15))
    aanvaard_op: Mapped[datetime | None]
    # Zoals wie uitnodigde hem noemt; leeg: zoals het account heet.
    naam: Mapped[str | None] = mapped_column(String(200))
    # Koos deze coach er zelf voor om met naam in het openbare register te staan?
    in_register: Mapped[bool] = mapped_column(default=False, server_default=false())
    # Gevraagd, en pas waar als wie het leest het bevestigt.
    nieuw_adres: Mapped[str | None] = mapped_column(String(254))
    versie: Mapped[int] = mapped_column(default=1)
    account: Mapped[Account] = relationship(back_populates="lidmaatschappen")
    organisatie: Mapped[Organisatie | None] = relationship()

    @property
    def heet(self) -> str:
        """De naam waaronder dit huis hem kent."""
        return self.naam or self.account.naam

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.versie}


class Afwezigheid(Organisatiegegevens, Basis):
    """Van wanneer tot en met wanneer is een medewerker er niet? Waarom hoort hier niet."""

    __tablename__ = "afwezigheid"
    __table_args__ = (lijst_van_organisatie("medewerker_id", "tot_en_met"),)

    medewerker_id: Mapped[UUID] = mapped_column(Uuid)
    van: Mapped[date]
    tot_en_met: Mapped[date]


class Aanmelding(Basis):
    """Iemand is aangemeld in één browser. Zonder deze rij is het koekje niets waard: afmelden is echt afmelden."""

    __tablename__ = "aanmelding"
    __table_args__ = (Index(None, "account_id"), Index(None, "begonnen_op"))

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"))
    begonnen_op: Mapped[datetime]


class Linksoort(StrEnum):
    """Waarvoor geldt een link die één keer werkt?"""

    UITNODIGING = "uitnodiging"
    WACHTWOORD = "wachtwoord"
    ADRES = "adres"


class EenmaligeLink(Basis):
    """Een link die één keer werkt en verloopt. Alleen de vingerafdruk van het geheim wordt bewaard."""

    __tablename__ = "eenmalige_link"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True, default=nieuw_id)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"))
    # Welke uitnodiging of welk nieuw adres; een vergeten wachtwoord hoort bij geen huis.
    lidmaatschap_id: Mapped[UUID | None] = mapped_column(ForeignKey("lidmaatschap.id"))
    soort: Mapped[Linksoort] = mapped_column(keuze(Linksoort))
    vingerafdruk: Mapped[str] = mapped_column(String(64), unique=True)
    verloopt_op: Mapped[datetime]
    gebruikt_op: Mapped[datetime | None]


class Aanmeldpoging(Basis):
    """Een mislukte poging om aan te melden; genoeg ervan sluit de deur even. ``sleutel`` is een vingerafdruk."""

    __tablename__ = "aanmeldpoging"
    __table_args__ = (Index(None, "sleutel", "op"),)

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True, default=nieuw_id)
    sleutel: Mapped[str] = mapped_column(String(64))
    op: Mapped[datetime]


class Brief(Basis):
    """Een e-mail die de deur uit moet; opgeslagen in dezelfde transactie als wat hem veroorzaakte."""

    __tablename__ = "brief"
    __table_args__ = (Index(None, "verzonden_op"),)

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True, default=nieuw_id)
    aan: Mapped[str] = mapped_column(String(254))
    onderwerp: Mapped[str] = mapped_column(String(200))
    tekst: Mapped[str]
    gemaakt_op: Mapped[datetime]
    verzonden_op: Mapped[datetime | None]
    mislukt: Mapped[str | None]
    # Wie bezorgt pakt de brief eerst op, zodat een ander hem niet ook verstuurt.
    opgepakt_op: Mapped[datetime | None]
    pogingen: Mapped[int] = mapped_column(default=0)
    # Na een mislukte poging wacht hij steeds langer.
    opnieuw_vanaf: Mapped[datetime | None]


def _uit(maak: Callable[..., str], *kolommen: str) -> Callable[[Any], str]:
    """Voor een rij die buiten de klassen om wordt ingevoegd, zoals bij het vullen van een demonstratie."""

    def bepaal(context: Any) -> str:
        waarden = context.get_current_parameters()
        return maak(*(str(waarden[kolom]) for kolom in kolommen))

    return bepaal


class Persoon(Zaakgegevens, Basis):
    """De cliënt van één zaak. Dezelfde mens in een andere zaak is een andere rij: zo leert niemand van een ander."""

    __tablename__ = "persoon"
    __table_args__ = (
        lijst_van_financier("bsn_zoek"),
        lijst_van_organisatie("bsn_zoek"),
        lijst_van_financier("zoeknaam"),
        lijst_van_organisatie("zoeknaam"),
        lijst_van_financier("zoekvoornaam"),
        lijst_van_organisatie("zoekvoornaam"),
        lijst_van_organisatie("zoektekst", *_ZOEKEN),
    )
    GEHEIME_VELDEN = frozenset({"bsn_cijfer", "bsn_zoek", "bsn_eind"})

    voornaam: Mapped[str] = mapped_column(String(100))
    achternaam: Mapped[str] = mapped_column(String(100))
    zoeknaam: Mapped[str] = mapped_column(Zoekbaar, default=_uit(zoek.zoeknaam, *_NAAM))
    zoekvoornaam: Mapped[str] = mapped_column(Zoekbaar, default=_uit(zoek.zoeknaam, "voornaam"))
    zoektekst: Mapped[str] = mapped_column(Stukbaar, default=_uit(zoek.zoektekst, *_NAAM), server_default="")
    geboortedatum: Mapped[date | None]
    bsn_cijfer: Mapped[bytes | None] = mapped_column(LargeBinary)
    bsn_zoek: Mapped[str | None] = mapped_column(String(64))
    bsn_eind: Mapped[str | None] = mapped_column(String(4))
    email: Mapped[str | None] = mapped_column(String(254))
    telefoon: Mapped[str | None] = mapped_column(String(20))
    straat: Mapped[str | None] = mapped_column(String(200))
    postcode: Mapped[str | None] = mapped_column(String(10))
    plaats: Mapped[str | None] = mapped_column(String(100))
    # Wie voor de cliënt tekent, als die dat niet zelf kan of mag.
    vertegenwoordiger: Mapped[str | None] = mapped_column(String(200))
    vertegenwoordiger_email: Mapped[str | None] = mapped_column(String(254))

    @property
    def naam(self) -> str:
        return f"{self.voornaam} {self.achternaam}"

    @validates("voornaam", "achternaam")
    def _zoek_opnieuw(self, veld: str, waarde: str) -> str:
        namen = {"voornaam": self.voornaam, "achternaam": self.achternaam, veld: waarde}
        self.zoeknaam = zoek.zoeknaam(namen["achternaam"] or "", namen["voornaam"] or "")
        self.zoekvoornaam = zoek.zoeknaam(namen["voornaam"] or "")
        self.zoektekst = zoek.zoektekst(namen["achternaam"] or "", namen["voornaam"] or "")
        return waarde


class Werkgever(Zaakgegevens, Basis):
    """De werkgever van een cliënt, met wie er te bereiken is en waar een vergoeding heen gaat.

    Wie het contract geeft en waar iemand werkt zijn twee dingen: ``inlener`` en ``werkplek_*`` zijn leeg als het
    dezelfde is. ``begeleider`` is de collega die op de werkvloer helpt.
    """

    __tablename__ = "werkgever"
    __table_args__ = (
        lijst_van_financier("zoeknaam"),
        lijst_van_organisatie("zoeknaam"),
        lijst_van_organisatie("zoektekst", *_ZOEKEN),
    )

    naam: Mapped[str] = mapped_column(String(200))
    zoeknaam: Mapped[str] = mapped_column(Zoekbaar, default=_uit(zoek.zoeknaam, "naam"))
    zoektekst: Mapped[str] = mapped_column(Stukbaar, default=_uit(zoek.zoektekst, "naam"), server_default="")
    kvk: Mapped[str | None] = mapped_column(String(8))
    contactpersoon: Mapped[str | None] = mapped_column(String(200))
    email: Mapped[str | None] = mapped_column(String(254))
    telefoon: Mapped[str | None] = mapped_column(String(20))
    iban: Mapped[str | None] = mapped_column(String(34))
    plaats: Mapped[str | None] = mapped_column(String(100))
    straat: Mapped[str | None] = mapped_column(String(200))
    postcode: Mapped[str | None] = mapped_column(String(10))
    begeleider: Mapped[str | None] = mapped_column(String(200))
    begeleider_functie: Mapped[str | None] = mapped_column(String(100))
    inlener: Mapped[str | None] = mapped_column(String(200))
    werkplek_straat: Mapped[str | None] = mapped_column(String(200))
    werkplek_postcode: Mapped[str | None] = mapped_column(String(10))
    werkplek_plaats: Mapped[str | None] = mapped_column(String(100))

    @validates("naam")
    def _zoek_opnieuw(self, _veld: str, waarde: str) -> str:
        self.zoeknaam, self.zoektekst = zoek.zoeknaam(waarde), zoek.zoektekst(waarde)
        return waarde
