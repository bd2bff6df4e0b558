"""De pagina's van de aanvraag: invullen, indienen en besluiten."""

from dakpan.aanvraag.views import afdruk, besluiten, indienen, invullen, ondertekenen, tekenen
from dakpan.aanvraag.views.deur import bp

__all__ = ["afdruk", "besluiten", "bp", "indienen", "invullen", "ondertekenen", "tekenen"]
