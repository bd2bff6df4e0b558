"""De weg van een aanvraag: van concept naar besluit."""

from enum import StrEnum

from dakpan.begrippen.toestand import Overgang, Toestanden


class Aanvraagstatus(StrEnum):
    """Waar is de aanvraag?"""

    CONCEPT = "concept"
    GECONTROLEERD = "gecontroleerd"
    DEFINITIEF = "definitief"
    INGEDIEND = "ingediend"
    BESLOTEN = "besloten"
    INGETROKKEN = "ingetrokken"


S = Aanvraagstatus
_INGEDIEND = "De aanvraag is al ingediend."
_BESLOTEN = "Over deze aanvraag is al besloten."
_INGETROKKEN = "Deze aanvraag is ingetrokken."
AANVRAAG = Toestanden(
    {
        "wijzig": Overgang(
            (S.CONCEPT, S.GECONTROLEERD), S.CONCEPT, "Deze aanvraag is definitief en kan niet meer worden gewijzigd."
        ),
        "controleer": Overgang(
            (S.CONCEPT, S.GECONTROLEERD), S.GECONTROLEERD, "Deze aanvraag is al definitief; controleren is klaar."
        ),
        "maak_definitief": Overgang(
            (S.GECONTROLEERD,),
            S.DEFINITIEF,
            "Controleer de aanvraag eerst; daarna kan zij definitief worden.",
            {
                S.DEFINITIEF: "De aanvraag is al definitief.",
                S.INGEDIEND: _INGEDIEND,
                S.BESLOTEN: _BESLOTEN,
                S.INGETROKKEN: _INGETROKKEN,
            },
        ),
        "onderteken": Overgang(
            (S.DEFINITIEF,), S.DEFINITIEF, "Ondertekenen kan als de aanvraag definitief is en nog niet is ingediend."
        ),
        "dien_in": Overgang(
            (S.DEFINITIEF,),
            S.INGEDIEND,
            "Maak de aanvraag eerst definitief; daarna kan zij worden ingediend.",
            {S.INGEDIEND: _INGEDIEND, S.BESLOTEN: _BESLOTEN, S.INGETROKKEN: _INGETROKKEN},
        ),
        "neem_over": Overgang((S.CONCEPT,), S.INGEDIEND, "Overnemen kan alleen in een lege aanvraag."),
        "trek_in": Overgang(
            (S.CONCEPT, S.GECONTROLEERD, S.DEFINITIEF),
            S.INGETROKKEN,
            "Deze aanvraag is al ingediend; vraag de financier om haar in te trekken.",
            {S.BESLOTEN: _BESLOTEN, S.INGETROKKEN: "Deze aanvraag is al ingetrokken."},
        ),
        "besluit": Overgang(
            (S.INGEDIEND,),
            S.BESLOTEN,
            "Er is nog niets om over te besluiten: de aanvraag is niet ingediend.",
            {S.BESLOTEN: _BESLOTEN, S.INGETROKKEN: _INGETROKKEN},
        ),
    }
)
