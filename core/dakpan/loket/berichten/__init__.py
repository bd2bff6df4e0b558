"""Berichten: wat er gebeurde en wat bijna moet, voor één persoon."""

from dakpan.loket.berichten.views import bp

__all__ = ["bp"]
