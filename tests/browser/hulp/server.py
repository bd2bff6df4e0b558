"""Een echte webserver op een vrije poort van deze machine, in een eigen draad van de test."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Any

from waitress import create_server, wasyncore

WERKERS, WACHT_HOOGUIT, GEDULD = 4, 0.5, 30
App = Any


@contextmanager
def draai(maak_app: Callable[[str], App]) -> Iterator[str]:
    """Het adres van een app zolang het blok duurt; de app krijgt het te horen als zij gemaakt wordt."""
    with socket.socket() as luistert:
        luistert.bind(("127.0.0.1", 0))
        adres = f"http://127.0.0.1:{luistert.getsockname()[1]}"
        with _bedien(maak_app(adres), luistert):
            yield adres


@contextmanager
def _bedien(app: App, luistert: socket.socket) -> Iterator[None]:
    kanalen: dict[int, Any] = {}
    server = create_server(app, map=kanalen, sockets=[luistert], threads=WERKERS)
    klaar = Event()
    draad = Thread(target=_verwerk, args=(kanalen, klaar), name="webserver", daemon=True)
    draad.start()
    try:
        yield
    finally:
        klaar.set()
        server.pull_trigger()
        draad.join(GEDULD)
        server.task_dispatcher.shutdown()
        wasyncore.close_all(kanalen)


def _verwerk(kanalen: dict[int, Any], klaar: Event) -> None:
    while not klaar.is_set():
        wasyncore.loop(timeout=WACHT_HOOGUIT, use_poll=True, map=kanalen, count=1)
