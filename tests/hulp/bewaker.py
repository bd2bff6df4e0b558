"""Bewaakt de PostgreSQL van één ronde: start hem, en ruimt hem op zodra de tests weg zijn, hoe zij ook eindigden.

``python -m tests.hulp.bewaker MAP`` schrijft het adres en laat een los proces achter dat de server bewaakt.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from tests.hulp.postgres_server import Server
from tests.hulp.postgres_zoeken import GeenPostgres, zoek_programmas
from tests.hulp.ronde import BEWAKER, LEEFT, Ronde, vergrendeld

GELUKT, MISLUKT = "adres", "fout"


def bewaak(ronde: Ronde, programmas: Path, meld: Callable[[str, str], None]) -> None:
    """Draait de server tot het slot van de tests vrijkomt, en haalt dan alles weg."""
    server = Server(programmas, ronde.plek / "postgres")
    with vergrendeld(ronde.plek / BEWAKER):
        try:
            meld(GELUKT, server.start())
            with vergrendeld(ronde.plek / LEEFT):
                pass
        except GeenPostgres as fout:
            meld(MISLUKT, str(fout))
        finally:
            server.stop()
            ronde.ruim_op()


def _op_de_achtergrond(ronde: Ronde, programmas: Path, naar: int) -> None:
    """Het tweede proces: los van de terminal, zonder de uitvoer van de tests vast te houden."""
    os.setsid()
    signal.signal(signal.SIGTERM, _stop)
    niets = os.open(os.devnull, os.O_RDWR)
    for stroom in (0, 1, 2):
        os.dup2(niets, stroom)

    def meld(soort: str, tekst: str) -> None:
        with os.fdopen(naar, "w", encoding="utf-8") as lezer:
            lezer.write(f"{soort} {tekst}")

    bewaak(ronde, programmas, meld)


def _stop(*_: object) -> None:
    raise SystemExit


def main(plek: str) -> int:
    """Wacht tot de server vragen aanneemt en zegt waar; afsluitcode 1 met de reden als dat niet lukt."""
    try:
        programmas = zoek_programmas(os.environ)
    except GeenPostgres as fout:
        sys.stdout.write(str(fout))
        return 1
    van, naar = os.pipe()
    if os.fork() == 0:
        os.close(van)
        _op_de_achtergrond(Ronde(Path(plek)), programmas, naar)
        return 0
    os.close(naar)
    with os.fdopen(van, encoding="utf-8") as bericht:
        soort, _, tekst = bericht.read().partition(" ")
    sys.stdout.write(tekst)
    return 0 if soort == GELUKT else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
