"""De webkant van Dakpan zoals zij draait, gevuld met de demonstratie, voor de browser van een test."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from flask import Flask
from tests.browser.hulp.server import draai
from tests.hulp.demo import neem_demo
from tests.hulp.loketten import laat_loketten_los
from werkzeug.exceptions import HTTPException

from dakpan.demo.omgeving import Omgeving
from dakpan.instellingen import Instellingen


@dataclass(frozen=True)
class Loket:
    """Eén draaiende server: waar hij is, hoe hij is ingericht, en de app erachter."""

    adres: str
    instellingen: Instellingen
    app: Any

    @classmethod
    @contextmanager
    def open(cls, plek: Path) -> "Iterator[Loket]":
        """De gevulde demonstratie in deze map, zolang het blok duurt; haar post komt in ``plek/post``."""
        apps: list[Flask] = []

        def maak(adres: str) -> Flask:
            apps.append(neem_demo(Omgeving(plek), adres))
            return apps[0]

        with draai(maak) as adres:
            instellingen = apps[0].extensions["dakpan.instellingen"]
            yield cls(adres, instellingen, apps[0])
        laat_loketten_los(instellingen.database)

    def eindpunt(self, url: str, methode: str = "GET") -> str | None:
        """De route van deze pagina, of niets als het geen pagina van de app is."""
        delen = urlsplit(url)
        try:
            eindpunt, _ = self.app.url_map.bind(delen.netloc).match(delen.path, method=methode)
        except HTTPException:
            return None
        return str(eindpunt)
