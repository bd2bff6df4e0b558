"""Een webapp bedienen met een server voor echt gebruik."""

import gc
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


def vereis_bij(database: str) -> None:
    """Weigert een database die nog niet de vorm van deze versie heeft."""
    from dakpan.opslag.migreren import is_bij
    from dakpan.opslag.motor import maak_motor

    motor = maak_motor(database)
    try:
        if not is_bij(motor):
            raise fout_bij(
                "database", "de database heeft nog niet de vorm van deze versie; draai eerst: dakpan migreer"
            )
    finally:
        motor.dispose()


def bedien(app: Flask, host: str, poort: int, vertrouwde_proxy: str | None = None) -> None:
    """Bedient tot iemand stopt (Ctrl-C). Alleen van ``vertrouwde_proxy`` wordt geloofd voor wie hij vraagt."""
    from waitress import serve

    from dakpan.web.aanmelden.bezorgen import begin_postronde

    # Een beheerder stopt met SIGTERM; wie nog bezig is krijgt zijn antwoord, zoals bij Ctrl-C.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    doorgegeven = {"x-forwarded-for", "x-forwarded-proto", "x-forwarded-host"} if vertrouwde_proxy else set()
    begin_postronde(app)
    ruim_zelden_op()
    serve(
        app,
        host=host,
        port=poort,
        threads=DRADEN,
        ident=None,
        trusted_proxy=vertrouwde_proxy,
        trusted_proxy_headers=doorgegeven,
        clear_untrusted_proxy_headers=True,
    )


def ruim_zelden_op() -> None:
    """Zoekt minder vaak naar kringen in het geheugen: wat geladen is blijft, en een verzoek laat er weinig na."""
    gc.freeze()
    gc.set_threshold(10_000, 10, 10)
