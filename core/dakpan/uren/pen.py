"""Voor wie gaat schrijven: hoe staan zijn cliënten ervoor, en wat staat er al op zijn dag? In één vraag."""

from collections.abc import Collection
from datetime import date
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, String, Uuid, bindparam, cast, func, select

from dakpan.begrippen.duur import Duur
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.lezen import lees
from dakpan.uren.perioden import Klant, MijnPeriode, als_perioden, gekoppelde, mijn_lidmaatschap, te_noemen, van_wie
from dakpan.uren.tables import Activiteit, GeslotenWeek
from dakpan.uren.week import Week
from dakpan.uren.weken import vergrendel

_TUSSEN, _EN = "/", ","


class Dagdeel(NamedTuple):
    """Wat de coach al schreef: van wanneer en hoe lang; een groep telt als geheel."""

    begin: int
    id: UUID
    groep_id: UUID | None
    duur: Duur


class Pen(NamedTuple):
    """``gesloten``: is de week van ``dag`` dicht? ``die_dag``: wat er dan al staat, op volgorde."""

    perioden: tuple[MijnPeriode, ...]
    dag: date
    gesloten: bool
    die_dag: tuple[Dagdeel, ...]


def neem_pen(handeling: Handeling, dag: date, klanten: Collection[Klant] = ()) -> Pen:
    """Tot het einde van deze transactie verandert niemand anders weken van de vrager.

    ``klanten`` leeg: al zijn cliënten.
    """
    vergrendel(handeling, mijn_lidmaatschap(handeling))
    klanten = te_noemen(klanten)
    waarden = {**van_wie(handeling, klanten), "week": Week.van(dag).code, "dag": dag}
    rijen = lees(handeling.sessie, _gekoppelde_met_dag(len(klanten)), waarden)
    eerste: Any = rijen[0] if rijen else None  # wie geen cliënt heeft schrijft niets
    die_dag = tuple(sorted(map(_dagdeel, eerste.die_dag.split(_EN)))) if rijen and eerste.die_dag else ()
    return Pen(als_perioden(handeling, rijen), dag, bool(rijen and eerste.dicht), die_dag)


@cache
def _gekoppelde_met_dag(aantal: int) -> Select[*tuple[Any, ...]]:
    """Elke rij herhaalt wat er van de dag te zeggen is: dat is korter dan er nog een keer voor gaan."""
    mij = bindparam("mij", type_=Uuid)
    dicht = select(GeslotenWeek.id).where(
        GeslotenWeek.medewerker_id == mij, GeslotenWeek.weeknummer == bindparam("week")
    )
    die_dag = (
        select(func.aggregate_strings(_als_tekst(), _EN))
        .where(Activiteit.medewerker_id == mij, Activiteit.datum == bindparam("dag"))
        .scalar_subquery()
    )
    return gekoppelde(aantal).add_columns(dicht.exists().label("dicht"), die_dag.label("die_dag"))


def _als_tekst() -> ColumnElement[str]:
    """De velden van een dagdeel achter elkaar."""
    eerste, *rest = (func.coalesce(cast(getattr(Activiteit, een), String), "") for een in Dagdeel._fields)
    tekst: ColumnElement[str] = eerste
    for een in rest:
        tekst = tekst + _TUSSEN + een
    return tekst


def _dagdeel(tekst: str) -> Dagdeel:
    begin, id_, groep_id, duur = tekst.split(_TUSSEN)
    return Dagdeel(int(begin), UUID(id_), UUID(groep_id) if groep_id else None, Duur(int(duur)))
