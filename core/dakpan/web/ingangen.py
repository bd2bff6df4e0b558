"""Het hoofdmenu: welke ingangen ziet wie, op volgorde van het werk?"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from flask import current_app, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from dakpan.partijen.rechten import Recht
from dakpan.web.schil import Ingang


class _Deur(NamedTuple):
    """Een ingang, en met welke rechten hij open is; zonder rechten voor iedereen.

    ``in_zaak``: deze delen van een zaak horen bij deze ingang, en niet bij Zaken. ``ook``: dit adres en wat erachter
    zit hoort er ook bij.
    """

    eindpunt: str
    label: Any
    rechten: frozenset[str] = frozenset()
    in_zaak: frozenset[str] = frozenset()
    ook: str = ""

    def is_open(self, deel: str) -> bool:
        """Zegt de deur zelf dat de pagina van nu bij haar hoort?"""
        return deel in self.in_zaak or bool(self.ook and _eronder(self.ook))


_BERICHTEN = "berichten.lijst"
_DEUREN = (
    _Deur("zaak.start", _l("Wat moet ik nu doen")),
    _Deur("werklijst.lijst", _l("Werklijst"), frozenset({Recht.BEOORDELEN, Recht.BESLISSEN})),
    _Deur("zaak.lijst", _l("Zaken"), ook="/inlezen/zaken"),
    _Deur(_BERICHTEN, _l("Berichten")),
    _Deur("uren.deze_week", _l("Uren"), frozenset({Recht.UREN_SCHRIJVEN}), ook="/inlezen/uren"),
    _Deur("uren.totalen", _l("Alle uren"), frozenset({Recht.DECLAREREN})),
    _Deur("uren.accorderen", _l("Accorderen"), frozenset({Recht.UREN_ACCORDEREN})),
    _Deur("perioden.lijst", _l("Jobcoachperioden"), frozenset({Recht.PERIODES_BEHEREN})),
    _Deur("rapportage.lijst", _l("Rapportages"), frozenset({Recht.UREN_SCHRIJVEN, Recht.BEOORDELEN})),
    _Deur(
        "betaling.lijst",
        _l("Declaraties"),
        frozenset({Recht.DECLAREREN, Recht.DECLARATIE_BEOORDELEN}),
        frozenset({"declaratie", "declaraties", "correcties", "factuur"}),
    ),
    _Deur("betaling.steekproeven", _l("Steekproeven"), frozenset({Recht.ERKENNEN, Recht.DECLARATIE_BEOORDELEN})),
    _Deur(
        "betaling.betalingen",
        _l("Betalingen"),
        frozenset({Recht.BETALEN, Recht.BETALING_VRIJGEVEN}),
        frozenset({"betaling", "vorderingen", "vaststelling"}),
    ),
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
    huis, deel = request.blueprint, _deel_van_zaak()
    open_ = [
        deur
        for deur in _DEUREN
        if deur.eindpunt in current_app.view_functions and (not deur.rechten or deur.rechten & rechten)
    ]
    eigen = next((deur for deur in open_ if deur.is_open(deel)), None)
    alleen_hier = sum(deur.eindpunt.partition(".")[0] == huis for deur in _DEUREN) > 1
    diepste = max((url for deur in open_ if _eronder(url := url_for(deur.eindpunt))), key=len, default="")
    for deur in open_:
        url = url_for(deur.eindpunt)
        hier = url == diepste if alleen_hier else huis == deur.eindpunt.partition(".")[0]
        hier = deur is eigen if eigen is not None else hier
        aantal = ongelezen if deur.eindpunt == _BERICHTEN else 0
        yield Ingang(str(deur.label), url, huidig=hier, aantal=aantal, wat=str(_("ongelezen")))


def _deel_van_zaak() -> str:
    """``declaraties`` op /zaken/financier/id/declaraties/…; leeg buiten een zaak."""
    huis, *rest = request.path.strip("/").split("/")
    return rest[2] if huis == "zaken" and len(rest) > 2 else ""


def _eronder(url: str) -> bool:
    """Is de pagina van nu deze ingang zelf, of een pagina erachter?"""
    return request.path == url or request.path.startswith(f"{url}/")
