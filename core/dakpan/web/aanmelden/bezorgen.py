"""De post gaat weg nadat het antwoord er is: niemand wacht op de mailserver, en niemand merkt of er post was.

Wat dan mislukt gaat met een latere ronde mee, ook als er geen nieuwe post komt.
"""

import logging
from collections.abc import Callable
from datetime import timedelta
from threading import Event, Thread
from typing import Any

from flask import Flask, Response, after_this_request, current_app

from dakpan.opslag.basis import db
from dakpan.partijen.post import KLAARGELEGD, bezorg

ELKE = timedelta(minutes=1)
_log = logging.getLogger(__name__)


def bezorg_straks() -> None:
    """Na dit verzoek gaat de deur even open voor alles wat er ligt."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # de app zelf, voor na het verzoek

    @after_this_request
    def _daarna(antwoord: Response) -> Response:
        db.session().info.pop(KLAARGELEGD, None)  # één keer de deur open is genoeg
        antwoord.call_on_close(lambda: lever_af(app))
        return antwoord


def bezorg_wat_er_ligt(antwoord: Response) -> Response:
    """Legde dit verzoek post klaar, dan gaat de deur daarna open; een handeling hoeft er niet aan te denken."""
    if db.session.registry.has() and db.session().info.pop(KLAARGELEGD, False):
        app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
        antwoord.call_on_close(lambda: lever_af(app))
    return antwoord


def lever_af(app: Flask) -> int:
    """Verstuurt wat er ligt; lukt het niet, dan staat dat in het logboek en blijft de post liggen."""
    with app.app_context():
        try:
            return bezorg(db.session(), _van(app, "instellingen"), _van(app, "klok").nu())
        except Exception:
            _log.exception("de post kon niet worden bezorgd")
            return 0


def begin_postronde(app: Flask, elke: timedelta = ELKE) -> Callable[[], None]:
    """Kijkt zolang het loket open is elke minuut of er post ligt; het antwoord stopt ermee."""
    stop = Event()

    def ronde() -> None:
        while not stop.wait(elke.total_seconds()):
            lever_af(app)

    Thread(target=ronde, name="post", daemon=True).start()
    return stop.set


def _van(app: Flask, wat: str) -> Any:
    return app.extensions[f"dakpan.{wat}"]
