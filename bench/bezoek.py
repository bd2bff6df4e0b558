"""Aanmelden bij de demonstratie, zoals een speler dat met één klik doet."""

import re

from flask import Flask
from flask.testing import FlaskClient

_GEHEIM = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


def aangemeld(app: Flask, wie: str) -> FlaskClient:
    """Een bezoeker die namens deze speler is aangemeld; ``wie``: het deel van het adres dat hem aanwijst."""
    bezoeker, email = app.test_client(), f"{wie}.voorbeeld.invalid"
    antwoord = bezoeker.post("/meespelen", data={"csrf_token": geheim(bezoeker.get("/aanmelden").text), "email": email})
    if antwoord.location != "/":
        raise SystemExit(f"{email} kan niet meespelen")
    return bezoeker


def geheim(pagina: str) -> str:
    """Het geheim dat met het formulier van deze pagina mee moet."""
    gevonden = _GEHEIM.search(pagina)
    if gevonden is None:
        raise SystemExit("deze pagina heeft geen formulier")
    return gevonden[1]
