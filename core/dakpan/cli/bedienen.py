"""Een webapp bedienen met een server voor echt gebruik."""

import signal
import socket
import sys

from flask import Flask

from dakpan.invoer.fouten import fout_bij

DRADEN = 8
EERSTE_POORT, LAATSTE_POORT = 1, 65_535


def controleer_poort(host: str, poort: int) -> None:
    """Zegt meteen dat een poort bezet is, in plaats van na al het werk."""
    if not EERSTE_POORT <= poort <= LAATSTE_POORT:
        raise fout_bij("--poort", f"{poort} is geen poort; kies {EERSTE_POORT} tot en met {LAATSTE_POORT}")
    with socket.socket() as proef:
        proef.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            proef.bind((host, poort))
        except OSError as fout:
            raise fout_bij("--poort", f"poort {poort} is bezet of niet toegestaan; kies een andere") from fout


def bedien(app: Flask, host: str, poort: int) -> None:
    """Bedient tot iemand stopt (Ctrl-C, of een beheerder met SIGTERM); wie nog bezig is krijgt zijn antwoord."""
    from waitress import serve

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    serve(app, host=host, port=poort, threads=DRADEN, ident=None, clear_untrusted_proxy_headers=True)
