"""De webtoepassing, die pas bij haar eerste gebruik wordt geladen.

Honderden modules laden, tabellen in kaart brengen en adressen zetten kost tijd die niet iedereen nodig heeft die
een toepassing maakt. Wie bedient laadt haar vóór de poort opengaat: wat stuk is houdt het starten tegen, en geen
bezoeker wacht erop.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock
from typing import TYPE_CHECKING, Any

from flask import Flask

if TYPE_CHECKING:
    from dakpan.instellingen import Instellingen
    from dakpan.partijen.regelboek import Regelboek

_SLOT = RLock()
_lees = object.__getattribute__


class Dakpan(Flask):
    """Flask met sjablonen die geen lege regels achterlaten."""

    jinja_options = {"trim_blocks": True, "lstrip_blocks": True}  # noqa: RUF012 - Flask leest het van de klasse


class Ongeladen(Dakpan):
    """De toepassing vóór haar eerste gebruik: wie er iets van vraagt, van ``url_map`` tot een verzoek, laadt haar."""

    def __init__(self, instellingen: "Instellingen", regelboek: "Regelboek | None") -> None:
        _lees(self, "__dict__").update(_recept=(instellingen, regelboek), _bezig=False)

    def __getattribute__(self, naam: str) -> Any:
        if naam != "__class__":
            laad(self)
        return _lees(self, naam)


def create_app(instellingen: "Instellingen", regelboek: "Regelboek | None" = None) -> Flask:
    """Een toepassing die verzoeken kan beantwoorden. Zonder regelboek leest zij dat van de installatie.

    Wat niet klopt (een regelset, een huisstijl, een bestand dat ontbreekt) blijkt bij ``laad``.
    """
    return Ongeladen(instellingen, regelboek)


def laad(app: Flask) -> Flask:
    """Laadt alles wat de toepassing nodig heeft, één keer; wie tegelijk vraagt wacht. Of een fout die zegt wat er is.

    Ging het mis, dan is er niets half geladen: de volgende keer begint opnieuw en zegt hetzelfde.
    """
    with _SLOT:
        staat = _lees(app, "__dict__")
        if type(app) is Ongeladen and not staat["_bezig"]:
            _richt_in(app, staat)
    return app


def _richt_in(app: Ongeladen, staat: dict[str, Any]) -> None:
    begin, recept = {**staat}, staat.pop("_recept")
    staat["_bezig"] = True
    try:
        with _zonder_opruimen():
            from dakpan.loket.inrichten import richt_in  # noqa: PLC0415 - laadt het hele loket

            Dakpan.__init__(app, "dakpan.web", static_folder=None)
            richt_in(app, *recept)
    except BaseException:
        staat.clear()
        staat.update(begin)
        raise
    del staat["_bezig"]
    app.__class__ = Dakpan  # type: ignore[assignment]  # vanaf nu gewoon Flask, zonder omweg


@contextmanager
def _zonder_opruimen() -> Iterator[None]:
    """Tijdens het laden wordt bijna niets weggegooid; steeds ernaar zoeken kost een zesde van de tijd."""
    aan = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if aan:
            gc.enable()
