"""De weg van wat een financier aan een andere meegeeft: aangeboden, aangenomen, geweigerd of teruggenomen, begonnen."""

from enum import StrEnum

from dakpan.begrippen.toestand import Overgang, Toestanden


class Meegeefstatus(StrEnum):
    """Hoe staat het met wat er is meegegeven?"""

    AANGEBODEN = "aangeboden"
    AANGENOMEN = "aangenomen"
    GEWEIGERD = "geweigerd"
    BEGONNEN = "begonnen"
    TERUGGENOMEN = "teruggenomen"


_AL_BEOORDEELD = "Hierover is al besloten."

MEEGEVEN = Toestanden(
    {
        "neem_aan": Overgang((Meegeefstatus.AANGEBODEN,), Meegeefstatus.AANGENOMEN, _AL_BEOORDEELD),
        "weiger": Overgang((Meegeefstatus.AANGEBODEN,), Meegeefstatus.GEWEIGERD, _AL_BEOORDEELD),
        "neem_terug": Overgang(
            (Meegeefstatus.AANGEBODEN,),
            Meegeefstatus.TERUGGENOMEN,
            "De andere financier besliste hier al over. Nam hij de zaak aan, vraag hem dan haar aan u mee te geven.",
        ),
        "begin": Overgang(
            (Meegeefstatus.AANGENOMEN,),
            Meegeefstatus.BEGONNEN,
            "Een aanvraag beginnen kan nadat de financier de zaak heeft aangenomen, en één keer.",
        ),
        "laat_vrij": Overgang(
            (Meegeefstatus.BEGONNEN,), Meegeefstatus.AANGENOMEN, "Er is nog geen aanvraag mee begonnen."
        ),
    }
)
