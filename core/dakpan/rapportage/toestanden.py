"""De weg van een verslag."""

from enum import StrEnum

from dakpan.begrippen.toestand import Overgang, Toestanden


class Verslagstatus(StrEnum):
    """Waar is het verslag?"""

    OPEN = "open"
    CONCEPT = "concept"
    INGEDIEND = "ingediend"


S = Verslagstatus
VERSLAG = Toestanden(
    {
        "schrijf": Overgang((S.OPEN, S.CONCEPT), S.CONCEPT, "Dit verslag is ingediend en verandert niet meer."),
        "dien_in": Overgang((S.CONCEPT,), S.INGEDIEND, "Schrijf het verslag eerst; daarna kan het worden ingediend."),
    }
)
