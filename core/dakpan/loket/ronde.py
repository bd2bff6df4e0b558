"""De ronde van elke dag, gedaan door het loket zelf zolang het open is."""

import logging
from datetime import date
from threading import Event, Thread

from flask import Flask

from dakpan.opslag.basis import db
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.motor import tel_opnieuw
from dakpan.wandeling.dagelijks import ronde
from dakpan.web.aanmelden.bezorgen import lever_af

ELKE = 15 * 60
_log = logging.getLogger(__name__)


def loop_ronde(app: Flask) -> int:
    """Nu één ronde, met de post die eruit volgt; daarna kent de database haar eigen omvang weer. Hoeveel berichten?"""
    with app.app_context():
        nu = app.extensions["dakpan.klok"].nu()
        aantal = ronde(db.session(), app.extensions["dakpan.regelboek"], app.extensions["dakpan.sleutelbos"], nu)
        db.session.remove()
        tel_opnieuw(db.engine)
    while lever_af(app):
        pass
    return aantal


def loop_elke_dag(app: Flask) -> Event:
    """Begint meteen, en daarna zodra het een nieuwe dag is. Elk proces mag het proberen: dubbel kan niet."""
    stop = Event()
    Thread(target=_blijf_lopen, args=(app, stop), daemon=True, name="dagelijkse ronde").start()
    return stop


def _blijf_lopen(app: Flask, stop: Event) -> None:
    gedaan: date | None = None
    while not stop.is_set():
        vandaag = app.extensions["dakpan.klok"].nu().date()
        if vandaag != gedaan and _probeer(app):
            gedaan = vandaag
        stop.wait(ELKE)


def _probeer(app: Flask) -> bool:
    try:
        loop_ronde(app)
    except Gewijzigd:
        return False  # een ander proces was net iets eerder; over een kwartier nog eens
    except Exception:
        _log.exception("de ronde van vandaag is niet gelukt")
        return False
    return True
