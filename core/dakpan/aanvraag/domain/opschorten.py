"""Een termijn die stilstaat zolang de aanvrager moet aanvullen (Awb art. 4:15)."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from dakpan.aanvraag.domain.verlenging import Verlengt
from dakpan.uitleg.bron import Bron

AWB_4_15 = Bron("Algemene wet bestuursrecht", "art. 4:15")


class Opschorting(NamedTuple):
    """Van de eerste dag die niet telt (``begin``) tot de eerste die weer telt (``tot``; leeg: zij staat nog stil).

    ``aanvullen``: tot wanneer kan de aanvrager aanvullen? Leeg als er een andere reden is.
    """

    begin: date
    tot: date | None = None
    aanvullen: date | None = None
    bron: Bron = AWB_4_15
    verlengt: Verlengt = Verlengt.AFGELEID


class Uitgesteld(NamedTuple):
    """Wanneer eindigt de termijn nu, hoeveel dagen telden niet mee, en staat zij vandaag stil?"""

    eind: date
    dagen: int
    staat_stil: bool


def schort_op(eind: date, opschortingen: Iterable[Opschorting], vandaag: date) -> Uitgesteld:
    """Elke dag die niet telt schuift het eind een dag op; dezelfde dag telt nooit twee keer niet.

    Wat pas begint als de termijn al om is verandert niets meer. Een opschorting die nog loopt telt tot vandaag.
    """
    nieuw, verder, stil = eind, date.min, False
    for een in sorted(opschortingen, key=lambda deze: deze.begin):
        begin, tot = max(een.begin, verder), een.tot if een.tot is not None else max(vandaag, een.begin)
        if begin > nieuw:
            continue
        nieuw += max(tot - begin, timedelta())
        verder = max(verder, tot)
        stil = stil or (een.begin <= vandaag and (een.tot is None or vandaag < een.tot))
    return Uitgesteld(nieuw, (nieuw - eind).days, stil)
