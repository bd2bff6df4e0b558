"""De werkgever vult zijn deel van de aanvraag in zonder account: met een link en een code."""

from dakpan.loket.invullen.views import bp

__all__ = ["bp"]
