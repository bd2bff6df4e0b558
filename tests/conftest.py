"""Wat elke test kan gebruiken: verse databases van beide soorten, en het schrift van bezochte routes."""

import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from tests.hulp.ronde import BEWAKER, LEEFT, SJABLOON, Ronde, grendel
from tests.hulp.routes import Routes, tekorten

if TYPE_CHECKING:
    from tests.hulp.databases import Postgres
    from tests.hulp.voorraad import Voorraad

RONDE, SLOT = pytest.StashKey[Ronde](), pytest.StashKey[IO[bytes]]()
ROUTES, TEKORTEN = pytest.StashKey[Routes](), pytest.StashKey[list[str]]()
SOORTEN = ("sqlite", "postgresql")
HUIS = Path(__file__).parents[1]

# Een drukke machine is geen fout: geen test valt om op hoe lang een voorbeeld duurt.
settings.register_profile("huis", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("huis")


def _is_werker(config: pytest.Config) -> bool:
    return hasattr(config, "workerinput")


def pytest_configure(config: pytest.Config) -> None:
    """Het eerste proces begint een ronde; zijn helpers doen daarin mee."""
    if _is_werker(config):
        config.stash[RONDE] = Ronde(Path(vars(config)["workerinput"]["dakpan_ronde"]))
        return
    ronde = config.stash[RONDE] = Ronde.begin()
    config.stash[SLOT] = grendel(ronde.plek / LEEFT)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Vertelt een helper van pytest-xdist bij welke ronde hij hoort."""
    node.workerinput["dakpan_ronde"] = str(node.config.stash[RONDE].plek)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Geeft het slot vrij en wacht tot de eigen PostgreSQL met al zijn gegevens weg is."""
    if _is_werker(config) or RONDE not in config.stash:
        return
    ronde = config.stash[RONDE]
    if ronde.lees(SJABLOON) is not None:
        _ruim_databases_op(ronde)
    config.stash[SLOT].close()
    with suppress(FileNotFoundError):
        if (ronde.plek / BEWAKER).exists():
            grendel(ronde.plek / BEWAKER).close()
    ronde.ruim_op()


def _ruim_databases_op(ronde: Ronde) -> None:
    from tests.hulp.databases import ruim_op

    ruim_op(ronde)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Volgt de routes zodra er tests van de webkant bij zijn; de andere wachten niet op Flask."""
    config = session.config
    config.stash[ROUTES] = Routes(config.stash[RONDE])
    web = {HUIS / "tests" / "web", HUIS / "tests" / "browser"}
    if "flask" in sys.modules or any(web & set(test.path.parents) for test in session.items):
        config.stash[ROUTES].luister()
        _onthoud_sjablonen(config.stash[RONDE])


def _onthoud_sjablonen(ronde: Ronde) -> None:
    """Een sjabloon wordt in een ronde één keer vertaald, voor welke app en in welk proces dan ook."""
    from jinja2 import FileSystemBytecodeCache

    from dakpan.loket.app import Dakpan

    plek = ronde.plek / "sjablonen"
    plek.mkdir(exist_ok=True)
    Dakpan.jinja_options["bytecode_cache"] = FileSystemBytecodeCache(str(plek))


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Draaide alles en slaagde het, dan moet ook elke route bezocht zijn."""
    config = session.config
    if _is_werker(config) or exitstatus != pytest.ExitCode.OK or not _alles_draaide(config):
        return
    config.stash[TEKORTEN] = tekorten(config.stash[RONDE].plek, moet_er_zijn=config.rootpath == HUIS)
    if config.stash[TEKORTEN]:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _alles_draaide(config: pytest.Config) -> bool:
    gekozen = ("keyword", "markexpr", "collectonly", "lf", "deselect", "ignore", "ignore_glob", "stepwise", "maxfail")
    return config.args_source is pytest.Config.ArgsSource.TESTPATHS and not any(
        config.getoption(keuze, None) for keuze in gekozen
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Noemt de routes die geen test bezoekt."""
    regels = config.stash.get(TEKORTEN, [])
    if regels:
        terminalreporter.section("niet elke route is getest", red=True)
        terminalreporter.write_line("\n".join(regels))


@pytest.fixture(scope="session", name="ronde")
def _ronde(pytestconfig: pytest.Config) -> Ronde:
    """De ronde waarin deze test draait."""
    return pytestconfig.stash[RONDE]


@pytest.fixture(scope="session", name="routes")
def _routes(pytestconfig: pytest.Config) -> Routes:
    """Het schrift van bezochte routes van dit proces."""
    return pytestconfig.stash[ROUTES]


@pytest.fixture(scope="session", name="postgres")
def _postgres(ronde: Ronde) -> "Postgres":
    """De server van deze ronde. Is er geen, dan mislukt de test met wat er te doen is; overslaan bestaat hier niet."""
    from tests.hulp.databases import Postgres
    from tests.hulp.postgres_zoeken import GeenPostgres

    try:
        return Postgres.van(ronde)
    except GeenPostgres as fout:
        pytest.fail(str(fout), pytrace=False)


@pytest.fixture(name="postgres_url")
def _postgres_url(postgres: "Postgres") -> Iterator[str]:
    """Een lege database van deze test alleen, op PostgreSQL."""
    with postgres.tijdelijk() as url:
        yield url


@pytest.fixture(name="sqlite_url")
def _sqlite_url(tmp_path: Path) -> str:
    """Een lege database van deze test alleen, in een bestand van SQLite."""
    from tests.hulp.databases import sqlite_in

    return sqlite_in(tmp_path)


@pytest.fixture(scope="session", name="voorraad")
def _voorraad(postgres: "Postgres") -> "Iterator[Voorraad]":
    """De databases op PostgreSQL die dit proces na elke test leegmaakt en opnieuw gebruikt."""
    from tests.hulp.voorraad import Voorraad

    voorraad = Voorraad(postgres)
    yield voorraad
    voorraad.ruim_op()


@pytest.fixture(name="postgres_gemigreerd")
def _postgres_gemigreerd(postgres: "Postgres", voorraad: "Voorraad") -> Iterator[str]:
    """Een database met alle tabellen en nog geen gegevens, op PostgreSQL."""
    with voorraad.leen() as url:
        yield from _tot_het_eind(postgres.als_loket(url))


@pytest.fixture(name="sqlite_gemigreerd")
def _sqlite_gemigreerd(ronde: Ronde, tmp_path: Path) -> Iterator[str]:
    """Een database met alle tabellen en nog geen gegevens, in een bestand van SQLite."""
    from tests.hulp.databases import kopieer_sqlite

    yield from _tot_het_eind(kopieer_sqlite(ronde, tmp_path))


def _tot_het_eind(url: str) -> Iterator[str]:
    """Het adres voor deze test; daarna mag een volgende hebben wat er de motor of het loket van was."""
    yield url
    if "tests.hulp.motoren" in sys.modules:
        from tests.hulp.motoren import laat_motor_los

        laat_motor_los(url)
    if "tests.hulp.loketten" in sys.modules:
        from tests.hulp.loketten import laat_loketten_los

        laat_loketten_los(url)


@pytest.fixture(name="lege_database_url", params=SOORTEN)
def _lege_database_url(request: pytest.FixtureRequest) -> str:
    """Op beide soorten: een database zonder tabellen, voor de tests van de migraties."""
    return str(request.getfixturevalue({"sqlite": "sqlite_url", "postgresql": "postgres_url"}[request.param]))


@pytest.fixture(name="database_url", params=SOORTEN)
def _database_url(request: pytest.FixtureRequest) -> str:
    """Op beide soorten: een database met alle tabellen en nog geen gegevens."""
    namen = {"sqlite": "sqlite_gemigreerd", "postgresql": "postgres_gemigreerd"}
    return str(request.getfixturevalue(namen[request.param]))
