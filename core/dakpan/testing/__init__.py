"""De testkit voor wie een regelset schrijft: erf van ``RegelsetContract`` en draai pytest."""

from dakpan.testing.contract import RegelsetContract

__all__ = ["RegelsetContract"]
