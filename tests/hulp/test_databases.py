"""Elke test een eigen database, één server per ronde, en niets blijft achter."""

from contextlib import closing

import psycopg
import pytest
from sqlalchemy import create_engine, inspect, make_url, text
from sqlalchemy.pool import NullPool
from tests.hulp.databases import Postgres


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


def test_een_tijdelijke_database_verdwijnt_ook_met_open_verbinding(postgres: Postgres) -> None:
    with postgres.tijdelijk() as url:
        blijft_open = psycopg.connect(make_url(url).set(drivername="postgresql").render_as_string())
    with closing(blijft_open), pytest.raises(psycopg.OperationalError):
        blijft_open.execute("select 1")
