"""De pagina's van de aanvraag: beginnen, invullen, nakijken, indienen en besluiten."""

from dakpan.aanvraag.views import (
    afdruk,
    beginnen,
    besluiten,
    controleren,
    indienen,
    invullen,
    ondertekenen,
    overnemen,
    tekenen,
)
from dakpan.aanvraag.views.deur import bp

__all__ = [
    "afdruk",
    "beginnen",
    "besluiten",
    "bp",
    "controleren",
    "indienen",
    "invullen",
    "ondertekenen",
    "overnemen",
    "tekenen",
]
