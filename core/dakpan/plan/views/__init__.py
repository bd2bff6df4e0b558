"""De pagina's van offerte en periode."""

from dakpan.plan.views import offertes, opdrachten, perioden
from dakpan.plan.views.deur import bp

__all__ = ["bp", "offertes", "opdrachten", "perioden"]
