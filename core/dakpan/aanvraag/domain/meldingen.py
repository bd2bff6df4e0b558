"""Een wijziging na het besluit: waarover kan zij gaan, en welke weg legt een melding af?"""

from enum import StrEnum

from dakpan.begrippen.toestand import Overgang, Toestanden


class Meldsoort(StrEnum):
    """De zes soorten van het wijzigingsformulier."""

    GEGEVENS = "gegevens"
    WERK = "werk"
    WERKGEVER = "werkgever"
    OPLEIDING = "opleiding"
    VERZUIM = "verzuim"
    BEGELEIDING = "begeleiding"


class Meldstatus(StrEnum):
    """Waar is de melding?"""

    GEMELD = "gemeld"
    BESLIST = "beslist"
    INGETROKKEN = "ingetrokken"


class Gevolg(StrEnum):
    """Wat doet de wijziging met de toekenning?"""

    ANDERS = "anders"
    GEEN = "geen"
    AFGEWEZEN = "afgewezen"


M = Meldstatus
MELDING = Toestanden(
    {
        "beslis": Overgang((M.GEMELD,), M.BESLIST, "Over deze melding is al beslist, of zij is ingetrokken."),
        "schrijf_erbij": Overgang(
            (M.GEMELD,), M.GEMELD, "Hierover is al beslist; geef zo nodig een nieuwe wijziging door."
        ),
        "trek_in": Overgang(
            (M.GEMELD,), M.INGETROKKEN, "Deze melding is al beslist of ingetrokken; meld zo nodig een nieuwe wijziging."
        ),
    }
)
