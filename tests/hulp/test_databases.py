"""Elke test een eigen database, één server per ronde, en niets blijft achter."""

from contextlib import closing

import psycopg
import pytest
from sqlalchemy import create_engine, inspect, make_url, text
from sqlalchemy.pool import NullPool
from tests.hulp.databases import Postgres

from dakpan.opslag.migreren import is_bij


def _tabellen(url: str) -> list[str]:
    """De tabellen van deze database, voordat deze test er zelf een maakt."""
    with create_engine(url, poolclass=NullPool).begin() as verbinding:
        gevonden = inspect(verbinding).get_table_names()
        verbinding.execute(text("create table proef (id integer primary key)"))
    return gevonden


def test_een_lege_database_is_leeg(lege_database_url: str) -> None:
    assert _tabellen(lege_database_url) == []


def test_een_volgende_test_ziet_niets_van_de_vorige(lege_database_url: str) -> None:
    assert _tabellen(lege_database_url) == []


def test_een_gemigreerde_database_is_bij_en_van_deze_test_alleen(database_url: str) -> None:
    motor = create_engine(database_url, poolclass=NullPool)
    assert is_bij(motor)
    assert "proef" not in _tabellen(database_url)


def test_een_volgende_kopie_is_weer_schoon(database_url: str) -> None:
    assert "proef" not in _tabellen(database_url)


def test_een_tijdelijke_database_verdwijnt_ook_met_open_verbinding(postgres: Postgres) -> None:
    with postgres.tijdelijk() as url:
        blijft_open = psycopg.connect(make_url(url).set(drivername="postgresql").render_as_string())
    with closing(blijft_open), pytest.raises(psycopg.OperationalError):
        blijft_open.execute("select 1")
