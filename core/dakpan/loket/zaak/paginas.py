"""Alle pagina's van een zaak."""

from dakpan.loket.zaak import gesprek, machtiging, post
from dakpan.loket.zaak.views import bp

__all__ = ["bp", "gesprek", "machtiging", "post"]
