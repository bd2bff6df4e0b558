"""De weg van een verslag."""

from enum import StrEnum

from dakpan.begrippen.toestand import Overgang, Toestanden


class Verslagstatus(StrEnum):
    """Waar is het verslag? Of iemand er al aan schrijft ziet alleen zijn eigen kant."""

    OPEN = "open"
    INGEDIEND = "ingediend"
    VERVALLEN = "vervallen"


S = Verslagstatus
VERSLAG = Toestanden(
    {
        "schrijf": Overgang((S.OPEN,), S.OPEN, "Dit verslag is ingediend of vervallen en verandert niet meer."),
        "dien_in": Overgang((S.OPEN,), S.INGEDIEND, "Dit verslag is al ingediend of vervallen."),
        "blijft": Overgang((S.OPEN, S.VERVALLEN), S.OPEN, "Een verslag dat is ingediend blijft zoals het is."),
        "vervalt": Overgang((S.OPEN,), S.VERVALLEN, "Een verslag dat is ingediend vervalt niet."),
    }
)
EERST_SCHRIJVEN = "Schrijf het verslag eerst; daarna kan het worden ingediend."
