"""Lokets die een proces na elke test opnieuw gebruikt: er een laden kost meer dan de meeste tests zelf.

Wat een test aan de inrichting verandert (instellingen, klok, database) geldt tot ``laat_loketten_los``; de volgende
begint met wat er na het laden stond.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Flask
from sqlalchemy import URL, make_url
from tests.hulp.motoren import soort_van, volg_adres

from dakpan.instellingen import Instellingen
from dakpan.loket.app import laad
from dakpan.opslag.basis import db

Soort = tuple[URL, object]


@dataclass(frozen=True)
class _Loket:
    """Een app, en hoe zij er na het laden bij stond."""

    app: Flask
    soort: Soort
    config: dict[str, Any]
    extensions: dict[str, Any]

    def richt_in(self, instellingen: Instellingen) -> Flask:
        for nu, toen in ((self.app.config, self.config), (self.app.extensions, self.extensions)):
            nu.clear()
            nu.update(toen)
        self.app.extensions["dakpan.instellingen"] = instellingen
        self.motor.url = make_url(instellingen.database)
        return self.app

    @property
    def motor(self) -> Any:
        with self.app.app_context():
            return db.engine


_vrij: dict[Soort, list[_Loket]] = {}
_uit: dict[str, list[_Loket]] = {}


def neem_loket(instellingen: Instellingen, gelijk: object, maak: Callable[[Instellingen], Flask]) -> Flask:
    """Een app op deze database. Apps die ``maak`` maakt verschillen alleen in wat ``gelijk`` onderscheidt."""
    soort = (soort_van(instellingen.database), gelijk)
    vrij = _vrij.get(soort)
    loket = vrij.pop() if vrij else _laad(maak(instellingen), soort)
    _uit.setdefault(instellingen.database, []).append(loket)
    return loket.richt_in(instellingen)


def laat_loketten_los(url: str) -> None:
    """De test is voorbij: de verbindingen dicht, en een volgende test mag deze apps hebben."""
    for loket in _uit.pop(url, []):
        loket.motor.dispose()
        _vrij.setdefault(loket.soort, []).append(loket)


def _laad(app: Flask, soort: Soort) -> _Loket:
    loket = _Loket(laad(app), soort, dict(app.config), dict(app.extensions))
    volg_adres(loket.motor)
    return loket
