"""Het register van organisaties: wie is waar erkend, wat behaalde een coach, en wie meldt zich aan?"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from dakpan.opslag.basis import (
    LANGSTE_TENANT,
    Basis,
    Organisatiegegevens,
    Zaakgegevens,
    keuze,
    lijst_van_financier,
    lijst_van_organisatie,
    nieuw_id,
)
from dakpan.opslag.bestandsrij import Bestandskolommen
from dakpan.partijen.toestanden import LANGSTE_REDEN, Erkenningstatus


class Erkenning(Basis):
    """Welke organisatie is nu bij welke financier erkend, en van wanneer tot wanneer? Openbaar, zonder reden."""

    __tablename__ = "erkenning"
    __table_args__ = (UniqueConstraint("organisatie_id", "tenant_id"), Index(None, "tenant_id", "status"))

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True, default=nieuw_id)
    tenant_id: Mapped[str] = mapped_column(String(LANGSTE_TENANT))
    organisatie_id: Mapped[UUID] = mapped_column(ForeignKey("organisatie.id"))
    status: Mapped[Erkenningstatus] = mapped_column(keuze(Erkenningstatus))
    van: Mapped[date]
    tot_en_met: Mapped[date | None]
    versie: Mapped[int] = mapped_column(default=1)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.versie}


class Erkenningsbesluit(Zaakgegevens, Basis):
    """Waarom is een erkenning verleend, geschorst of ingetrokken? Alleen voor de financier en de organisatie zelf."""

    __tablename__ = "erkenningsbesluit"
    __table_args__ = (lijst_van_financier("organisatie_id"), lijst_van_organisatie("id"))

    status: Mapped[Erkenningstatus] = mapped_column(keuze(Erkenningstatus))
    van: Mapped[date]
    tot_en_met: Mapped[date | None]
    reden: Mapped[str] = mapped_column(String(LANGSTE_REDEN))
    op: Mapped[datetime]
    door: Mapped[str] = mapped_column(String(200))


class Certificaat(Organisatiegegevens, Basis):
    """Wat een coach heeft behaald. ``soort`` is een code uit register.toml; ``geldig_tot`` leeg: het verloopt niet."""

    __tablename__ = "certificaat"
    __table_args__ = (lijst_van_organisatie("medewerker_id"),)

    medewerker_id: Mapped[UUID] = mapped_column(Uuid)
    soort: Mapped[str] = mapped_column(String(40))
    behaald_op: Mapped[date]
    geldig_tot: Mapped[date | None]


class Certificaatbestand(Bestandskolommen, Organisatiegegevens, Basis):
    """Het papier zelf bij een certificaat; alleen de organisatie van de coach opent het."""

    __tablename__ = "certificaatbestand"
    __table_args__ = (lijst_van_organisatie("certificaat_id"),)

    certificaat_id: Mapped[UUID] = mapped_column(Uuid)


class Registerbewijs(Basis):
    """Wat het openbare register van een certificaat weet: welk, en van wanneer tot wanneer. Een naam staat er niet bij.

    Het volgt het certificaat met hetzelfde id. Wie de coach is zegt het register alleen als hij daar zelf voor koos.
    """

    __tablename__ = "registerbewijs"
    __table_args__ = (Index(None, "organisatie_id", "soort"), Index(None, "soort"))

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    organisatie_id: Mapped[UUID] = mapped_column(ForeignKey("organisatie.id"))
    medewerker_id: Mapped[UUID] = mapped_column(ForeignKey("lidmaatschap.id"))
    soort: Mapped[str] = mapped_column(String(40))
    behaald_op: Mapped[date]
    geldig_tot: Mapped[date | None]


class Registratie(Basis):
    """Een organisatie die zich aanmeldt of is uitgenodigd, tot iemand de link uit de e-mail gebruikt.

    Alleen de vingerafdruk van de code wordt bewaard. ``uitnodiger``: de financier die vroeg, of niemand.
    """

    __tablename__ = "registratie"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True, default=nieuw_id)
    kvk: Mapped[str] = mapped_column(String(8))
    organisatie: Mapped[str] = mapped_column(String(200))
    naam: Mapped[str] = mapped_column(String(200))
    email: Mapped[str] = mapped_column(String(254))
    uitnodiger: Mapped[str | None] = mapped_column(String(LANGSTE_TENANT))
    vingerafdruk: Mapped[str] = mapped_column(String(64), unique=True)
    verloopt_op: Mapped[datetime]
    gebruikt_op: Mapped[datetime | None]
