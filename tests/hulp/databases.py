"""Databases voor tests: elke test een eigen, leeg of als kopie van een database die al gemigreerd is."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from pathlib import Path

import psycopg
from psycopg import sql
from sqlalchemy import URL, make_url
from tests.hulp.postgres_zoeken import OUDSTE, GeenPostgres
from tests.hulp.ronde import SJABLOON, Ronde

from dakpan.opslag.migreren import migreer

HUIS = Path(__file__).parents[2]
ADRES, FOUT = "postgres-adres", "postgres-fout"
SQLITE = "dakpan.sqlite"
LOKET = "dakpan_loket"


def postgres_van(ronde: Ronde) -> URL:
    """Het adres van de server van deze ronde: de aangewezen, of de eigen, die hier zo nodig begint."""
    aangewezen = os.environ.get("DAKPAN_TEST_POSTGRES")
    if aangewezen:
        return make_url(aangewezen)
    with ronde.slot("postgres"):
        if ronde.lees(ADRES) is None and ronde.lees(FOUT) is None:
            _start(ronde)
    fout = ronde.lees(FOUT)
    if fout is not None:
        raise GeenPostgres(fout)
    return make_url(ronde.lees(ADRES) or "")


def _start(ronde: Ronde) -> None:
    opdracht = [sys.executable, "-m", "tests.hulp.bewaker", str(ronde.plek)]
    klaar = subprocess.run(opdracht, cwd=HUIS, capture_output=True, text=True, check=False, start_new_session=True)
    if klaar.returncode == 0:
        ronde.schrijf(ADRES, klaar.stdout)
    else:
        ronde.schrijf(FOUT, klaar.stdout or klaar.stderr)


@dataclass
class Postgres:
    """De databases die één proces met tests op de server maakt."""

    ronde: Ronde
    server: URL
    _volgende: "count[int]" = field(default_factory=count)

    @classmethod
    def van(cls, ronde: Ronde) -> "Postgres":
        """De server van deze ronde, als hij bereikbaar is en nieuw genoeg."""
        postgres = cls(ronde, postgres_van(ronde))
        try:
            with postgres._verbinding() as verbinding:
                versie = verbinding.info.server_version
        except psycopg.OperationalError as fout:
            raise GeenPostgres(f"De PostgreSQL van DAKPAN_TEST_POSTGRES is niet te bereiken: {fout}") from fout
        if versie < OUDSTE * 10_000:
            raise GeenPostgres(f"PostgreSQL {OUDSTE} of nieuwer is nodig; deze is {versie}.")
        return postgres

    def maak(self, sjabloon: str = "template0", naam: str = "") -> URL:
        """Een nieuwe database, als kopie van een andere; zonder naam krijgt zij er een die nergens anders bestaat."""
        naam = naam or f"dakpan_{self.ronde.kenmerk}_{os.getpid()}_{next(self._volgende)}"
        self._zeg("CREATE DATABASE {} TEMPLATE {}", naam, sjabloon)
        return self.server.set(database=naam)

    @contextmanager
    def tijdelijk(self, sjabloon: str = "template0") -> Iterator[str]:
        """Een nieuwe database die na het blok weer weg is."""
        url = self.maak(sjabloon)
        try:
            yield als_tekst(url)
        finally:
            self.verwijder(url)

    def verwijder(self, url: URL) -> None:
        """Weg met een database, ook als een test zijn verbinding liet liggen."""
        self._zeg("DROP DATABASE IF EXISTS {} WITH (FORCE)", url.database or "")

    def sjabloon(self) -> str:
        """De naam van de gemigreerde database van deze ronde; wie haar het eerst nodig heeft maakt haar."""
        with self.ronde.slot(SJABLOON):
            naam = self.ronde.lees(SJABLOON)
            if naam is None:
                url = self.maak()
                migreer(als_tekst(url))
                self.geef_loket_rechten(url)
                naam = url.database or ""
                self.ronde.schrijf(SJABLOON, naam)
        return naam

    def als_loket(self, url: str) -> str:
        """Hetzelfde adres, als iemand die geen beheerder is: dan geldt de rijbeveiliging ook echt."""
        return als_tekst(make_url(url).update_query_dict({"options": f"-crole={LOKET}"})) if self.is_beheerder else url

    @cached_property
    def is_beheerder(self) -> bool:
        """Is de gebruiker van de tests beheerder van de server? Voor hem geldt geen rijbeveiliging."""
        with self._verbinding() as verbinding:
            gevonden = verbinding.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").fetchone()
        return bool(gevonden and gevonden[0])

    def geef_loket_rechten(self, url: URL) -> None:
        """Het loket mag bij alle tabellen van deze database, maar niet langs de rijbeveiliging."""
        if not self.is_beheerder:
            return
        with psycopg.connect(als_tekst(url.set(drivername="postgresql")), autocommit=True) as verbinding:
            verbinding.execute(
                f"DO $$ BEGIN CREATE ROLE {LOKET} NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$"
            )
            verbinding.execute(f"GRANT ALL ON ALL TABLES IN SCHEMA public TO {LOKET}")
            verbinding.execute(f"GRANT USAGE, CREATE ON SCHEMA public TO {LOKET}")

    def bestaat(self, naam: str) -> bool:
        """Staat er al een database met deze naam op de server?"""
        with self._verbinding() as verbinding:
            gevonden = verbinding.execute("SELECT 1 FROM pg_database WHERE datname = %s", (naam,)).fetchone()
        return gevonden is not None

    def _verbinding(self) -> psycopg.Connection[tuple[object, ...]]:
        adres = self.server.set(drivername="postgresql")
        return psycopg.connect(als_tekst(adres), autocommit=True)

    def _zeg(self, opdracht: str, *namen: str) -> None:
        with self._verbinding() as verbinding:
            verbinding.execute(sql.SQL(opdracht).format(*map(sql.Identifier, namen)))


def als_tekst(url: URL) -> str:
    """Het volledige adres, ook met wachtwoord: zoals een programma het nodig heeft."""
    return url.render_as_string(hide_password=False)


def sqlite_in(plek: Path) -> str:
    """Het adres van een nog niet gemaakte SQLite-database in deze map."""
    return f"sqlite:///{plek / SQLITE}"


def sqlite_sjabloon(ronde: Ronde) -> Path:
    """Een gemigreerd SQLite-bestand van deze ronde om te kopiëren; wie het het eerst nodig heeft maakt het."""
    klaar = ronde.plek / "sjabloon.sqlite"
    with ronde.slot("sqlite"):
        if not klaar.exists():
            migreer(sqlite_in(ronde.plek))
            _neem_over(ronde.plek / SQLITE, klaar)
    return klaar


def _neem_over(van: Path, naar: Path) -> None:
    """Alles in één bestand, ook wat nog in het logboek van SQLite staat."""
    with closing(sqlite3.connect(van)) as bron, closing(sqlite3.connect(van.with_suffix(".kopie"))) as doel:
        bron.backup(doel)
    van.with_suffix(".kopie").replace(naar)


def kopieer_sqlite(ronde: Ronde, naar: Path) -> str:
    """Het adres van een verse kopie van de gemigreerde database."""
    shutil.copyfile(sqlite_sjabloon(ronde), naar / SQLITE)
    return sqlite_in(naar)


def ruim_op(ronde: Ronde) -> None:
    """Laat op een aangewezen server niets achter; de eigen server verdwijnt in zijn geheel."""
    naam = ronde.lees(SJABLOON)
    if naam is not None and os.environ.get("DAKPAN_TEST_POSTGRES"):
        postgres = Postgres(ronde, postgres_van(ronde))
        postgres.verwijder(postgres.server.set(database=naam))
