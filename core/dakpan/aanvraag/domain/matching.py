"""De matching van werknemer en werk: vijf aspecten, elk van drie kanten bekeken."""

from enum import StrEnum


class Aspect(StrEnum):
    """Waarop worden werknemer en werk vergeleken?"""

    CAPACITEITEN = "capaciteiten"
    LEREN = "leren"
    CONTEXT = "context"
    IDENTITEIT = "identiteit"
    WENSEN = "wensen"


class Kolom(StrEnum):
    """Van welke kant bekeken?"""

    WERKNEMER = "werknemer"
    WERK = "werk"
    MATCH = "match"
