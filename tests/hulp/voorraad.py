"""Gemigreerde databases om opnieuw te gebruiken: leegmaken kost een fractie van een nieuwe kopie."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property

import psycopg
from sqlalchemy import URL
from tests.hulp.databases import Postgres, als_tekst

# Wat een database meer of anders maakt dan haar sjabloon: tabellen, kolommen, beleid, en wat ANALYZE onthoudt.
VORM = """
SELECT (SELECT count(*) FROM pg_class), (SELECT max(oid) FROM pg_class), (SELECT count(*) FROM pg_attribute),
  (SELECT count(*) FROM pg_policy), (SELECT count(*) FROM pg_trigger), (SELECT count(*) FROM pg_statistic)
"""
LOS = """
SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
# Verwijzingen en het verbod op wissen gelden hier niet: alles gaat weg.
LEEG = """
DO $$ DECLARE tabel regclass; gevuld boolean; BEGIN
  SET LOCAL session_replication_role = replica;
  FOR tabel IN SELECT oid::regclass FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'alembic_version'
  LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM %s)', tabel) INTO gevuld;
    IF gevuld THEN EXECUTE format('DELETE FROM %s', tabel); END IF;
  END LOOP;
END $$
"""


@dataclass
class Voorraad:
    """De gemigreerde databases van één proces. Alleen een beheerder mag ze leegmaken; een ander krijgt een nieuwe."""

    postgres: Postgres
    _vrij: list[URL] = field(default_factory=list)

    @contextmanager
    def leen(self) -> Iterator[str]:
        """Een database met alle tabellen en geen gegevens, van deze test alleen."""
        url = self._vrij.pop() if self._vrij else self.postgres.maak(self.postgres.sjabloon())
        try:
            yield als_tekst(url)
        finally:
            if self.postgres.is_beheerder and self._maak_leeg(url):
                self._vrij.append(url)
            else:
                self.postgres.verwijder(url)

    def ruim_op(self) -> None:
        """Alle databases weg, ook van een aangewezen server."""
        while self._vrij:
            self.postgres.verwijder(self._vrij.pop())

    def _maak_leeg(self, url: URL) -> bool:
        """Maakt leeg, en zegt of de database daarna is zoals haar sjabloon; zo niet, dan is zij niet meer bruikbaar."""
        with _open(url) as verbinding:
            verbinding.execute(LOS)
            verbinding.execute(LEEG)
            return verbinding.execute(VORM).fetchone() == self._vorm

    @cached_property
    def _vorm(self) -> tuple[object, ...] | None:
        sjabloon = self.postgres.server.set(database=self.postgres.sjabloon())
        with _open(sjabloon) as verbinding:
            return verbinding.execute(VORM).fetchone()


def _open(url: URL) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(als_tekst(url.set(drivername="postgresql")), autocommit=True)
