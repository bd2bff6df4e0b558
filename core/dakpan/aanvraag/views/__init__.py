"""De pagina's van de aanvraag: invullen, indienen, aanvullen en besluiten."""

from dakpan.aanvraag.views import aanvullen, afdruk, behandelen, besluiten, indienen, invullen, onderzoek
from dakpan.aanvraag.views.deur import bp

__all__ = ["aanvullen", "afdruk", "behandelen", "besluiten", "bp", "indienen", "invullen", "onderzoek"]
