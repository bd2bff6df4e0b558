"""Wie accordeert er, bij hoeveel koppelingen, en hoeveel uren wachten op hem?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select, union_all

from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.collegas import Collega, collegas
from dakpan.partijen.rechten import Recht
from dakpan.plan.koppelen import geldt_op, tweede_nu
from dakpan.plan.tables import Jobcoachperiode, Koppeling
from dakpan.plan.toestanden import LEVEND
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import Urenstatus

Rijen = Select[*tuple[Any, ...]]


class Aantallen(NamedTuple):
    """Hoe vaak staat iemand ergens als accordeerder, en bij hoeveel verschillende coaches en perioden?"""

    koppelingen: int = 0
    coaches: int = 0
    perioden: int = 0


@dataclass(frozen=True, slots=True)
class Accordeerder:
    """Eén accordeerder. ``wacht``: de uren die nu op zijn akkoord wachten."""

    collega: Collega
    aantallen: Aantallen
    wacht: Duur


def accordeerders(handeling: Handeling) -> tuple[Accordeerder, ...]:
    """Iedereen die accordeert of dat mag, op naam; ook wie weg is maar nog ergens staat. Vier vragen."""
    handeling.vereis(Recht.PERIODES_BEHEREN)
    aantallen, wacht = _aantallen(handeling), _wachtend(handeling)
    return tuple(
        Accordeerder(een, aantallen.get(een.id, Aantallen()), wacht.get(een.id, GEEN_DUUR))
        for een in collegas(handeling)
        if een.id in aantallen or (een.actief and een.mag_accorderen)
    )


def _plaatsen(vandaag: date) -> tuple[ColumnElement[UUID | None], ColumnElement[UUID | None]]:
    """De twee plaatsen waarop iemand nu akkoord kan geven."""
    eerste: ColumnElement[UUID | None] = Koppeling.accordeerder_id.expression
    return eerste, tweede_nu(vandaag)


def _levend(plaats: ColumnElement[UUID | None], *kolommen: Any) -> Rijen:
    lijst: Rijen = (
        select(plaats.label("wie"), *kolommen)
        .select_from(Koppeling)
        .join(
            Jobcoachperiode,
            (Jobcoachperiode.tenant_id == Koppeling.tenant_id) & (Jobcoachperiode.id == Koppeling.periode_id),
        )
        .where(Jobcoachperiode.status.in_(LEVEND), plaats.is_not(None))
    )
    return lijst


def _aantallen(handeling: Handeling) -> Mapping[UUID, Aantallen]:
    delen = (
        _levend(plaats, Koppeling.id.label("welke"), Koppeling.coach_id, Koppeling.periode_id)
        for plaats in _plaatsen(handeling.vandaag)
    )
    samen = union_all(*delen).subquery()
    geteld = select(
        samen.c.wie,
        func.count(samen.c.welke.distinct()),
        func.count(samen.c.coach_id.distinct()),
        func.count(samen.c.periode_id.distinct()),
    ).group_by(samen.c.wie)
    return {wie: Aantallen(*hoeveel) for wie, *hoeveel in handeling.sessie.execute(geteld)}


def _wachtend(handeling: Handeling) -> Mapping[UUID, Duur]:
    van_koppeling = (
        (Activiteit.tenant_id == Koppeling.tenant_id)
        & (Activiteit.periode_id == Koppeling.periode_id)
        & (Activiteit.medewerker_id == Koppeling.coach_id)
    )
    delen = (
        _levend(plaats, Activiteit.duur)
        .join(Activiteit, van_koppeling)
        .where(Activiteit.status == Urenstatus.TE_ACCORDEREN, geldt_op(Activiteit.datum))
        for plaats in _plaatsen(handeling.vandaag)
    )
    samen = union_all(*delen).subquery()
    opgeteld = select(samen.c.wie, func.sum(samen.c.duur).label("duur")).group_by(samen.c.wie)
    return {rij.wie: rij.duur for rij in handeling.sessie.execute(opgeteld)}
