"""Is een kolom een van veel waarden? Op PostgreSQL als één waarde gevraagd, een array.

``kolom.in_(…)`` schrijft elke waarde apart in de opdracht. Bij duizend is die tekst tientallen kB, en lezen vier
partijen haar van voor tot achter: SQLAlchemy, psycopg, de wacht en de database. Op SQLite blijft het zo.
"""

from collections.abc import Collection
from typing import Any

from sqlalchemy import bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from dakpan.opslag.invoegen import Array, array_van


class een_van(FunctionElement[Any]):  # noqa: N801 - zoals ``and_`` en ``or_``
    """Voor een voorwaarde in een opdracht: ``een_van(Zaak.id, ids)``.

    Zonder soort: van een waarheid maakt SQLAlchemy op SQLite ``… = 1``, en dan helpt geen index meer.
    """

    name = "een_van"
    inherit_cache = True

    def __init__(self, kolom: Any, waarden: Collection[Any]) -> None:
        samen = bindparam("een_van", tuple(waarden), type_=Array(kolom.type), unique=True)
        super().__init__(kolom.in_(waarden), kolom, samen)


@compiles(een_van)
def _los(zelf: een_van, compiler: SQLCompiler, **opties: Any) -> str:
    los, _kolom, _samen = zelf.clauses
    return compiler.process(los, **opties)


@compiles(een_van, "postgresql")
def _als_array(zelf: een_van, compiler: SQLCompiler, **opties: Any) -> str:
    _los, kolom, samen = zelf.clauses
    array = array_van(samen, kolom.type)
    return f"{compiler.process(kolom, **opties)} = ANY ({compiler.process(array, **opties)})"
