"""Wie accordeert er, bij hoeveel koppelingen, en hoeveel uren wachten op hem? Verder dan honderd wordt niet geteld."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Subquery, and_, func, or_, select, union_all

from dakpan.opslag.handeling import Handeling
from dakpan.partijen.collegas import Collega, collegas
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Lidmaatschap
from dakpan.plan.tables import Jobcoachperiode, Koppeling
from dakpan.plan.toestanden import LEVEND
from dakpan.uren.wachtrij import NIETS_WACHT, TEL_TOT, Wachtstand, wachtende_uren_van

Rijen = Select[*tuple[Any, ...]]


class Aantallen(NamedTuple):
    """Hoe vaak staat iemand ergens als accordeerder, en bij hoeveel verschillende coaches en perioden?

    ``meer``: er zijn meer koppelingen; dan zijn het er van alle drie ten minste zoveel.
    """

    koppelingen: int = 0
    coaches: int = 0
    perioden: int = 0
    meer: bool = False


@dataclass(frozen=True, slots=True)
class Accordeerder:
    """Eén accordeerder. ``wacht``: de uren die nu op zijn akkoord wachten."""

    collega: Collega
    aantallen: Aantallen
    wacht: Wachtstand


def accordeerders(handeling: Handeling) -> tuple[Accordeerder, ...]:
    """Iedereen die accordeert of dat mag, op naam; ook wie weg is maar nog ergens staat. Vier vragen."""
    handeling.vereis(Recht.PERIODES_BEHEREN)
    rijen = _met_aantallen(handeling, collegas(handeling))
    return tuple(
        een for een in rijen if een.aantallen.koppelingen or (een.collega.actief and een.collega.mag_accorderen)
    )


def accordeerder_van(handeling: Handeling, collega: Collega) -> Accordeerder:
    """Deze collega met zijn aantallen; staat hij nergens meer, dan met nullen."""
    handeling.vereis(Recht.PERIODES_BEHEREN)
    return _met_aantallen(handeling, [collega])[0]


def _met_aantallen(handeling: Handeling, mensen: Sequence[Collega]) -> list[Accordeerder]:
    geteld = _aantallen(handeling, [een.id for een in mensen])
    wacht = wachtende_uren_van(handeling, geteld)
    return [Accordeerder(een, geteld.get(een.id, Aantallen()), wacht.get(een.id, NIETS_WACHT)) for een in mensen]


def _aantallen(handeling: Handeling, wie: Sequence[UUID]) -> Mapping[UUID, Aantallen]:
    """Per persoon de eerste koppelingen waarop hij staat; wie nergens staat ontbreekt."""
    van = union_all(*_koppelingen(handeling.vandaag)).limit(TEL_TOT + 1).subquery()
    geteld = select(
        Lidmaatschap.id,
        _telling(van, func.count()),
        _telling(van, func.count(van.c.coach_id.distinct())),
        _telling(van, func.count(van.c.periode_id.distinct())),
    ).where(Lidmaatschap.id.in_(wie))
    return {
        een: Aantallen(min(aantal, TEL_TOT), coaches, min(perioden, TEL_TOT), aantal > TEL_TOT)
        for een, aantal, coaches, perioden in handeling.sessie.execute(geteld)
        if aantal
    }


def _telling(van: Subquery, wat: ColumnElement[int]) -> Any:
    return select(wat).select_from(van).correlate(Lidmaatschap).scalar_subquery()


def _koppelingen(vandaag: date) -> Iterator[Rijen]:
    """Waar hij de eerste is, waar hij het voor een tijd kreeg, en waar hij de tweede is: elk langs een eigen index."""
    loopt = Koppeling.gedelegeerd_tot >= vandaag
    geen = or_(Koppeling.gedelegeerd_aan_id.is_(None), Koppeling.gedelegeerd_tot < vandaag)
    plaatsen = (
        Koppeling.accordeerder_id == Lidmaatschap.id,
        and_(Koppeling.gedelegeerd_aan_id == Lidmaatschap.id, loopt),
        and_(Koppeling.tweede_accordeerder_id == Lidmaatschap.id, geen),
    )
    for plaats in plaatsen:
        yield select(Koppeling.coach_id, Koppeling.periode_id).where(plaats, _leeft()).correlate(Lidmaatschap)


def _leeft() -> ColumnElement[bool]:
    """``OFFSET 0`` houdt PostgreSQL bij deze periode, in plaats van eerst alle perioden te lezen."""
    periode = select(Jobcoachperiode.id).where(
        Jobcoachperiode.tenant_id == Koppeling.tenant_id,
        Jobcoachperiode.id == Koppeling.periode_id,
        Jobcoachperiode.status.in_(LEVEND),
    )
    return periode.limit(1).offset(0).exists()
