"""De pagina's van de aanvraag: beginnen, invullen, nakijken, indienen, aanvullen, besluiten en wijzigen."""

from dakpan.aanvraag.views import (
    aanvullen,
    afdruk,
    beginnen,
    behandelen,
    besluiten,
    bezwaar,
    bezwaren,
    controleren,
    indienen,
    invullen,
    ondertekenen,
    onderzoek,
    overnemen,
    tekenen,
    werkgever,
    wijzigen,
    wijziging,
)
from dakpan.aanvraag.views.deur import bp

__all__ = [
    "aanvullen",
    "afdruk",
    "beginnen",
    "behandelen",
    "besluiten",
    "bezwaar",
    "bezwaren",
    "bp",
    "controleren",
    "indienen",
    "invullen",
    "ondertekenen",
    "onderzoek",
    "overnemen",
    "tekenen",
    "werkgever",
    "wijzigen",
    "wijziging",
]
