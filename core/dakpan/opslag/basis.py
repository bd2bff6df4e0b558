"""De gedeelde vorm van alle tabellen: sleutels, kant, versie en verwijzingen."""

from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any, ClassVar
from uuid import UUID

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import JSON, Enum, ForeignKeyConstraint, Index, MetaData, String, Uuid, event
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column, registry
from uuid_utils.compat import uuid7

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.uren import Uren
from dakpan.opslag.typen import Centen, Minuten, Moment, UrenInHonderdsten
from dakpan.opslag.vrager import Kant

LANGSTE_TENANT = 40


_METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def keuze(soort: type[StrEnum]) -> Enum:
    """Een vaste keuze, opgeslagen als haar gewone waarde; een nieuwe keuze vraagt geen migratie."""
    return Enum(soort, native_enum=False, create_constraint=False, length=40, values_callable=_waarden)


def _waarden(soort: type[StrEnum]) -> list[str]:
    return [een.value for een in soort]


class Basis(DeclarativeBase):
    """Alle tabellen. Namen van sleutels en indexen zijn voorspelbaar, zodat migraties ze kunnen noemen."""

    registry = registry(
        metadata=_METADATA,
        type_annotation_map={
            datetime: Moment,
            dict[str, Any]: JSON(none_as_null=True),
            list[Any]: JSON(none_as_null=True),
            list[str]: JSON(none_as_null=True),
            Bedrag: Centen,
            Duur: Minuten,
            Uren: UrenInHonderdsten,
        },
    )


db = SQLAlchemy(model_class=Basis)


def nieuw_id() -> UUID:
    """Een nieuw id, op tijd oplopend: de database hoeft het niet te maken en lijsten blijven op volgorde."""
    return uuid7()


def id_van_formulier(sleutel: UUID, inhoud: object) -> UUID:
    """Het id van wat een formulier schrijft: nog eens verzonden geeft hetzelfde, met iets anders erin een ander.

    De tijd komt van ``sleutel``, zodat lijsten op volgorde blijven; de rest van wat erin staat.
    """
    rest = bytearray(sha256(sleutel.bytes + repr(inhoud).encode()).digest()[:8])
    rest[0] = rest[0] & 0x3F | 0x80  # zo blijft het een id zoals alle andere
    return UUID(bytes=sleutel.bytes[:8] + bytes(rest))


class Zaakgegevens:
    """Een rij die bij een zaak hoort: van één financier, van ten hoogste één organisatie, van één kant.

    ``ZONDER_GESCHIEDENIS``: alleen voor een rij die zelf niets is dan een verwijzing naar wat er al in staat.
    """

    ZONDER_GESCHIEDENIS: ClassVar[bool] = False

    tenant_id: Mapped[str] = mapped_column(String(LANGSTE_TENANT), primary_key=True, sort_order=-5)
    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True, default=nieuw_id, sort_order=-4)
    organisatie_id: Mapped[UUID | None] = mapped_column(Uuid, sort_order=-3)
    kant: Mapped[Kant] = mapped_column(keuze(Kant), sort_order=-2)
    versie: Mapped[int] = mapped_column(default=1, sort_order=-1)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.versie}


class Organisatiegegevens:
    """Een rij die van een organisatie zelf is en bij geen financier hoort, zoals de week van een coach."""

    organisatie_id: Mapped[UUID] = mapped_column(Uuid, primary_key=True, sort_order=-5)
    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True, default=nieuw_id, sort_order=-4)
    versie: Mapped[int] = mapped_column(default=1, sort_order=-1)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.versie}


class Beheerd:
    """Een rij die bij geen zaak hoort maar waarvan ook wordt bijgehouden wie haar wijzigt, zoals een account.

    De regel komt bij wie het deed: een ander die met dezelfde persoon werkt ziet haar niet.
    """


@event.listens_for(Zaakgegevens, "init", propagate=True)
@event.listens_for(Organisatiegegevens, "init", propagate=True)
def _geef_id(rij: Any, _args: Any, gegevens: dict[str, Any]) -> None:
    """Een rij heeft haar id zodra zij bestaat, zodat een andere er meteen naar kan wijzen."""
    del rij
    gegevens.setdefault("id", nieuw_id())


def verwijst(naar: str, kolom: str) -> ForeignKeyConstraint:
    """Een verwijzing binnen dezelfde financier: een zaak kan nooit wijzen naar die van een ander.

    Zij wordt nagekeken bij het vastleggen, zodat de volgorde van opslaan er niet toe doet.
    """
    naar_sleutel = [f"{naar}.tenant_id", f"{naar}.id"]
    return ForeignKeyConstraint(["tenant_id", kolom], naar_sleutel, deferrable=True, initially="DEFERRED")


def lijst_van_financier(*kolommen: str) -> Index:
    """De index voor de lijsten van een financier: eerst de tenant, dan waarop gekozen wordt, dan de volgorde."""
    return Index(None, "tenant_id", *kolommen)


def lijst_van_organisatie(*kolommen: str) -> Index:
    """De index voor de lijsten van een organisatie, over al haar financiers heen."""
    return Index(None, "organisatie_id", *kolommen)
