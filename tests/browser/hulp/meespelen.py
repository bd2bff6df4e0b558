"""Aanmelden als een speler van de demonstratie, zoals met één klik op de pagina."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext
from tests.browser.hulp.loket import Loket

_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
_LINK = re.compile(r"/aanmelden/link/([\w.-]+)")
_INVULPLEK = re.compile(r"\{\w+\}")
KORTSTE_ZIN = 5


def speel_mee(context: BrowserContext, email: str) -> None:
    """Vanaf nu is deze bezoeker deze speler. Wie bij twee organisaties hoort kiest zelf nog namens wie."""
    _verstuur(context, "/aanmelden", "/meespelen", email)


def vraag_link(context: BrowserContext, email: str) -> str:
    """Het geheim van een verse link om een wachtwoord te kiezen, uit de post van de demonstratie."""
    _verstuur(context, "/aanmelden/vergeten", "/aanmelden/vergeten", email)
    gevonden = _LINK.search(context.request.get("/post").text())
    assert gevonden is not None
    return gevonden[1]


def _verstuur(context: BrowserContext, pagina: str, naar: str, email: str) -> None:
    gevonden = _TOKEN.search(context.request.get(pagina).text())
    assert gevonden is not None
    antwoord = context.request.post(naar, form={"csrf_token": gevonden[1], "email": email})
    assert antwoord.ok, f"{naar} weigert {email}: {antwoord.status}"


def getypte_teksten(loket: Loket) -> list[str]:
    """Wat de spelers van de demonstratie typten en hoe alles heet, het langste eerst."""
    map_ = loket.instellingen.tenants_map
    assert map_ is not None
    gelezen = (tomllib.loads(pad.read_text(encoding="utf-8")) for pad in map_.joinpath("spelers").rglob("*.toml"))
    stukken = {stuk.strip() for boek in gelezen for zin in _zinnen(boek) for stuk in _INVULPLEK.split(zin)}
    return sorted((een for een in stukken if len(een) >= KORTSTE_ZIN), key=len, reverse=True)


def _zinnen(inhoud: Any) -> Iterator[str]:
    if isinstance(inhoud, str):
        yield inhoud
    elif isinstance(inhoud, dict | list):
        for deel in inhoud.values() if isinstance(inhoud, dict) else inhoud:
            yield from _zinnen(deel)


def database_van(loket: Loket) -> Path:
    """Het bestand met de gegevens van deze demonstratie."""
    return Path(loket.instellingen.database.removeprefix("sqlite:///"))
