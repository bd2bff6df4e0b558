"""De pagina's van offerte, plan en periode."""

from dakpan.plan.views import (
    aanspreekpunten,
    accordeerders,
    coachingsplan,
    evaluaties,
    koppelingen,
    lijst,
    offertes,
    opdrachten,
    perioden,
    plandoelen,
    terugnemen,
)
from dakpan.plan.views.deur import bp, module

__all__ = [
    "aanspreekpunten",
    "accordeerders",
    "bp",
    "coachingsplan",
    "evaluaties",
    "koppelingen",
    "lijst",
    "module",
    "offertes",
    "opdrachten",
    "perioden",
    "plandoelen",
    "terugnemen",
]
