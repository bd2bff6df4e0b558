"""Vergelijken: één zaak, of een verzonnen zaak, door alle geïnstalleerde regelsets."""

from dakpan.loket.vergelijken.views import bp

__all__ = ["bp"]
