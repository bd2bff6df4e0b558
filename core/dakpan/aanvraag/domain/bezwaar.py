"""Tot wanneer kan iemand in bezwaar of beroep? Zes weken, vanaf de dag na de bekendmaking (Awb art. 6:7 en 6:8)."""

from datetime import date, timedelta
from typing import NamedTuple

from dakpan.aanvraag.domain.bezwaren import Bezwaarsoort
from dakpan.aanvraag.domain.verlenging import Verlenging, Verlengt, verleng
from dakpan.uitleg.bron import Bron

BEZWAARTERMIJN = timedelta(weeks=6)
BEZWAARBRON = Bron("Algemene wet bestuursrecht", "art. 6:7 en 6:8")
BEROEPBRON = Bron("Algemene wet bestuursrecht", "art. 6:7, 6:8 en 8:1")
UITSPRAAKBRON = Bron("Algemene wet bestuursrecht", "art. 8:77, eerste lid, onder f")


class Bezwaartermijn(NamedTuple):
    """De laatste dag zoals zij wordt uitgerekend, en waarom zij soms later is."""

    berekend: date
    verlenging: Verlenging | None

    @property
    def uiterlijk(self) -> date:
        return self.verlenging.uiterlijk if self.verlenging is not None else self.berekend


class Rechtsmiddel(NamedTuple):
    """Bezwaar bij de financier of beroep bij de rechter: tot wanneer, en volgens welke wet.

    ``over_wijziging``: tegen het afwijzen van een wijziging.
    """

    soort: Bezwaarsoort
    termijn: Bezwaartermijn
    bron: Bron
    over_wijziging: bool = False


def bezwaartermijn(bekend_op: date) -> Bezwaartermijn:
    """De termijn van een besluit dat op deze dag wordt bekendgemaakt."""
    berekend = bekend_op + BEZWAARTERMIJN
    return Bezwaartermijn(berekend, verleng(berekend, Verlengt.WEL))
