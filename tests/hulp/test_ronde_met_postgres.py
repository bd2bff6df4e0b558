"""Eén PostgreSQL per ronde, weg als de ronde voorbij is, en zonder PostgreSQL een duidelijke mislukking."""

from contextlib import suppress
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import URL, make_url
from tests.hulp.databases import Postgres, als_tekst
from tests.hulp.losse_pytest import LossePytest
from tests.hulp.ronde import BEWAKER, grendel

HELPERS, TESTS = 2, 4
SCHRIJF_OP = """
import os, signal
from pathlib import Path
import pytest

@pytest.mark.parametrize("nummer", range(4))
def test_schrijf_op(postgres, ronde, postgres_url, nummer):
    wie = f"{nummer}-{os.getpid()}"
    Path(f"server-{wie}").write_text(postgres.server.render_as_string())
    Path(f"ronde-{wie}").write_text(str(ronde.plek))
    Path(f"bewaakt-{wie}").write_text(str((ronde.plek / "bewaker").exists()))
"""
VAL_OM = f"{SCHRIJF_OP}    os.kill(os.getpid(), signal.SIGKILL)\n"


@pytest.fixture(name="los")
def _los(tmp_path: Path) -> LossePytest:
    return LossePytest(tmp_path)


def _is_weg(server: str) -> bool:
    try:
        psycopg.connect(als_tekst(make_url(server).set(drivername="postgresql")), connect_timeout=5).close()
    except psycopg.OperationalError:
        return True
    return False


def _databases(server: URL) -> set[object]:
    with psycopg.connect(als_tekst(server.set(drivername="postgresql"))) as verbinding:
        return {naam for (naam,) in verbinding.execute("select datname from pg_database").fetchall()}


def test_alle_helpers_delen_een_server_en_er_blijft_niets_achter(los: LossePytest) -> None:
    klaar = los.draai(SCHRIJF_OP, "-n", str(HELPERS), "--dist", "each")
    assert klaar.returncode == 0, klaar.stdout
    assert len(los.achtergelaten("server-")) == HELPERS * TESTS
    (server,), (ronde,) = set(los.achtergelaten("server-")), set(los.achtergelaten("ronde-"))
    assert _is_weg(server)
    assert not Path(ronde).exists()


def test_ook_na_een_harde_afbraak_blijft_er_niets_achter(los: LossePytest) -> None:
    klaar = los.draai(VAL_OM)
    assert klaar.returncode < 0
    (server,), (plek,) = los.achtergelaten("server-"), los.achtergelaten("ronde-")
    # De bewaker houdt dit slot vast tot hij klaar is met opruimen, en haalt het dan zelf weg.
    with suppress(FileNotFoundError):
        grendel(Path(plek) / BEWAKER).close()
    assert _is_weg(server)
    assert not (Path(plek) / "postgres").exists()


def test_zonder_programmas_mislukt_de_test_met_wat_te_doen_is(los: LossePytest) -> None:
    klaar = los.draai(SCHRIJF_OP, DAKPAN_POSTGRES_BIN="/nergens")
    assert klaar.returncode == 1
    assert "initdb en postgres zijn niet gevonden (gezocht in /nergens)" in klaar.stdout
    assert "make setup" in klaar.stdout
    assert "DAKPAN_TEST_POSTGRES" in klaar.stdout
    assert "4 errors" in klaar.stdout
    assert "skipped" not in klaar.stdout


def test_een_te_oude_postgres_mislukt_met_de_versie(los: LossePytest, tmp_path: Path) -> None:
    for naam in ("initdb", "postgres"):
        tmp_path.joinpath(naam).write_text("#!/bin/sh\necho 'postgres (PostgreSQL) 14.9'\n", encoding="utf-8")
        tmp_path.joinpath(naam).chmod(0o755)
    klaar = los.draai(SCHRIJF_OP, DAKPAN_POSTGRES_BIN=str(tmp_path))
    assert klaar.returncode == 1
    assert "PostgreSQL 15 of nieuwer is nodig" in klaar.stdout


def test_een_aangewezen_server_wordt_gebruikt_en_schoon_achtergelaten(los: LossePytest, postgres: Postgres) -> None:
    voor = _databases(postgres.server)
    klaar = los.draai(SCHRIJF_OP, DAKPAN_TEST_POSTGRES=als_tekst(postgres.server))
    assert klaar.returncode == 0, klaar.stdout
    assert set(los.achtergelaten("server-")) == {als_tekst(postgres.server)}
    assert set(los.achtergelaten("bewaakt-")) == {"False"}
    assert _databases(postgres.server) - voor == set()


def test_een_onbereikbare_server_mislukt_met_de_reden(los: LossePytest) -> None:
    klaar = los.draai(SCHRIJF_OP, DAKPAN_TEST_POSTGRES="postgresql+psycopg://niemand@127.0.0.1:1/niets")
    assert klaar.returncode == 1
    assert "De PostgreSQL van DAKPAN_TEST_POSTGRES is niet te bereiken" in klaar.stdout
