"""Op wiens bureau ligt de aanvraag, en waarheen kan zij? Heen en terug, elke keer met een reden."""

from enum import StrEnum

from dakpan.begrippen.toestand import Overgang, Toestanden


class Tafel(StrEnum):
    """Bij welke rol van de financier ligt de aanvraag? ``klaar``: er is besloten."""

    ARBEIDSDESKUNDIGE = "arbeidsdeskundige"
    BESLISSER = "beslisser"
    WERKCONSULENT = "werkconsulent"
    KLAAR = "klaar"


class Zet(StrEnum):
    """Wat gebeurde er met de zaak op het bureau?"""

    OPGENOMEN = "opgenomen"
    LOSGELATEN = "losgelaten"
    DOORGEGEVEN = "doorgegeven"
    NA_ADVIES = "na_advies"
    AAN_COLLEGA = "aan_collega"
    ONGEDAAN = "ongedaan"
    BESLOTEN = "besloten"


T = Tafel
_BESLOTEN = "Er is al besloten; doorgeven kan niet meer."
_AL_DAAR = "De zaak ligt daar al, of er is al besloten; doorgeven kan alleen naar een ander."
BEHANDELING = Toestanden(
    {
        "naar_arbeidsdeskundige": Overgang((T.BESLISSER, T.WERKCONSULENT), T.ARBEIDSDESKUNDIGE, _AL_DAAR),
        "naar_beslisser": Overgang((T.ARBEIDSDESKUNDIGE, T.WERKCONSULENT), T.BESLISSER, _AL_DAAR),
        "naar_werkconsulent": Overgang((T.ARBEIDSDESKUNDIGE, T.BESLISSER), T.WERKCONSULENT, _AL_DAAR),
        "besluit": Overgang((T.ARBEIDSDESKUNDIGE, T.BESLISSER, T.WERKCONSULENT), T.KLAAR, _BESLOTEN),
    }
)
OPEN = tuple(een for een in Tafel if een is not Tafel.KLAAR)
