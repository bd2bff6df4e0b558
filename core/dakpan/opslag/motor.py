"""De verbinding met de database: SQLite ingebed, PostgreSQL in productie, hetzelfde gedrag."""

import sqlite3
from threading import Lock
from time import monotonic
from typing import Any

from sqlalchemy import Connection, Engine, Pool, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import InvalidatePoolError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

WACHTTIJD_MS, GREEP = 10_000, 20_000
_ALLEEN_LEZEN = "dakpan_alleen_lezen"
# De opties van een verbinding die op SQLite niet op haar beurt om te schrijven wacht, en ook niet kan schrijven.
ALLEEN_LEZEN = {_ALLEEN_LEZEN: True}
# Zo lang ligt een verbinding stil voordat wij vragen of zij er nog is.
STIL_S, _GEBRUIKT = 5, "dakpan_gebruikt"


_beurten: dict[str, Lock] = {}


class Verbinding(sqlite3.Connection):
    """Draden van één proces wachten in de rij; SQLite zelf laat wie wacht slapen en dan weer proberen.

    Een ander proces kent deze rij niet: dan wacht SQLite. Wie te lang in de rij staat probeert het ook zo.
    """

    def __init__(self, database: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(database, *args, **kwargs)
        self._beurt = _beurten.setdefault(database, Lock()) if database != ":memory:" else Lock()
        self._mijn_beurt = self._leest = False

    def lees_alleen(self) -> None:
        """Tot het einde van deze transactie weigert SQLite elke wijziging."""
        self._leest = True
        self.execute("PRAGMA query_only = ON")

    def neem_beurt(self) -> None:
        self._mijn_beurt = self._mijn_beurt or self._beurt.acquire(timeout=WACHTTIJD_MS // 1000)

    def _klaar(self) -> None:
        if self._leest:
            self._leest = False
            self.execute("PRAGMA query_only = OFF")
        self._geef_beurt()

    def _geef_beurt(self) -> None:
        if self._mijn_beurt:
            self._mijn_beurt = False
            self._beurt.release()

    def commit(self) -> None:
        """Mislukt het, dan loopt de transactie nog; wie haar terugdraait geeft de beurt door."""
        super().commit()
        self._klaar()

    def rollback(self) -> None:
        try:
            super().rollback()
        finally:
            self._klaar()

    def close(self) -> None:
        try:
            super().close()
        finally:
            self._geef_beurt()


def motoropties(url: str) -> dict[str, Any]:
    """De opties voor ``create_engine`` bij deze database."""
    if make_url(url).get_backend_name() == "sqlite":
        return {
            "connect_args": {
                "timeout": WACHTTIJD_MS // 1000,
                "check_same_thread": False,
                "factory": Verbinding,
            }
        }
    return {"pool_size": 8, "max_overflow": 8}


def maak_motor(url: str) -> Engine:
    """Een motor buiten Flask om, voor opdrachten en tests."""
    return create_engine(url, **motoropties(url))


def schrijft_alleen(sessie: Session) -> bool:
    """Kan er toch maar één tegelijk werken? Op SQLite begint elke transactie die niet alleen leest om te schrijven."""
    return sessie.get_bind().dialect.name == "sqlite"


def tel_opnieuw(motor: Engine) -> None:
    """SQLite kiest haar weg op hoeveel er van alles is, en telt dat niet vanzelf; PostgreSQL wel. Leest een greep."""
    if motor.dialect.name != "sqlite":
        return
    with motor.connect() as verbinding:
        for opdracht in (f"PRAGMA analysis_limit={GREEP}", "ANALYZE"):
            verbinding.exec_driver_sql(opdracht)
        verbinding.commit()


@event.listens_for(Engine, "connect")
def _bij_verbinden(verbinding: Any, _administratie: Any) -> None:
    if isinstance(verbinding, sqlite3.Connection):
        _verbonden_met_sqlite(verbinding)
    elif _van_psycopg(verbinding):
        _verbonden_met_postgresql(verbinding)


def _van_psycopg(verbinding: Any) -> bool:
    """Aan haar naam te zien: op SQLite wordt psycopg nooit geladen."""
    return type(verbinding).__module__.partition(".")[0] == "psycopg"


def _verbonden_met_sqlite(verbinding: Any) -> None:
    """Schrijven hindert lezen niet, verwijzingen worden bewaakt, en wie wacht krijgt geen fout."""
    verbinding.isolation_level = None  # wij beginnen zelf, zie hieronder
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=NORMAL", f"busy_timeout={WACHTTIJD_MS}"):
        verbinding.execute(f"PRAGMA {pragma}")


def _verbonden_met_postgresql(verbinding: Any) -> None:
    """Zonder JIT: een vraag eerst naar machinetaal vertalen duurt bij onze korte vragen langer dan haar stellen."""
    verbinding.execute("SET jit = off")
    verbinding.commit()


@event.listens_for(Pool, "checkin")
def _onthoud_wanneer(_verbinding: Any, administratie: ConnectionPoolEntry) -> None:
    administratie.info[_GEBRUIKT] = monotonic()


@event.listens_for(Pool, "checkout")
def _leeft_zij_nog(verbinding: Any, administratie: ConnectionPoolEntry, _gast: Any) -> None:
    """Een verbinding die even stillag wordt eerst nagekeken; wat net nog werkte elke keer vragen kost een reis."""
    if not _van_psycopg(verbinding):
        return
    if monotonic() - administratie.info.get(_GEBRUIKT, monotonic()) < STIL_S:
        return
    try:
        verbinding.execute("SELECT 1")
        verbinding.rollback()
    except Exception as fout:
        raise InvalidatePoolError("deze verbinding is verbroken") from fout


@event.listens_for(Engine, "begin")
def _begin(verbinding: Connection) -> None:
    """Op SQLite meteen om te schrijven: wie eerst leest en dan schrijft kan anders halverwege stranden.

    Alleen wie zegt dat hij niets schrijft (``opslag/lezend.py``) hoeft niet op zijn beurt te wachten.
    """
    if verbinding.dialect.name == "sqlite":
        leest = _ALLEEN_LEZEN in verbinding.get_execution_options()
        zelf: Any = verbinding.connection.dbapi_connection
        if isinstance(zelf, Verbinding):
            zelf.lees_alleen() if leest else zelf.neem_beurt()
        verbinding.exec_driver_sql("BEGIN" if leest else "BEGIN IMMEDIATE")
