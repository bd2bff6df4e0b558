"""Een datum als ``17-02-2022``, in de database zelf: zo is op een stuk ervan te zoeken."""

from typing import Any

from sqlalchemy import ColumnElement, String
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement


class Datumtekst(FunctionElement[str]):
    """De datum zoals zij op het scherm staat."""

    type = String()
    inherit_cache = True


def datumtekst(kolom: Any) -> ColumnElement[str]:
    """Deze kolom (een datum) als tekst."""
    tekst: ColumnElement[str] = Datumtekst(kolom)
    return tekst


@compiles(Datumtekst, "sqlite")
def _sqlite(element: Datumtekst, compiler: Any, **opties: Any) -> str:
    return f"strftime('%d-%m-%Y', {compiler.process(element.clauses, **opties)})"


@compiles(Datumtekst, "postgresql")
def _postgresql(element: Datumtekst, compiler: Any, **opties: Any) -> str:
    return f"to_char({compiler.process(element.clauses, **opties)}, 'DD-MM-YYYY')"
