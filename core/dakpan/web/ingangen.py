"""Het hoofdmenu: welke ingangen ziet wie, op volgorde van het werk?"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from flask import current_app, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from dakpan.partijen.rechten import Recht
from dakpan.web.schil import Ingang


class _Deur(NamedTuple):
    """Een ingang, en met welke rechten hij open is; zonder rechten voor iedereen."""

    eindpunt: str
    label: Any
    rechten: frozenset[str] = frozenset()


_BERICHTEN = "berichten.lijst"
_DEUREN = (
    _Deur("zaak.start", _l("Wat moet ik nu doen")),
    _Deur("werklijst.lijst", _l("Werklijst"), frozenset({Recht.BEOORDELEN, Recht.BESLISSEN})),
    _Deur("zaak.lijst", _l("Zaken")),
    _Deur(_BERICHTEN, _l("Berichten")),
    _Deur("uren.deze_week", _l("Uren"), frozenset({Recht.UREN_SCHRIJVEN})),
    _Deur("uren.accorderen", _l("Accorderen"), frozenset({Recht.UREN_ACCORDEREN})),
    _Deur("perioden.lijst", _l("Jobcoachperioden"), frozenset({Recht.PERIODES_BEHEREN})),
    _Deur("rapportage.lijst", _l("Rapportages"), frozenset({Recht.UREN_SCHRIJVEN, Recht.BEOORDELEN})),
    _Deur("betaling.lijst", _l("Declaraties"), frozenset({Recht.DECLAREREN, Recht.DECLARATIE_BEOORDELEN})),
    _Deur("betaling.steekproeven", _l("Steekproeven"), frozenset({Recht.ERKENNEN, Recht.DECLARATIE_BEOORDELEN})),
    _Deur("betaling.betalingen", _l("Betalingen"), frozenset({Recht.BETALEN, Recht.BETALING_VRIJGEVEN})),
    _Deur(
        "betaling.budget",
        _l("Budget"),
        frozenset({Recht.WAARDEN_BEHEREN, Recht.BETALEN, Recht.BETALING_VRIJGEVEN}),
    ),
    _Deur("vergelijken.vergelijken", _l("Vergelijken")),
    _Deur("waarden.lijst", _l("Waarden"), frozenset({Recht.WAARDEN_BEHEREN})),
    _Deur("register.erkenningen", _l("Erkenningen"), frozenset({Recht.ERKENNEN})),
    _Deur("medewerkers.lijst", _l("Medewerkers"), frozenset({Recht.MEDEWERKERS_BEHEREN})),
)


def ingangen(rechten: frozenset[str], ongelezen: int = 0) -> Iterator[Ingang]:
    """De ingangen die bestaan en voor deze rechten open zijn; die van de pagina van nu is gemerkt."""
    huis = request.blueprint
    for deur in _DEUREN:
        if deur.eindpunt not in current_app.view_functions or (deur.rechten and not deur.rechten & rechten):
            continue
        alleen_hier = sum(andere.eindpunt.partition(".")[0] == huis for andere in _DEUREN) > 1
        url = url_for(deur.eindpunt)
        hier = _eronder(url) if alleen_hier else huis == deur.eindpunt.partition(".")[0]
        aantal = ongelezen if deur.eindpunt == _BERICHTEN else 0
        yield Ingang(str(deur.label), url, huidig=hier, aantal=aantal, wat=str(_("ongelezen")))


def _eronder(url: str) -> bool:
    """Is de pagina van nu deze ingang zelf, of een pagina erachter?"""
    return request.path == url or request.path.startswith(f"{url}/")
