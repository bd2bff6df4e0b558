"""De webkant van Dakpan zoals zij draait, voor de browser van een test."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.browser.hulp.server import draai
from werkzeug.exceptions import HTTPException

from dakpan.cli.keuze import open_regelboek
from dakpan.instellingen import Instellingen
from dakpan.web.app import create_app

DEMOTENANTS = Path(__file__).parents[3] / "tenants" / "demo"


@dataclass(frozen=True)
class Loket:
    """Eén draaiende server: waar hij is, hoe hij is ingericht, en de app erachter."""

    adres: str
    instellingen: Instellingen
    app: Any

    @classmethod
    @contextmanager
    def open(cls, database: str, plek: Path) -> "Iterator[Loket]":
        """Een server op deze database, zolang het blok duurt; post komt in ``plek/post``."""
        apps: list[tuple[Instellingen, Any]] = []

        def maak(adres: str) -> Any:
            apps.append((inrichting := richt_in(database, plek, adres), _app(inrichting)))
            return apps[0][1]

        with draai(maak) as adres:
            yield cls(adres, *apps[0])

    def eindpunt(self, url: str) -> str | None:
        """De route van deze pagina, of niets als het geen pagina van de app is."""
        delen = urlsplit(url)
        try:
            eindpunt, _ = self.app.url_map.bind(delen.netloc).match(delen.path, method="GET")
        except HTTPException:
            return None
        return str(eindpunt)


def _app(inrichting: Instellingen) -> Any:
    eigen = None if inrichting.tenants_map is None else str(inrichting.tenants_map)
    return create_app(inrichting, open_regelboek(eigen))


def richt_in(database: str, plek: Path, adres: str) -> Instellingen:
    """Instellingen met verse geheimen, op een adres zonder https."""
    return Instellingen(
        database=database,
        geheime_sleutel=secrets.token_urlsafe(48),
        bsn_sleutels=(secrets.token_urlsafe(48),),
        bsn_zoeksleutel=secrets.token_urlsafe(48),
        tenants_map=DEMOTENANTS if DEMOTENANTS.is_dir() else None,
        post_map=plek / "post",
        demo=True,
        https=False,
        adres=adres,
    )
