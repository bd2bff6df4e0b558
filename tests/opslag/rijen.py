"""Een geldige rij voor elke bewaakte tabel, gemaakt uit de tabel zelf: een nieuwe tabel doet vanzelf mee."""

from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Boolean, Column, Date, Enum, ForeignKeyConstraint, Integer, LargeBinary, Uuid, inspect
from sqlalchemy.orm import Session
from tests.opslag.vragers import MOMENT

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.uren import Uren
from dakpan.opslag.basis import Basis, Organisatiegegevens, Zaakgegevens, nieuw_id
from dakpan.opslag.typen import Centen, Minuten, Moment, UrenInHonderdsten
from dakpan.opslag.vrager import Kant
from dakpan.tabellen import METADATA

_VAST = {"tenant_id", "id", "organisatie_id", "kant", "versie"}


def soorten() -> list[type[Any]]:
    """Elke klasse die de wacht bewaakt, op volgorde van verwijzen."""
    op_tabel = {mapper.local_table: mapper.class_ for mapper in Basis.registry.mappers}
    klassen = [op_tabel[tabel] for tabel in METADATA.sorted_tables if tabel in op_tabel]
    return [klasse for klasse in klassen if issubclass(klasse, (Zaakgegevens, Organisatiegegevens))]


def maak(sessie: Session, soort: type[Any], tenant: str, organisatie: UUID | None, kant: Kant) -> Any:
    """Een rij van deze soort met alles waar zij naar wijst, van deze eigenaar en deze kant."""
    eigen: dict[str, Any] = {"organisatie_id": organisatie}
    if issubclass(soort, Zaakgegevens):
        eigen |= {"tenant_id": tenant, "kant": kant, **_verwezen(sessie, soort, tenant, organisatie, kant)}
    kolommen = inspect(soort).local_table.c
    gevuld = {kolom.name: _waarde(kolom) for kolom in kolommen if kolom.name not in _VAST | set(eigen)}
    rij = soort(**gevuld, **eigen)
    sessie.add(rij)
    sessie.flush()
    return rij


def _verwezen(sessie: Session, soort: type[Any], tenant: str, organisatie: UUID | None, kant: Kant) -> dict[str, UUID]:
    op_tabel = {mapper.local_table: mapper.class_ for mapper in Basis.registry.mappers}
    sleutels = [een for een in inspect(soort).local_table.constraints if isinstance(een, ForeignKeyConstraint)]
    return {
        sleutel.column_keys[1]: maak(sessie, op_tabel[sleutel.referred_table], tenant, organisatie, kant).id
        for sleutel in sleutels
        if sleutel.column_keys[:1] == ["tenant_id"]
    }


def _waarde(kolom: Column[Any]) -> Any:
    """Iets geldigs van het goede soort; teksten zijn uniek, want sommige kolommen moeten dat zijn."""
    match kolom.type:
        case Enum() as keuzes:
            assert keuzes.enum_class is not None
            assert issubclass(keuzes.enum_class, StrEnum)
            return next(iter(keuzes.enum_class))
        case Moment():
            return MOMENT
        case Centen():
            return Bedrag(12_34)
        case Minuten():
            return Duur(90)
        case UrenInHonderdsten():
            return Uren(27_21)
        case Uuid():
            return nieuw_id()
        case Date():
            return date(2026, 3, 2)
        case Boolean():
            return True
        case Integer():
            return 1
        case LargeBinary():
            return b"inhoud"
        case JSON():
            return {}
        case _:
            return str(nieuw_id())[-(getattr(kolom.type, "length", None) or 36) :]
