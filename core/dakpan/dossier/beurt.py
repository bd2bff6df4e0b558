"""Welke zaken zijn aan deze vrager? Wat het eerst klaar moet zijn staat bovenaan."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, or_, select, union_all

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.dossier import bevoegd
from dakpan.dossier.domain import Werkstap, Zaakstap
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.dossier.zaakregels import KOLOMMEN, Zaakregel, met_namen
from dakpan.opslag.handeling import Handeling

# Waaraan moet een zaak bij deze stap voldoen? None: geen enkele zaak van deze stap telt mee.
Keuze = Callable[[Zaakstap], Sequence[ColumnElement[bool]] | None]


def mijn_stappen(handeling: Handeling) -> Mapping[frozenset[Partij], list[Zaakstap]]:
    """Welke stappen kan deze vrager zetten als zij aan de beurt zijn? Bij elkaar wat dezelfde partijen openen."""
    stappen: dict[frozenset[Partij], list[Zaakstap]] = {}
    for stap in Zaakstap:
        partijen = frozenset(een for een in Partij if bevoegd.mag(handeling, Werkstap(stap, een)))
        if partijen:
            stappen.setdefault(partijen, []).append(stap)
    return stappen


def aan(handeling: Handeling, kolom: Callable[[Any], Any] = lambda gewoon: gewoon) -> ColumnElement[bool]:
    """De zaak loopt, en de stap die aan de beurt is kan deze vrager zetten."""
    mijn = (
        and_(kolom(Zaak.beurt_stap).in_(sorted(stappen)), kolom(Zaak.beurt).in_(sorted(partijen)))
        for partijen, stappen in mijn_stappen(handeling).items()
    )
    return and_(kolom(Zaak.status) == Zaakstatus.LOPEND, or_(false(), *mijn))


def aan_de_beurt(handeling: Handeling, aantal: int, welke: Keuze = lambda _stap: ()) -> list[Zaakregel]:
    """De zaken die het eerst aandacht vragen: op uiterste dag, en wie er geen heeft achteraan.

    Per stap staan zij zo in de index; van elke stap worden alleen de eerste gelezen, hoeveel het er ook zijn.
    """
    eerste = [
        _eerste(aantal, Zaak.beurt_stap == stap, Zaak.beurt.in_(sorted(partijen)), *waar)
        for partijen, stappen in mijn_stappen(handeling).items()
        for stap in stappen
        if (waar := welke(stap)) is not None
    ]
    if not eerste:
        return []
    alle = union_all(*eerste).subquery()
    sleutels = select(alle).order_by(*_op_dag(alle.c)).limit(aantal).subquery()
    deze = (Zaak.tenant_id == sleutels.c.tenant_id) & (Zaak.id == sleutels.c.id)
    kort = select(*KOLOMMEN).join(sleutels, deze).subquery()
    return met_namen(handeling, kort, *_op_dag(kort.c))


def _eerste(aantal: int, *waar: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    sleutel = select(Zaak.tenant_id, Zaak.id, Zaak.uiterlijk).where(Zaak.status == Zaakstatus.LOPEND, *waar)
    return select(sleutel.order_by(*_op_dag(Zaak)).limit(aantal).subquery())


def _op_dag(van: Any) -> tuple[ColumnElement[Any], ...]:
    return van.uiterlijk.nulls_last(), van.id
