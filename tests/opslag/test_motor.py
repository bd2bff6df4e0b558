"""De verbinding: op SQLite wachten draden in de rij, en op PostgreSQL merkt niemand dat een verbinding weg was."""

import os
import socket
from threading import Event, Thread
from typing import Any

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError
from tests.hulp.alleen import OP_POSTGRESQL, OP_SQLITE

from dakpan.opslag import motor as module


def _wacht_in_een_draad(motor: Engine) -> tuple[Thread, Event]:
    """Een draad die een transactie wil beginnen, en of hij dat kon."""
    begonnen = Event()

    def begin() -> None:
        with motor.begin():
            begonnen.set()

    draad = Thread(target=begin)
    draad.start()
    return draad, begonnen


@OP_SQLITE
@pytest.mark.parametrize(
    ("wat", "waarde"),
    [("journal_mode", "wal"), ("foreign_keys", 1), ("synchronous", 1), ("busy_timeout", module.WACHTTIJD_MS)],
)
def test_elke_verbinding_met_sqlite_is_ingericht(motor: Engine, wat: str, waarde: str | int) -> None:
    """Lezen hindert schrijven niet, en een verwijzing naar wat er niet is komt er niet in."""
    with motor.connect() as verbinding:
        assert verbinding.scalar(text(f"PRAGMA {wat}")) == waarde


@OP_SQLITE
@pytest.mark.parametrize("eindig", ["commit", "rollback", "close"])
def test_wie_klaar_is_geeft_de_beurt_door(motor: Engine, eindig: str) -> None:
    """SQLite zou wie wacht laten slapen; de rij laat hem meteen verder, hoe de vorige ook ophield."""
    with motor.connect() as verbinding:
        begin = verbinding.begin()
        draad, begonnen = _wacht_in_een_draad(motor)
        assert not begonnen.wait(0.05)
        getattr(verbinding if eindig == "close" else begin, eindig)()
        assert begonnen.wait(5)
    draad.join()


@OP_SQLITE
def test_wie_te_lang_wacht_hoort_het_en_houdt_niemand_op(motor: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WACHTTIJD_MS", 20)
    with motor.begin(), pytest.raises(OperationalError, match="locked"), motor.begin():
        pass
    with motor.begin() as verbinding:
        assert verbinding.scalar(text("SELECT 1")) == 1


@OP_POSTGRESQL
def test_een_verbinding_die_stillag_en_weg_is_wordt_vervangen(motor: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "STIL_S", 0)
    with motor.connect() as verbinding:
        eerste = verbinding.scalar(text("SELECT pg_backend_pid()"))
        lijn: Any = verbinding.connection.dbapi_connection
    with socket.socket(fileno=os.dup(lijn.fileno())) as kabel:
        kabel.shutdown(socket.SHUT_RDWR)
    with motor.connect() as verbinding:
        assert verbinding.scalar(text("SELECT pg_backend_pid()")) != eerste
