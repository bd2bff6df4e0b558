"""Elke test een eigen database, één server per ronde, en niets blijft achter."""

from contextlib import closing

import psycopg
import pytest
from sqlalchemy import create_engine, inspect, make_url, text
from sqlalchemy.pool import NullPool
from tests.hulp.databases import Postgres
from tests.hulp.voorraad import Voorraad

from dakpan.opslag.migreren import is_bij

EEN_ORGANISATIE = """
insert into organisatie (id, naam, kvk, specialisaties, regios, versie)
values (gen_random_uuid(), 'Proef', '12345678', '[]', '[]', 1)
"""


def _adres(url: str) -> str:
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


def _zeg(url: str, opdracht: str) -> object:
    """Eén opdracht aan deze database; het antwoord is het eerste getal, als er een is."""
    with psycopg.connect(_adres(url), autocommit=True) as verbinding:
        gedaan = verbinding.execute(opdracht)
        rij = gedaan.fetchone() if gedaan.description else None
        return rij[0] if rij else None


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


def test_een_geleende_database_komt_leeg_terug(postgres: Postgres, voorraad: Voorraad) -> None:
    with voorraad.leen() as eerste:
        _zeg(eerste, EEN_ORGANISATIE)
        blijft_open = psycopg.connect(_adres(eerste))
    with closing(blijft_open), voorraad.leen() as tweede:
        assert (tweede == eerste) is postgres.is_beheerder
        assert _zeg(tweede, "select count(*) from organisatie") == 0


def test_een_verbouwde_database_wordt_niet_nog_eens_gebruikt(voorraad: Voorraad) -> None:
    with voorraad.leen() as eerste:
        _zeg(eerste, "alter table organisatie add column proef integer")
    with voorraad.leen() as tweede:
        assert tweede != eerste


def test_een_tijdelijke_database_verdwijnt_ook_met_open_verbinding(postgres: Postgres) -> None:
    with postgres.tijdelijk() as url:
        blijft_open = psycopg.connect(_adres(url))
    with closing(blijft_open), pytest.raises(psycopg.OperationalError):
        blijft_open.execute("select 1")
