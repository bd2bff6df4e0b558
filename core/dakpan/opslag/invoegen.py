"""Nieuwe rijen naar de database: op PostgreSQL samen in één opdracht, op SQLite een voor een.

Op PostgreSQL kost een opdracht per rij aan beide kanten meer dan de rij zelf. Daar gaat elke kolom als één waarde mee,
een array, en de database maakt er weer rijen van; wat in elke rij hetzelfde is gaat één keer mee. COPY is er ook, maar
gaat niet samen met rijbeveiliging.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any
from uuid import UUID
from weakref import WeakKeyDictionary

from sqlalchemy import (
    ARRAY,
    JSON,
    Cast,
    Connection,
    Dialect,
    Insert,
    LargeBinary,
    Table,
    Uuid,
    bindparam,
    cast,
    column,
    func,
    select,
)
from sqlalchemy.types import TypeEngine, UserDefinedType

from dakpan.opslag.blijvend import Blijvend
from dakpan.opslag.eenmaal import elk_een_keer
from dakpan.opslag.samen import NIEMAND_WACHT

Rij = Mapping[str, Any]
MEESTE_VORMEN = 500
# Per opdracht van ``_samen``: van welke velden gaat er voor elke rij een eigen waarde mee?
_gemaakt: WeakKeyDictionary[Insert, frozenset[str]] = WeakKeyDictionary()


def voeg_in(verbinding: Connection, tabel: Table, rijen: Sequence[Rij]) -> None:
    """Schrijft deze rijen, alle met dezelfde velden en elk met een eigen ``id``.

    Wat ontbreekt krijgt wat de tabel daarvoor heeft.
    """
    if verbinding.dialect.name == "postgresql" and len(rijen) > 1:
        kolommen: dict[str, Any] = {naam: [rij[naam] for rij in rijen] for naam in rijen[0]}
        vast = {naam: rijen[0][naam] for naam, elk in kolommen.items() if naam != "id" and len(set(map(id, elk))) == 1}
        opdracht = _samen(tabel, tuple(kolommen), frozenset(vast))
        verbinding.execute(opdracht, kolommen | vast, execution_options=NIEMAND_WACHT)
    else:
        _los(tabel).stel(verbinding, rijen, NIEMAND_WACHT)


def waarden_van(context: Any, naam: str) -> Sequence[Any]:
    """Wat staat er in dit veld van alle rijen die met deze opdracht vertrekken? Voor wie ze nakijkt.

    Niets als zij het veld niet hebben. Gaat één waarde voor alle rijen mee, dan staat zij er één keer in.
    """
    gegeven: Sequence[Rij] = context.compiled_parameters
    if naam not in gegeven[0]:
        return ()
    lijsten = _gemaakt.get(context.compiled.statement, frozenset())
    waarden: Sequence[Any] = gegeven[0][naam] if naam in lijsten else [rij[naam] for rij in gegeven]
    return waarden


@cache
def _los(tabel: Table) -> Blijvend:
    return Blijvend(tabel.insert())


@lru_cache(MEESTE_VORMEN)
def _samen(tabel: Table, namen: Sequence[str], vast: frozenset[str]) -> Insert:
    """Hoeveel rijen het ook zijn, het is dezelfde opdracht."""
    soorten = {naam: tabel.c[naam].type for naam in namen}
    lijsten = [naam for naam in namen if naam not in vast]
    arrays = (array_van(bindparam(een, type_=Array(soorten[een])), soorten[een]) for een in lijsten)
    bron = func.unnest(*arrays).table_valued(*(column(een, soorten[een]) for een in lijsten)).render_derived()
    waarden = (bron.c[naam] if naam in lijsten else bindparam(naam, type_=soorten[naam]) for naam in namen)
    opdracht = tabel.insert().from_select(list(namen), select(*waarden))
    _gemaakt[opdracht] = frozenset(lijsten)
    return opdracht


def array_van(waarden: Any, soort: TypeEngine[Any]) -> Cast[Any]:
    """Voor in een opdracht, bij een parameter van ``Array`` met waarden van deze soort."""
    return cast(waarden, ARRAY(soort))


class Array(UserDefinedType[Sequence[Any]]):
    """Veel waarden van één soort, zoals PostgreSQL een array schrijft; psycopg doet er vele malen langer over.

    Ook zonder te zeggen dat het tekst is: dan leest de database haar meteen als array, één keer.
    """

    cache_ok = True

    def __init__(self, soort: TypeEngine[Any]) -> None:
        self.soort = soort

    def bind_processor(self, dialect: Dialect) -> Callable[[Sequence[Any] | None], str]:
        return lambda waarden: als_array(waarden or (), self.soort, dialect)


def als_array(waarden: Sequence[Any], soort: TypeEngine[Any], dialect: Dialect) -> str:
    """Elke waarde zoals haar kolom haar bewaart."""
    return f"{{{','.join(elk_een_keer(_schrijver(soort, dialect), waarden))}}}"


def _schrijver(soort: Any, dialect: Dialect) -> Callable[[Any], str]:
    if isinstance(soort, Uuid):
        return _id
    if isinstance(soort, LargeBinary):
        return _element
    bewaard = _als_json if isinstance(soort, JSON) else soort.bind_processor(dialect)
    return (lambda waarde: _element(bewaard(waarde))) if bewaard is not None else _element


def _id(waarde: UUID | None) -> str:
    return "NULL" if waarde is None else waarde.hex


def _als_json(waarde: object) -> str | None:
    return None if waarde is None else json.dumps(waarde)


def _element(waarde: Any) -> str:
    """Eén waarde in een array."""
    if isinstance(waarde, str):
        tekst = waarde.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{tekst}"'
    if waarde is None:
        return "NULL"
    return rf'"\\x{waarde.hex()}"' if isinstance(waarde, bytes) else str(waarde)
