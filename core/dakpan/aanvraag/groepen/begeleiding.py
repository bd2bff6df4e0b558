"""Wat heeft de cliënt nodig, hoe past het werk, en naar wie gaat de vergoeding?"""

from typing import Any

from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.domain.matching import Aspect, Kolom
from dakpan.aanvraag.vragen import Uitbetaling
from dakpan.web.formulier import Groep, Veld

_ASPECTEN = {
    Aspect.CAPACITEITEN: _l("Capaciteiten en eisen"),
    Aspect.LEREN: _l("Leren en begeleiding"),
    Aspect.CONTEXT: _l("Omgeving en netwerk"),
    Aspect.IDENTITEIT: _l("Persoonlijkheid en cultuur"),
    Aspect.WENSEN: _l("Wensen en werkzaamheden"),
}
_KOLOMMEN = {
    Kolom.WERKNEMER: _l("de werknemer"),
    Kolom.WERK: _l("het werk"),
    Kolom.MATCH: _l("hoe past dat bij elkaar?"),
}
_UITBETALING = (
    (Uitbetaling.MACHTIGING.value, _l("Rechtstreeks aan de jobcoachorganisatie: de cliënt machtigt daarvoor")),
    (Uitbetaling.GEEN_MACHTIGING.value, _l("De cliënt geeft geen machtiging")),
)


def ondersteuning() -> Groep:
    """Waar gaat het om: wat heeft deze mens in deze baan nodig?"""
    return Groep(
        _l("Wat is er nodig?"),
        [
            Veld("aanvulling.behoefte", _l("Wat heeft de cliënt nodig in deze baan?"), "lang", rijen=4),
            Veld(
                "aanvulling.huidige_begeleiding",
                _l("Welke begeleiding is er nu op het werk, zonder jobcoach?"),
                "lang",
                rijen=3,
                hulp=_l("Zo ziet wie beoordeelt wat de werkgever zelf al doet."),
            ),
        ],
        _l("In gewone woorden; wat in het plan komt hoeft hier niet nog eens."),
        "ondersteuning",
    )


def matching() -> Groep:
    """Vijf aspecten, drie kolommen: de werknemer, het werk, en hoe dat past. Nooit voor de werkgever."""
    velden = [
        Veld(f"matching.{aspect}_{kolom}", _label(aspect, kolom), "lang", rijen=3)
        for aspect in Aspect
        for kolom in Kolom
    ]
    uitleg = _l("Alleen voor de cliënt, de jobcoach en wie beoordeelt. De werkgever ziet en tekent dit nooit.")
    return Groep(_l("Matching"), velden, uitleg, "matching", kolommen=len(Kolom))


def _label(aspect: Aspect, kolom: Kolom) -> Any:
    return _l("%(aspect)s: %(kolom)s", aspect=_ASPECTEN[aspect], kolom=_KOLOMMEN[kolom])


def betaling() -> Groep:
    """Naar wie gaat het geld, en wat tekent de cliënt daarvoor?"""
    return Groep(
        _l("Betaling"),
        [Veld("aanvulling.uitbetaling", _l("Aan wie wordt de vergoeding betaald?"), "keuze", keuzes=_UITBETALING)],
        _l(
            "Met een machtiging gaat de vergoeding rechtstreeks naar de organisatie en hoeft de cliënt niets voor te "
            "schieten. Wat er zonder machtiging gebeurt is niet in bron; vraag het de financier."
        ),
        "betaling",
    )
