"""Hoe een correctie ontstaat, en de weg die zij gaat."""

from enum import StrEnum

from dakpan.begrippen.toestand import Overgang, Toestanden


class Correctiesoort(StrEnum):
    """Ging er iets af toen de financier oordeelde, of pas daarna?"""

    BIJ_OORDEEL = "bij_oordeel"
    ACHTERAF = "achteraf"


class Correctiestatus(StrEnum):
    """Waar is de correctie?"""

    VOORGESTELD = "voorgesteld"
    BEVESTIGD = "bevestigd"
    AFGEWEZEN = "afgewezen"
    INGETROKKEN = "ingetrokken"


C = Correctiestatus
CORRECTIE = Toestanden(
    {
        "bevestig": Overgang((C.VOORGESTELD,), C.BEVESTIGD, "Over deze correctie is al beslist."),
        "wijs_af": Overgang((C.VOORGESTELD,), C.AFGEWEZEN, "Over deze correctie is al beslist."),
        "trek_in": Overgang((C.VOORGESTELD,), C.INGETROKKEN, "Over deze correctie is al beslist."),
    }
)
