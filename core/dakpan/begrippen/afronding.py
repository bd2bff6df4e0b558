"""Afronden met een naam: elke regel kiest zelf welke manier zij gebruikt.

Alles rekent met breuken (``Fraction``), zodat er precies één keer wordt afgerond: aan het eind.
"""

from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor

Afronding = Callable[[Fraction], int]


def half_omhoog(breuk: Fraction) -> int:
    """Welk geheel getal ligt het dichtst bij? Een half gaat weg van nul: 2,5 → 3 en -2,5 → -3."""
    teller, noemer = breuk.numerator, breuk.denominator
    heel = (2 * abs(teller) + noemer) // (2 * noemer)
    return heel if teller >= 0 else -heel


def naar_beneden(breuk: Fraction) -> int:
    """Wat is het grootste gehele getal dat er niet boven ligt? 47,99 → 47 en -0,1 → -1."""
    return floor(breuk)


def naar_boven(breuk: Fraction) -> int:
    """Wat is het kleinste gehele getal dat er niet onder ligt? 1,5 → 2 en 3 → 3."""
    return ceil(breuk)
