"""De gebouwde opmaak: één stijlblad en twee scripts, met hun inhoud in hun naam, vooraf ingepakt."""

import json
from collections.abc import Mapping
from pathlib import Path

from flask import Flask
from whitenoise import WhiteNoise

GEBOUWD = Path(__file__).parent / "statisch_gebouwd"
LIJST = "manifest.json"
VOOR = "/gezicht/"
OPDRACHT = "make setup-kern"


class GeenOpmaak(RuntimeError):
    """De opmaak is nog niet gebouwd; de melding zegt met welke opdracht dat gaat."""


def lees_lijst(gebouwd: Path = GEBOUWD) -> Mapping[str, str]:
    """Welke naam heeft elk gebouwd bestand? ``dakpan.css`` → ``dakpan-3f2a….css``."""
    try:
        lijst: dict[str, str] = json.loads(gebouwd.joinpath(LIJST).read_text(encoding="utf-8"))
    except FileNotFoundError as fout:
        raise GeenOpmaak(
            f"de opmaak is nog niet gebouwd ({gebouwd.joinpath(LIJST)} ontbreekt); bouw haar met: {OPDRACHT}"
        ) from fout
    weg = [naam for naam in lijst.values() if not gebouwd.joinpath(naam).is_file()]
    if weg:
        raise GeenOpmaak(f"de opmaak is niet heel: {', '.join(weg)} ontbreekt; bouw haar opnieuw met: {OPDRACHT}")
    return lijst


def koppel_statisch(app: Flask, gebouwd: Path = GEBOUWD) -> None:
    """Serveert de opmaak ingepakt en voorgoed te bewaren, en geeft sjablonen ``gezicht('dakpan.css')``."""
    lijst = lees_lijst(gebouwd)
    adressen = {naam: VOOR + bestand for naam, bestand in lijst.items()}
    app.jinja_env.globals["gezicht"] = adressen.__getitem__
    wsgi = WhiteNoise(
        app.wsgi_app,
        immutable_file_test=lambda _pad, url: url.startswith(VOOR),
        allow_all_origins=False,
        add_headers_function=lambda koppen, _pad, _url: koppen.add_header("X-Content-Type-Options", "nosniff"),
    )
    wsgi.add_files(str(gebouwd), prefix=VOOR)
    app.wsgi_app = wsgi  # type: ignore[method-assign]  # zo schrijft Flask het zelf voor
