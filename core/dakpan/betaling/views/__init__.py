"""De pagina's van declareren, factureren en betalen."""

from flask import Blueprint

bp = Blueprint("betaling", __name__, template_folder="../templates")

# De pagina's melden zich bij het blueprint zodra zij geladen zijn.
from dakpan.betaling.views import (  # noqa: E402 - eerst het blueprint, dan wie zich erbij meldt
    alles_vrijgeven,
    bankstand,
    beeindigen,
    betaallijst,
    betalingen,
    budget,
    correcties,
    creditnotas,
    declaratie,
    declaraties,
    facturen,
    gegevens,
    kwartaal,
    onderhanden,
    ontvangsten,
    oordeel,
    steekproefregel,
    steekproeven,
    terugvragen,
    versturen,
    vorderingen,
    zaakbetaling,
)

__all__ = [
    "alles_vrijgeven",
    "bankstand",
    "beeindigen",
    "betaallijst",
    "betalingen",
    "bp",
    "budget",
    "correcties",
    "creditnotas",
    "declaratie",
    "declaraties",
    "facturen",
    "gegevens",
    "kwartaal",
    "onderhanden",
    "ontvangsten",
    "oordeel",
    "steekproefregel",
    "steekproeven",
    "terugvragen",
    "versturen",
    "vorderingen",
    "zaakbetaling",
]
