"""Rekenen met maanden: een maand eindigt op de dag vóór hetzelfde dagnummer.

Bestaat dat dagnummer niet (31 augustus + 1 maand), dan eindigt de maand op de laatste dag van die maand.
"""

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction

DAG = timedelta(days=1)
MAANDEN_PER_JAAR = 12


def volgende_maandgrens(begin: date, maanden: int) -> date:
    """Op welke dag begint de maand die volgt op ``maanden`` maanden vanaf ``begin``? Mag terugtellen."""
    jaar, maand0 = divmod(begin.year * 12 + begin.month - 1 + maanden, 12)
    try:
        return date(jaar, maand0 + 1, begin.day)
    except ValueError:  # dit dagnummer bestaat niet in deze maand: de eerste dag erna
        return volgende_maandgrens(date(jaar, maand0 + 1, 1), 1)


def einde_na_maanden(begin: date, maanden: int) -> date:
    """Wat is de laatste dag van ``maanden`` maanden vanaf ``begin``? 1 maart + 12 = 28 of 29 februari."""
    return volgende_maandgrens(begin, maanden) - DAG


def begonnen_maanden(begin: date, eind: date) -> int:
    """Hoeveel maanden zijn er begonnen van ``begin`` tot en met ``eind``? Nul als het eind ervoor ligt."""
    maanden = (eind.year - begin.year) * 12 + eind.month - begin.month
    return max(0, maanden + (eind.day >= begin.day))


def volle_maanden(begin: date, eind: date) -> int:
    """Hoeveel hele maanden passen er van ``begin`` tot en met ``eind``? Nul als het eind ervoor ligt."""
    return max(0, begonnen_maanden(begin, eind + DAG) - 1)


def maanden_met_deel(begin: date, eind: date) -> Fraction:
    """Hoeveel maanden precies? Een deel van een maand telt dagen / dagen van die maand."""
    if eind < begin:
        return Fraction(0)
    vol = volle_maanden(begin, eind)
    start = volgende_maandgrens(begin, vol)
    rest = (eind - start).days + 1
    return vol + Fraction(rest, (volgende_maandgrens(begin, vol + 1) - start).days)


def maand_eerder(dag: date) -> date:
    """Welke dag ligt één maand eerder? Bestaat het dagnummer niet, dan de laatste dag van die maand."""
    jaar, maand0 = divmod(dag.year * 12 + dag.month - 2, 12)
    return date(jaar, maand0 + 1, min(dag.day, monthrange(jaar, maand0 + 1)[1]))
