"""Hetzelfde als ``bench/uren.py``, maar achter de server die ook in het echt draait.

``PYTHONPATH=. python bench/uren_server.py MAP [postgresql]``. Elke kant heeft een eigen proces met waitress en zoveel
draden als in het echt; vier vragers sturen om en om naar de een en naar de ander. Zo telt aan beide kanten mee wat een
verzoek over het net kost.
"""

import os
import socket
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from signal import SIGTERM
from statistics import median
from time import perf_counter_ns
from typing import BinaryIO
from urllib.parse import urlencode

from waitress import create_server

from dakpan.cli.bedienen import DRADEN
from dakpan.opslag.basis import db
from loket import loket
from uren import PER_RONDE, RONDES, Kant, kanten, ruim_op

VRAGERS = 4


def main(plek: Path, soort: str = "sqlite") -> None:
    """Schrijft hoeveel verzoeken per seconde elke kant haalt, en het midden van de verhoudingen."""
    with loket(soort, plek, zaken=0) as app:
        ons, kaal = kanten(app)
        with app.app_context(), _bediend(ons) as bij_ons, _bediend(kaal) as bij_kaal:
            paren = [(_ronde(ons, bij_ons), _ronde(kaal, bij_kaal)) for _ in range(RONDES + 1)][1:]
    for naam, tijden in zip(("loket", "kaal"), zip(*paren, strict=True), strict=True):
        print(f"{naam:6}{1e6 / median(tijden):6.0f} per seconde")
    print(f"{soort}: {median(kaal / ons for ons, kaal in paren):.2f} van de verzoeken per seconde")


@contextmanager
def _bediend(kant: Kant) -> Iterator[int]:
    """De poort van een eigen proces; wat er aan verbindingen was blijft van ons."""
    lezen, schrijven = os.pipe()
    proces = os.fork()
    if proces == 0:
        db.engine.dispose(close=False)
        server = create_server(kant.app, host="127.0.0.1", port=0, threads=DRADEN)
        os.write(schrijven, str(server.effective_port).encode())
        server.run()
        os._exit(0)
    try:
        yield int(os.read(lezen, 16))
    finally:
        with suppress(ProcessLookupError):
            os.kill(proces, SIGTERM)
        os.waitpid(proces, 0)


def _ronde(kant: Kant, poort: int) -> float:
    """Microseconden per verzoek, met alle vragers tegelijk."""
    bericht = _als_http(kant)
    begin = perf_counter_ns()
    with ThreadPoolExecutor(VRAGERS) as vragers:
        list(vragers.map(lambda aantal: _stuur(poort, bericht, aantal), [PER_RONDE // VRAGERS] * VRAGERS))
    duur = (perf_counter_ns() - begin) / 1e3 / PER_RONDE
    ruim_op()
    return duur


def _stuur(poort: int, bericht: bytes, aantal: int) -> None:
    with socket.create_connection(("127.0.0.1", poort), timeout=30) as lijn, lijn.makefile("rb") as antwoord:
        for _ in range(aantal):
            lijn.sendall(bericht)
            _lees(antwoord)


def _lees(antwoord: BinaryIO) -> None:
    stand, lengte = antwoord.readline(), 0
    if not stand.split()[1].startswith(b"30"):
        raise SystemExit(f"het antwoord was {stand!r}")
    while (kop := antwoord.readline()) not in (b"\r\n", b""):
        naam, _, waarde = kop.partition(b":")
        if naam.lower() == b"content-length":
            lengte = int(waarde)
    antwoord.read(lengte)


def _als_http(kant: Kant) -> bytes:
    tekst = urlencode(kant.velden).encode()
    koppen = {
        "Host": "localhost",
        "Content-Type": "application/x-www-form-urlencoded",
        "Content-Length": str(len(tekst)),
        **({"Cookie": kant.koekje} if kant.koekje else {}),
    }
    regels = [f"POST {kant.pad} HTTP/1.1", *(f"{naam}: {waarde}" for naam, waarde in koppen.items())]
    return "\r\n".join([*regels, "", ""]).encode() + tekst


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
