"""Welke routes van de webkant zijn bij de tests geslaagd bezocht, en welke pagina's keek axe na?

Elk proces schrijft op wat het ziet; het eerste proces vergelijkt aan het eind. Een route telt als bezocht na een
antwoord dat geen fout is en niet van de poort komt: wie overal 404 krijgt, of zich eerst moet aanmelden, heeft niets
bezocht. Ook een pagina die het antwoord op een formulier is moet een test met axe nakijken.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.hulp.ronde import Ronde

BESTAAT, BEZOCHT, PAGINA, AXE = "bestaat", "bezocht", "pagina", "axe"
VOORVOEGSEL = "routes-"
# Zo stuurt de poort iemand weg: eerst aanmelden of kiezen namens wie, en daarna verder waar hij was.
POORT, VERDER = {"/aanmelden", "/namens"}, "verder"
GEEN_WERK = {"HEAD", "OPTIONS"}
# Routes die een test zelf aan een app toevoegt, om te zien dat de wachters ze vinden.
PROEF = "proef"


@dataclass
class Routes:
    """Het schrift van één proces."""

    ronde: Ronde
    van: str = "dakpan"
    _gezien: set[str] = field(default_factory=set)

    def noteer(self, soort: str, *wat: str) -> None:
        """Schrijft één waarneming op, hooguit één keer."""
        regel = " ".join((soort, *wat))
        if regel not in self._gezien:
            self._gezien.add(regel)
            with (self.ronde.plek / f"{VOORVOEGSEL}{os.getpid()}").open("a", encoding="utf-8") as schrift:
                schrift.write(f"{regel}\n")

    def luister(self) -> None:
        """Volgt elke app van Flask die vanaf nu in dit proces een verzoek beantwoordt."""
        from flask import request_finished

        request_finished.connect(self.na_verzoek, weak=False)

    def na_verzoek(self, app: Any, response: Any, **_: Any) -> None:
        """Noteert welke routes er zijn en welke dit antwoord gaf."""
        from flask import request

        if not app.import_name.startswith(self.van):
            return
        for route in bestaande(app):
            self.noteer(BESTAAT, *route)
        eindpunt = request.endpoint
        if eindpunt is None or eindpunt.startswith(PROEF) or not _geslaagd(response.status_code, response.location):
            return
        self.noteer(BEZOCHT, request.method, eindpunt)
        if response.status_code == 200 and response.mimetype == "text/html":
            self.noteer(PAGINA, request.method, eindpunt)


def bestaande(app: Any) -> set[tuple[str, str]]:
    """Elke methode en elk eindpunt van een app."""
    regels = (regel for regel in app.url_map.iter_rules() if not regel.endpoint.startswith(PROEF))
    return {(methode, regel.endpoint) for regel in regels for methode in regel.methods - GEEN_WERK}


def _geslaagd(status: int, locatie: str | None) -> bool:
    if status >= 400 or locatie is None:
        return status < 400
    naar = urlsplit(locatie)
    return not (naar.path in POORT and VERDER in parse_qs(naar.query))


def tekorten(plek: Path, *, moet_er_zijn: bool = False) -> list[str]:
    """Wat geen enkele test bezocht of nakeek, elk als één leesbare regel."""
    gezien = _lees(plek)
    if moet_er_zijn and not gezien[BESTAAT]:
        return ["geen enkele test opent de webkant"]
    onbezocht = {wat for wat in gezien[BESTAAT] if wat not in gezien[BEZOCHT]}
    zonder_axe = {wat for wat in gezien[PAGINA] if wat not in gezien[AXE]}
    return [
        *(f"geen test bezoekt {wat}" for wat in sorted(onbezocht)),
        *(f"geen test kijkt {wat} na met axe" for wat in sorted(zonder_axe)),
    ]


def _lees(plek: Path) -> dict[str, set[str]]:
    regels = (regel for schrift in plek.glob(f"{VOORVOEGSEL}*") for regel in _regels(schrift))
    gezien: dict[str, set[str]] = {soort: set() for soort in (BESTAAT, BEZOCHT, PAGINA, AXE)}
    for regel in regels:
        soort, _, wat = regel.partition(" ")
        gezien[soort].add(wat)
    return gezien


def _regels(schrift: Path) -> Iterable[str]:
    return schrift.read_text(encoding="utf-8").splitlines()
