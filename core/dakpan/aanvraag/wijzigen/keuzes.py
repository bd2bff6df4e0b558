"""Waaruit iemand kiest bij een wijziging."""

from enum import StrEnum


class Akkoord(StrEnum):
    """Hoe weet wie dit invult dat de cliënt het zo wil? Met een link zegt de cliënt het zelf."""

    ZELF = "zelf"
    PAPIER = "papier"
    GESPREK = "gesprek"
    LINK = "link"


class Aanwerk(StrEnum):
    """Wat verandert er aan het werk?"""

    UREN = "uren"
    EINDE = "einde"
    VERLENGING = "verlenging"
    INKOMEN = "inkomen"
    ANDERS = "anders"


class Bijwerkgever(StrEnum):
    """Wat verandert er bij de werkgever?"""

    WERKPLEK = "werkplek"
    NIEUW = "nieuw"
    SURSEANCE = "surseance"
    FAILLIET = "failliet"


class Bijopleiding(StrEnum):
    """Wat verandert er aan opleiding of stage?"""

    ANDERE = "andere"
    GESTOPT = "gestopt"


class Bijverzuim(StrEnum):
    """Wat voor verzuim is het?"""

    ZIEK = "ziek"
    BETER = "beter"
    VERLOF = "verlof"


class Nietsamen(StrEnum):
    """Waarom is een volgende wijziging niet bij de eerdere op te tellen?"""

    NA_BEZWAAR = "na_bezwaar"
    NIET_DOORGEREKEND = "niet_doorgerekend"
    ZELFDE_DAG = "zelfde_dag"
    AL_EEN_EINDE = "al_een_einde"
