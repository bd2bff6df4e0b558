"""De werklijst van wie aanvragen beoordeelt."""

from dakpan.loket.werklijst.views import bp

__all__ = ["bp"]
