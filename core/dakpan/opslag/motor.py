"""De verbinding met de database: SQLite ingebed, PostgreSQL in productie, hetzelfde gedrag."""

from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url

WACHTTIJD_MS, GREEP = 10_000, 20_000


def motoropties(url: str) -> dict[str, Any]:
    """De opties voor ``create_engine`` bij deze database."""
    if make_url(url).get_backend_name() == "sqlite":
        return {"connect_args": {"timeout": WACHTTIJD_MS // 1000, "check_same_thread": False}}
    return {"pool_pre_ping": True, "pool_size": 8, "max_overflow": 8}


def maak_motor(url: str) -> Engine:
    """Een motor buiten Flask om, voor opdrachten en tests."""
    return create_engine(url, **motoropties(url))


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
    soort = type(verbinding).__module__.partition(".")[0]
    if soort == "sqlite3":
        _verbonden_met_sqlite(verbinding)
    elif soort == "psycopg":
        _verbonden_met_postgresql(verbinding)


def _verbonden_met_sqlite(verbinding: Any) -> None:
    """Schrijven hindert lezen niet, verwijzingen worden bewaakt, en wie wacht krijgt geen fout."""
    verbinding.isolation_level = None  # wij beginnen zelf, zie hieronder
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=NORMAL", f"busy_timeout={WACHTTIJD_MS}"):
        verbinding.execute(f"PRAGMA {pragma}")


def _verbonden_met_postgresql(verbinding: Any) -> None:
    """Zonder JIT: een vraag eerst naar machinetaal vertalen duurt bij onze korte vragen langer dan haar stellen."""
    verbinding.execute("SET jit = off")
    verbinding.commit()


@event.listens_for(Engine, "begin")
def _begin(verbinding: Connection) -> None:
    """Op SQLite meteen om te schrijven: wie eerst leest en dan schrijft kan anders halverwege stranden."""
    if verbinding.dialect.name == "sqlite":
        verbinding.exec_driver_sql("BEGIN IMMEDIATE")
