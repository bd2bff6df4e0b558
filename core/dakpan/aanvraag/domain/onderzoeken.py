"""Het onderzoek bij een aanvraag: wie schrijft welk stuk, en wat staat erin? (Rapport bijlage 3)"""

from collections.abc import Mapping
from enum import StrEnum

from dakpan.aanvraag.domain.termijn import Beoordelaar
from dakpan.begrippen.toestand import Overgang, Toestanden


class Onderzoeksoort(StrEnum):
    """Welk stuk onderbouwt het besluit?"""

    ARBEIDSDESKUNDIG_RAPPORT = "arbeidsdeskundig_rapport"
    ONDERZOEKSRAPPORTAGE = "onderzoeksrapportage"


# Wie beoordeelt schrijft het stuk; beoordeelt een ander, dan noemt de bron er geen.
SOORT: Mapping[Beoordelaar, Onderzoeksoort] = {
    Beoordelaar.ARBEIDSDESKUNDIGE: Onderzoeksoort.ARBEIDSDESKUNDIG_RAPPORT,
    Beoordelaar.BESLISSER: Onderzoeksoort.ONDERZOEKSRAPPORTAGE,
}


class Onderzoekstatus(StrEnum):
    """Waar is het stuk?"""

    CONCEPT = "concept"
    AFGEROND = "afgerond"
    GEDEELD = "gedeeld"


S = Onderzoekstatus
ONDERZOEK = Toestanden(
    {
        "schrijf": Overgang((S.CONCEPT,), S.CONCEPT, "Dit stuk is afgerond. Open het weer om er iets aan te wijzigen."),
        "rond_af": Overgang((S.CONCEPT,), S.AFGEROND, "Dit stuk is al afgerond."),
        "heropen": Overgang((S.AFGEROND,), S.CONCEPT, "Alleen een afgerond stuk dat niet is gedeeld kan weer open."),
        "deel": Overgang((S.AFGEROND,), S.GEDEELD, "Rond het stuk eerst af; daarna kan het worden gedeeld."),
    }
)


class Oordeel(StrEnum):
    """Het antwoord op een van de toetsvragen."""

    JA = "ja"
    DEELS = "deels"
    NEE = "nee"


class Reactie(StrEnum):
    """Kan iemand zich vinden in de uitslag?"""

    VINDEN = "vinden"
    NIET_VINDEN = "niet_vinden"
    NIET_GESPROKEN = "niet_gesproken"


TOETSEN = ("knelpunten", "oplossing", "doelen", "activiteiten", "regime")
PARTIJEN = ("client", "coach")
