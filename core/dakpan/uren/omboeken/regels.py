"""Wat mag mee naar de andere periode, wat niet en waarom, en hoe staat het er daarna voor?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from dakpan.begrippen.periode import Periode
from dakpan.begrippen.toestand import Overgang, Toestanden
from dakpan.uren.toestanden import UREN, Urenstatus


class Omboekstatus(StrEnum):
    """Geldt de omboeking nog?"""

    GEDAAN = "gedaan"
    TERUGGEDRAAID = "teruggedraaid"


OMBOEKING = Toestanden(
    {"draai_terug": Overgang((Omboekstatus.GEDAAN,), Omboekstatus.TERUGGEDRAAID, "Deze omboeking is al teruggedraaid.")}
)


@dataclass(frozen=True, slots=True)
class Plek:
    """Waar de uren heen gaan. ``gekoppeld``: per coach zijn dagen; ``groepen``: welke groepen er al in staan."""

    periode: Periode
    gekoppeld: Mapping[UUID, tuple[Periode, ...]]
    groepen: frozenset[UUID] = frozenset()


def waarom_niet(plek: Plek, status: Urenstatus, dag: date, coach_id: UUID, groep_id: UUID | None = None) -> str:
    """Leeg als deze uren mee kunnen."""
    if not UREN.kan(status, "boek_om"):
        return "is gedeclareerd en blijft waar het is"
    if dag not in plek.periode:
        return f"valt buiten de nieuwe periode, die loopt van {plek.periode}"
    if not any(dag in deel for deel in plek.gekoppeld.get(coach_id, ())):
        return "deze jobcoach is op die dag niet aan de nieuwe periode gekoppeld; koppel hem eerst"
    if groep_id is not None and groep_id in plek.groepen:
        return "deze groep staat ook al in de nieuwe periode"
    return ""


def na_omboeken(status: Urenstatus, *, gesloten: bool) -> Urenstatus:
    """Een akkoord vervalt: in een gesloten week wachten de uren weer op akkoord, anders zijn zij voorraad."""
    return UREN.na(status, "boek_om_gesloten" if gesloten else "boek_om")
