"""De pagina's van offerte en periode."""

from dakpan.plan.views import offertes, perioden
from dakpan.plan.views.deur import bp

__all__ = ["bp", "offertes", "perioden"]
