"""De weg van een verzoek om te tekenen: wachten op wie eerst tekent, dan een link, en dan getekend of ingetrokken."""

from enum import StrEnum

from dakpan.begrippen.toestand import Overgang, Toestanden


class Verzoekstand(StrEnum):
    """Hoe ver is het verzoek? Wachten is: een ander tekent eerst."""

    WACHT = "wacht"
    OPEN = "open"
    GETEKEND = "getekend"
    INGETROKKEN = "ingetrokken"


V = Verzoekstand
LOPEND = (V.WACHT, V.OPEN)
_LOOPT_NIET = "Dit verzoek loopt niet meer, of een ander tekent eerst."
TEKENEN = Toestanden(
    {
        "stuur": Overgang((V.WACHT,), V.OPEN, _LOOPT_NIET),
        "herinner": Overgang((V.OPEN,), V.OPEN, _LOOPT_NIET),
        "teken": Overgang((V.OPEN,), V.GETEKEND, _LOOPT_NIET),
        "trek_in": Overgang(LOPEND, V.INGETROKKEN, "Dit verzoek loopt al niet meer."),
        "herroep": Overgang((V.GETEKEND,), V.INGETROKKEN, "Hier is nog niet getekend."),
    }
)
