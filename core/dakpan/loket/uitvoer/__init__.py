"""Lijsten meenemen naar een rekenblad of een ander systeem."""

from dakpan.loket.uitvoer.views import bp

__all__ = ["bp"]
