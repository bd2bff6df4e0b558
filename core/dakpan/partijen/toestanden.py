"""De weg van een erkenning: verleend, geschorst, ingetrokken."""

from enum import StrEnum

from dakpan.begrippen.toestand import Overgang, Toestanden

LANGSTE_REDEN = 1_000


class Erkenningstatus(StrEnum):
    """Hoe staat het met de erkenning van een organisatie bij een financier?"""

    GEEN = "geen"
    VERLEEND = "verleend"
    GESCHORST = "geschorst"
    INGETROKKEN = "ingetrokken"


ERKENNING = Toestanden(
    {
        "verleen": Overgang(tuple(Erkenningstatus), Erkenningstatus.VERLEEND, "Deze organisatie is al erkend."),
        "schors": Overgang(
            (Erkenningstatus.VERLEEND,), Erkenningstatus.GESCHORST, "Alleen een verleende erkenning is te schorsen."
        ),
        "trek_in": Overgang(
            (Erkenningstatus.VERLEEND, Erkenningstatus.GESCHORST),
            Erkenningstatus.INGETROKKEN,
            "Er is geen erkenning om in te trekken.",
        ),
    }
)
