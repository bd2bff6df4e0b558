"""De vaste keuzes van een aanvraag."""

from enum import StrEnum


class Doelgroep(StrEnum):
    """Onder welke groep valt de persoon?"""

    SFB = "sfb"
    PARTICIPATIEWET = "participatiewet"
    BANENAFSPRAAK = "banenafspraak"
    BIJSTAND = "bijstand"
    GEBOREN_BUITEN_NEDERLAND = "geboren_buiten_nederland"
    MAATWERK = "maatwerk"


class Dienstverbandsoort(StrEnum):
    """Wat voor contract is het?"""

    ONBEPAALDE_TIJD = "onbepaalde_tijd"
    BEPAALDE_TIJD = "bepaalde_tijd"
    PROEFPLAATSING = "proefplaatsing"
    MIN_MAX = "min_max"
    NUL_UREN = "nul_uren"
    UITZEND = "uitzend"
    STAGE = "stage"
    LEEROVEREENKOMST = "leerovereenkomst"
    WERKERVARINGSPLAATS = "werkervaringsplaats"
    BBL = "bbl"
    DETACHERING = "detachering"
    ATC = "atc"
    SW = "sw"
    BESCHUT = "beschut"


class Aanvraagsoort(StrEnum):
    """De hoeveelste aanvraag is het?"""

    PROEFPLAATSING = "proefplaatsing"
    EERSTE_NA_PROEFPLAATSING = "eerste_na_proefplaatsing"
    EERSTE = "eerste"
    VERVOLG = "vervolg"


class Vorm(StrEnum):
    """Wie levert de jobcoach?"""

    EXTERN = "extern"
    INTERN = "intern"
    GEMEENTELIJK = "gemeentelijk"


class Jobcoachuitzondering(StrEnum):
    """Waarom mag een jobcoach beginnen die nog niet aan de eisen voldoet?"""

    LOPENDE_TOEKENNING = "lopende_toekenning"
    VERHUIZING = "verhuizing"
    STAGE_VSO_PRO = "stage_vso_pro"


class Regime(StrEnum):
    """Hoe zwaar is de begeleiding? (Begeleidingsregime)"""

    ZEER_LICHT = "zeer_licht"
    LICHT = "licht"
    MIDDEN = "midden"
    INTENSIEF = "intensief"
