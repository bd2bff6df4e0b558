"""Vergelijken: één zaak, of een verzonnen zaak, door alle geïnstalleerde regelsets."""

from dakpan.web.vergelijken.views import bp

__all__ = ["bp"]
