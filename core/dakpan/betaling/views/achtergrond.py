"""De ronde loopt door terwijl wie haar begon iets anders doet; valt het loket stil, dan gaat zij later verder."""

import logging
from threading import Thread
from typing import Any
from uuid import UUID

from flask import Flask

from dakpan.opslag.basis import db
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Vrager
from dakpan.wandeling.kwartaal.ronde import portie

_log = logging.getLogger(__name__)


def loop_door(app: Any, vrager: Vrager, ronde_id: UUID) -> Thread:
    """Begint meteen. Loopt dezelfde ronde al ergens anders, dan houdt deze op: elke portie gebeurt één keer."""
    echt: Flask = app._get_current_object() if hasattr(app, "_get_current_object") else app
    draad = Thread(target=_loop, args=(echt, vrager, ronde_id), daemon=True, name="kwartaalronde")
    draad.start()
    return draad


def _loop(app: Flask, vrager: Vrager, ronde_id: UUID) -> None:
    with app.app_context():
        try:
            while _portie(app, vrager, ronde_id):
                db.session.remove()
        except Gewijzigd:
            _log.info("de kwartaalronde loopt al ergens anders")
        except Exception:
            _log.exception("de kwartaalronde is blijven steken; zij gaat verder waar zij was")
        finally:
            db.session.remove()


def _portie(app: Flask, vrager: Vrager, ronde_id: UUID) -> bool:
    nu = app.extensions["dakpan.klok"].nu()
    boek, bos = app.extensions["dakpan.regelboek"], app.extensions["dakpan.sleutelbos"]
    return portie(Handeling(db.session(), vrager, nu, boek, bos), ronde_id)
