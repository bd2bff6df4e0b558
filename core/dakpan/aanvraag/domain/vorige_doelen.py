"""De doelen van de vorige periode in een vervolg: hoe heten hun antwoorden, en wat kan er van een doel terechtkomen?"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

# Er zijn acht doelen om uit te kiezen; een plan heeft er ten hoogste drie.
MEESTE_VORIGE_DOELEN = 8
UIT = "doelen_uit"
NUMMERS = range(1, MEESTE_VORIGE_DOELEN + 1)
_DEEL = "aanvulling."


class Doeluitkomst(StrEnum):
    """Is het doel bereikt? ``deels``: er is iets van bereikt, en het waarom zegt wat."""

    BEREIKT = "bereikt"
    DEELS = "deels"
    NIET = "niet"


class VorigDoel(NamedTuple):
    """Eén hoofddoel van toen, met wat de aanvrager erover zegt."""

    nummer: int
    tekst: str
    bereikt: str = ""
    waarom: str = ""

    @property
    def veld_bereikt(self) -> str:
        return f"{_DEEL}{naam_bereikt(self.nummer)}"

    @property
    def veld_waarom(self) -> str:
        return f"{_DEEL}{naam_waarom(self.nummer)}"


def naam_doel(nummer: int) -> str:
    return f"doel_{nummer}"


def naam_bereikt(nummer: int) -> str:
    return f"doel_{nummer}_bereikt"


def naam_waarom(nummer: int) -> str:
    return f"doel_{nummer}_waarom"


# Wat uit de vorige zaak is gelezen: niemand typt het, en niemand hoeft het na te kijken.
VASTE_VELDEN = frozenset(f"{_DEEL}{naam}" for naam in (UIT, *map(naam_doel, NUMMERS)))


def als_vaste_velden(teksten: list[str], bron: str) -> dict[str, str]:
    """De doelen van toen onder de namen van het formulier, met de aanvraag waar zij uit komen. Geen doelen: leeg."""
    if not teksten:
        return {}
    velden = {f"{_DEEL}{naam_doel(nummer)}": tekst for nummer, tekst in zip(NUMMERS, teksten, strict=False)}
    return {f"{_DEEL}{UIT}": bron, **velden}


def lees_vorige_doelen(aanvulling: Mapping[str, Any]) -> Iterator[VorigDoel]:
    """Elk doel van toen, met wat er al over is gezegd."""
    for nummer in NUMMERS:
        tekst = aanvulling.get(naam_doel(nummer))
        if tekst:
            bereikt, waarom = aanvulling.get(naam_bereikt(nummer), ""), aanvulling.get(naam_waarom(nummer), "")
            yield VorigDoel(nummer, tekst, bereikt, waarom)
