"""Dakpan: één loket voor jobcoaching, met een regelset per financier."""

__version__ = "0.1.0"
