"""Het archief van een organisatie op het scherm."""

from dakpan.loket.archief.views import bp

__all__ = ["bp"]
