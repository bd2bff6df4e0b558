"""Is een kolom een van veel waarden? Als één waarde gevraagd: de opdracht is even lang, hoeveel het er ook zijn.

``kolom.in_(…)`` schrijft elke waarde apart in de opdracht. Bij duizend is die tekst tientallen kB, en lezen drie
partijen haar van voor tot achter: SQLAlchemy, de wacht en de database.
"""

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import ARRAY, Boolean, Dialect, Text, bindparam, cast
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine

from dakpan.opslag.invoegen import als_array


class een_van(FunctionElement[bool]):  # noqa: N801 - zoals ``and_`` en ``or_``
    """Voor een voorwaarde in een opdracht: ``een_van(Zaak.id, ids)``."""

    type = Boolean()
    name = "een_van"
    inherit_cache = True

    def __init__(self, kolom: Any, waarden: Collection[Any]) -> None:
        super().__init__(kolom, bindparam("een_van", waarden, type_=_Lijst(kolom.type), unique=True))


@compiles(een_van)
def _sqlite(zelf: een_van, compiler: SQLCompiler, **opties: Any) -> str:
    kolom, lijst = (compiler.process(deel, **opties) for deel in zelf.clauses)
    return f"{kolom} IN (SELECT value FROM json_each({lijst}))"  # noqa: S608 - eigen tekst


@compiles(een_van, "postgresql")
def _postgresql(zelf: een_van, compiler: SQLCompiler, **opties: Any) -> str:
    kolom, lijst = zelf.clauses
    array = cast(lijst, ARRAY(kolom.type))
    return f"{compiler.process(kolom, **opties)} = ANY ({compiler.process(array, **opties)})"


class _Lijst(TypeDecorator[Collection[Any]]):
    """Waarden van één soort als tekst: op PostgreSQL een array, op SQLite JSON."""

    impl = Text
    cache_ok = True

    def __init__(self, soort: TypeEngine[Any]) -> None:
        super().__init__()
        self.soort = soort

    def process_bind_param(self, value: Collection[Any] | None, dialect: Dialect) -> str:
        if dialect.name == "postgresql":
            return als_array(list(value or ()), self.soort, dialect)
        zet = self.soort.bind_processor(dialect)
        return json.dumps([zet(een) if zet else een for een in value or ()])
