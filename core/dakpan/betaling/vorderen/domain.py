"""Een vordering: waardoor zij ontstond, hoe het geld terugkomt, en waar zij staat; en de weg van een ontvangst."""

from enum import StrEnum

from dakpan.begrippen.toestand import Overgang, Toestanden


class Vorderingaanleiding(StrEnum):
    """Waardoor moet er geld terug?"""

    CORRECTIE = "correctie"
    BESLUIT = "besluit"
    VASTSTELLING = "vaststelling"
    HANDMATIG = "handmatig"


class Vorderingwijze(StrEnum):
    """Hoe komt het geld terug? Dat kiest een mens bij de financier."""

    VERREKENEN = "verrekenen"
    TERUGVRAGEN = "terugvragen"


class Vorderingstatus(StrEnum):
    """Waar staat de vordering?"""

    OPEN = "open"
    VERREKEND = "verrekend"
    TERUGBETAALD = "terugbetaald"
    KWIJTGESCHOLDEN = "kwijtgescholden"
    VERVALLEN = "vervallen"


V = Vorderingstatus
_KLAAR = "Deze vordering is al afgehandeld; er staat niets meer open."
VORDERING = Toestanden(
    {
        "kies": Overgang((V.OPEN,), V.OPEN, _KLAAR),
        "verreken": Overgang((V.OPEN,), V.VERREKEND, _KLAAR),
        "ontvang": Overgang((V.OPEN,), V.TERUGBETAALD, _KLAAR),
        "scheld_kwijt": Overgang((V.OPEN,), V.KWIJTGESCHOLDEN, _KLAAR),
        "verval": Overgang((V.OPEN,), V.VERVALLEN, _KLAAR),
    }
)


class Ontvangststatus(StrEnum):
    """Waar staat wat iemand als ontvangen noteerde?"""

    GENOTEERD = "genoteerd"
    BEVESTIGD = "bevestigd"
    VERWORPEN = "verworpen"


_BESLIST = "Over deze ontvangst is al beslist."
ONTVANGST = Toestanden(
    {
        "bevestig": Overgang((Ontvangststatus.GENOTEERD,), Ontvangststatus.BEVESTIGD, _BESLIST),
        "verwerp": Overgang((Ontvangststatus.GENOTEERD,), Ontvangststatus.VERWORPEN, _BESLIST),
    }
)
