"""Wie accordeert er, bij hoeveel koppelingen, en hoeveel uren wachten op hem?"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, cast, func, select, union_all

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
_COACHDAG = (Activiteit.periode_id, Activiteit.medewerker_id, Activiteit.datum, Activiteit.tenant_id)


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
    """Iedereen die accordeert of dat mag, op naam; ook wie weg is maar nog ergens staat. Vijf vragen."""
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
        .where(Jobcoachperiode.status.in_(LEVEND))
    )
    return lijst


def _aantallen(handeling: Handeling) -> Mapping[UUID, Aantallen]:
    """Eén keer langs alle koppelingen; wie op een periode vaker staat wordt daarna van zijn perioden afgetrokken."""
    koppelingen: Counter[UUID] = Counter()
    coaches: dict[UUID, set[UUID]] = defaultdict(set)
    eerste, tweede = _plaatsen(handeling.vandaag)
    geteld = _levend(eerste, tweede.label("ook"), Koppeling.coach_id, func.count())
    for *wie, coach, aantal in handeling.sessie.execute(geteld.group_by(eerste, tweede, Koppeling.coach_id)):
        for een in filter(None, wie):
            koppelingen[een] += aantal
            coaches[een].add(coach)
    dubbel = _dubbel(handeling)
    return {een: Aantallen(aantal, len(coaches[een]), aantal - dubbel[een]) for een, aantal in koppelingen.items()}


def _dubbel(handeling: Handeling) -> Counter[UUID]:
    """Hoe vaak staat iemand op een periode waarop hij al staat? Alleen perioden met meer koppelingen tellen mee."""
    meer = select(Koppeling.periode_id).group_by(Koppeling.periode_id).having(func.count() > 1).cte()
    waar = Koppeling.periode_id.in_(select(meer.c.periode_id))
    delen = (
        _levend(plaats, Koppeling.periode_id).where(plaats.is_not(None), waar)
        for plaats in _plaatsen(handeling.vandaag)
    )
    samen = union_all(*delen).subquery()
    vaker = select(samen.c.wie, func.count() - func.count(samen.c.periode_id.distinct())).group_by(samen.c.wie)
    return Counter(dict(map(tuple, handeling.sessie.execute(vaker))))


def _wachtend(handeling: Handeling) -> Mapping[UUID, Duur]:
    """Eerst wat er wacht per coach, periode en dag opgeteld; dan bij wie het ligt, voor beide plaatsen tegelijk."""
    wacht = (
        select(*_COACHDAG, cast(func.sum(Activiteit.duur), Activiteit.duur.type).label("duur"))
        .where(Activiteit.status == Urenstatus.TE_ACCORDEREN)
        .group_by(*_COACHDAG)
        .subquery()
    )
    van_koppeling = (
        (wacht.c.tenant_id == Koppeling.tenant_id)
        & (wacht.c.periode_id == Koppeling.periode_id)
        & (wacht.c.medewerker_id == Koppeling.coach_id)
    )
    eerste, tweede = _plaatsen(handeling.vandaag)
    gevraagd = (
        _levend(eerste, tweede.label("ook"), func.sum(wacht.c.duur))
        .join(wacht, van_koppeling)
        .where(geldt_op(wacht.c.datum))
        .group_by(eerste, tweede)
    )
    totalen: dict[UUID, Duur] = defaultdict(lambda: GEEN_DUUR)
    for *wie, duur in handeling.sessie.execute(gevraagd):
        for een in filter(None, wie):
            totalen[een] += duur
    return totalen
