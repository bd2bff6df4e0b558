"""Bestanden inlezen: brengen, bekijken per regel, en bevestigen."""

from dakpan.loket.inlezen.views import bp

__all__ = ["bp"]
