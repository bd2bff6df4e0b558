"""Leeft dit proces, en kan het werken? Voor wie het bewaakt, in gewone tekst."""

import logging

from flask import Flask, Response
from sqlalchemy.exc import SQLAlchemyError

from dakpan.opslag.basis import db
from dakpan.opslag.migreren import is_bij

_log = logging.getLogger(__name__)


def koppel_leven(app: Flask) -> None:
    app.add_url_rule("/livez", "livez", livez)
    app.add_url_rule("/readyz", "readyz", readyz)


def livez() -> Response:
    """Het proces leeft."""
    return _tekst("ok", 200)


def readyz() -> Response:
    """De database is bereikbaar en heeft de vorm van deze versie."""
    try:
        bij = is_bij(db.engine)
    except SQLAlchemyError:
        _log.exception("de database antwoordt niet")
        return _tekst("de database is niet bereikbaar", 503)
    return _tekst("ok", 200) if bij else _tekst("de database is nog niet gemigreerd", 503)


def _tekst(tekst: str, code: int) -> Response:
    return Response(f"{tekst}\n", code, mimetype="text/plain")
