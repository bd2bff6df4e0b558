"""De pagina's van offerte en periode."""

from dakpan.plan.views import aanspreekpunten, accordeerders, koppelingen, lijst, offertes, opdrachten, perioden
from dakpan.plan.views.deur import bp, module

__all__ = [
    "aanspreekpunten",
    "accordeerders",
    "bp",
    "koppelingen",
    "lijst",
    "module",
    "offertes",
    "opdrachten",
    "perioden",
]
