"""Nieuwe rijen naar de database: op PostgreSQL samen in één opdracht, op SQLite een voor een.

Op PostgreSQL kost een opdracht per rij aan beide kanten meer dan de rij zelf. Daar gaat elke kolom als één waarde mee,
een array, en de database maakt er weer rijen van. COPY is er ook, maar gaat niet samen met rijbeveiliging.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    JSON,
    Connection,
    Dialect,
    Insert,
    LargeBinary,
    Table,
    Text,
    bindparam,
    cast,
    column,
    func,
    select,
)
from sqlalchemy.types import TypeDecorator, TypeEngine

from dakpan.opslag.blijvend import Blijvend
from dakpan.opslag.samen import NIEMAND_WACHT

Rij = Mapping[str, Any]
_gemaakt: set[Insert] = set()


def voeg_in(verbinding: Connection, tabel: Table, rijen: Sequence[Rij]) -> None:
    """Schrijft deze rijen, alle met dezelfde velden. Wat ontbreekt krijgt wat de tabel daarvoor heeft."""
    if verbinding.dialect.name == "postgresql" and len(rijen) > 1:
        kolommen = {naam: [rij[naam] for rij in rijen] for naam in rijen[0]}
        verbinding.execute(_samen(tabel, tuple(kolommen)), kolommen, execution_options=NIEMAND_WACHT)
    else:
        _los(tabel).stel(verbinding, rijen, NIEMAND_WACHT)


def rijen_van(context: Any, namen: Sequence[str]) -> Iterator[Rij]:
    """Van elke rij die met deze opdracht vertrekt deze velden, als zij ze heeft: voor wie haar nakijkt."""
    gegeven: Sequence[Rij] = context.compiled_parameters
    if context.compiled.statement not in _gemaakt:
        return iter(gegeven)
    kolommen = {naam: gegeven[0][naam] for naam in namen if naam in gegeven[0]}
    return (dict(zip(kolommen, rij, strict=True)) for rij in zip(*kolommen.values(), strict=True))


@cache
def _los(tabel: Table) -> Blijvend:
    return Blijvend(tabel.insert())


@cache
def _samen(tabel: Table, namen: Sequence[str]) -> Insert:
    """Hoeveel rijen het ook zijn, het is dezelfde opdracht."""
    soorten = {naam: tabel.c[naam].type for naam in namen}
    arrays = (cast(bindparam(naam, type_=_Array(soort)), ARRAY(soort)) for naam, soort in soorten.items())
    bron = func.unnest(*arrays).table_valued(*(column(naam, soort) for naam, soort in soorten.items()))
    opdracht = tabel.insert().from_select([*namen], select(*bron.render_derived().c))
    _gemaakt.add(opdracht)
    return opdracht


class _Array(TypeDecorator[Sequence[Any]]):
    """De waarden van één kolom, zoals PostgreSQL een array schrijft; psycopg doet er vele malen langer over."""

    impl = Text
    cache_ok = True

    def __init__(self, soort: TypeEngine[Any]) -> None:
        super().__init__()
        self.soort = soort

    def process_bind_param(self, value: Sequence[Any] | None, dialect: Dialect) -> str:
        return als_array(value or (), self.soort, dialect)


def als_array(waarden: Sequence[Any], soort: TypeEngine[Any], dialect: Dialect) -> str:
    """Elke waarde zoals haar kolom haar bewaart. Is het steeds dezelfde, dan wordt zij één keer geschreven."""
    schrijf = _schrijver(soort, dialect)
    zelfde = len(set(map(id, waarden))) == 1
    elk = [schrijf(waarden[0])] * len(waarden) if zelfde else map(schrijf, waarden)
    return f"{{{','.join(elk)}}}"


def _schrijver(soort: Any, dialect: Dialect) -> Callable[[Any], str]:
    if isinstance(soort, LargeBinary):
        return _element
    bewaard = _als_json if isinstance(soort, JSON) else soort.bind_processor(dialect)
    return (lambda waarde: _element(bewaard(waarde))) if bewaard is not None else _element


def _als_json(waarde: object) -> str | None:
    return None if waarde is None else json.dumps(waarde)


def _element(waarde: Any) -> str:
    """Eén waarde in een array."""
    if isinstance(waarde, str):
        tekst = waarde.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{tekst}"'
    if waarde is None:
        return "NULL"
    if isinstance(waarde, UUID):
        return waarde.hex
    return rf'"\\x{waarde.hex()}"' if isinstance(waarde, bytes) else str(waarde)
