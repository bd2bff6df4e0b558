"""Op PostgreSQL gaan opdrachten waar niemand op wacht met de volgende mee: één reis in plaats van twee.

Het gaat om wie er vraagt, een slot, en een rij met haar geschiedenis. Zij komen op volgorde aan en vóór wat erna wordt
gevraagd, of samen met het vastleggen. Gaat er een mis, dan zegt de opdracht waarmee zij meeging het. De wacht keek ze
al na: zij gaan langs dezelfde poort als elke opdracht, alleen vertrekken zij later.
"""

from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DBAPIError

_WACHT_NIET = "dakpan_wacht_niet"
# De optie van een opdracht waarvan niemand het antwoord leest. Op SQLite, waar niets reist, betekent zij niets.
NIEMAND_WACHT = {_WACHT_NIET: True}
# Per verbinding van psycopg wat er nog ligt.
_ligt: WeakKeyDictionary[Any, list[tuple[str, Any]]] = WeakKeyDictionary()


@event.listens_for(Engine, "begin")
def _begin_zonder(verbinding: Connection) -> None:
    """Wat bij een teruggedraaide transactie lag hoort niet bij deze."""
    if verbinding.dialect.driver == "psycopg":
        _ligt.pop(verbinding.connection.dbapi_connection, None)


@event.listens_for(Engine, "commit")
def _met_het_vastleggen(verbinding: Connection) -> None:
    """Wat nog ligt reist met COMMIT mee; SQLAlchemy vindt daarna niets meer om vast te leggen."""
    lijn: Any = verbinding.connection.dbapi_connection
    if verbinding.dialect.driver != "psycopg" or lijn not in _ligt:
        return
    fout_van = verbinding.dialect.loaded_dbapi.Error
    try:
        with lijn.pipeline():
            _leg_op(lijn)
            lijn.execute("COMMIT", prepare=False)  # ``commit`` zou in een reis nog apart gaan
    except fout_van as fout:  # in de vorm die elke andere opdracht haar geeft
        raise DBAPIError.instance("COMMIT", None, fout, fout_van, dialect=verbinding.dialect) from fout


@event.listens_for(Engine, "do_execute")
def _samen(cursor: Any, opdracht: str, waarden: Any, context: Any) -> bool:
    """Waar: het is gebeurd, of het ligt klaar. Onwaar: SQLAlchemy doet het zelf."""
    if context.dialect.driver != "psycopg":
        return False
    lijn = cursor.connection
    if context.execution_options.get(_WACHT_NIET):
        _ligt.setdefault(lijn, []).append((opdracht, waarden))
        return True
    begint = not lijn.autocommit and lijn.info.transaction_status.name == "IDLE"  # dat begin reist ook mee
    if not (begint or lijn in _ligt):
        return False
    if hasattr(cursor, "name"):  # een cursor met een naam leest in delen, en reist alleen
        _verstuur(lijn)
        return False
    with lijn.pipeline():
        _leg_op(lijn)
        cursor.execute(opdracht, waarden)
    return True


@event.listens_for(Engine, "do_executemany")
def _eerst_wat_ligt(cursor: Any, _opdracht: str, _waarden: Any, context: Any) -> None:
    if context.dialect.driver == "psycopg":
        _verstuur(cursor.connection)


@event.listens_for(Engine, "do_execute_no_params")
def _ook_zonder_waarden(cursor: Any, opdracht: str, context: Any) -> None:
    _eerst_wat_ligt(cursor, opdracht, None, context)


def _verstuur(lijn: Any) -> None:
    if lijn in _ligt:
        with lijn.pipeline():
            _leg_op(lijn)


def _leg_op(lijn: Any) -> None:
    """Binnen één reis: een reis in een reis zou apart gaan."""
    for een in _ligt.pop(lijn, ()):
        lijn.execute(*een)
