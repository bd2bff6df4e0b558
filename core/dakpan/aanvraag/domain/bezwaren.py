"""Bezwaar en beroep: welke weg legt het af?"""

from enum import StrEnum

from dakpan.begrippen.toestand import Overgang, Toestanden


class Bezwaarsoort(StrEnum):
    """Bij de financier zelf, of daarna bij de rechter?"""

    BEZWAAR = "bezwaar"
    BEROEP = "beroep"


class Bezwaarstatus(StrEnum):
    """Loopt het nog, of hoe liep het af?"""

    LOPEND = "lopend"
    GEGROND = "gegrond"
    ONGEGROND = "ongegrond"
    NIET_ONTVANKELIJK = "niet_ontvankelijk"
    INGETROKKEN = "ingetrokken"


B = Bezwaarstatus
_AF = "Dit bezwaar is al afgehandeld of ingetrokken. Wie het niet eens is met de uitkomst kan in beroep."
BEZWAAR = Toestanden(
    {
        "gegrond": Overgang((B.LOPEND,), B.GEGROND, _AF),
        "ongegrond": Overgang((B.LOPEND,), B.ONGEGROND, _AF),
        "niet_ontvankelijk": Overgang((B.LOPEND,), B.NIET_ONTVANKELIJK, _AF),
        "trek_in": Overgang((B.LOPEND,), B.INGETROKKEN, _AF),
    }
)
