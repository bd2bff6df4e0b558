"""Wat er om elke pagina heen staat: wie u bent, namens wie, en waar u heen kunt."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Flask, current_app, g

_SLEUTEL = "dakpan.schil"
_KAAL = "dakpan_kale_schil"


@dataclass(frozen=True, slots=True)
class Ingang:
    """Eén ingang van het hoofdmenu. ``aantal``: hoeveel er daar op u wacht; ``wat`` zegt het aan wie luistert."""

    label: str
    url: str
    huidig: bool = False
    aantal: int = 0
    wat: str = ""


@dataclass(frozen=True, slots=True)
class Wissel:
    """Een ander lidmaatschap waarmee deze persoon verder kan."""

    id: str
    naam: str


@dataclass(frozen=True, slots=True)
class Schil:
    """``naam`` is leeg voor wie niet is aangemeld. ``huisstijl``: van welke financier zijn de kleuren?

    ``stil_na``: na hoeveel seconden niets doen wordt iemand afgemeld; ``ping`` houdt hem aangemeld.
    """

    naam: str = ""
    namens: str = ""
    begin: str = "/"
    navigatie: tuple[Ingang, ...] = ()
    wissels: tuple[Wissel, ...] = ()
    wissel_url: str = ""
    afmelden: str = ""
    huisstijl: str | None = None
    demo: bool = False
    stil_na: int = 0
    ping: str = ""
    voetlinks: tuple[tuple[str, str], ...] = ()


def koppel_schil(app: Flask, *, demo: bool) -> None:
    """Geeft elk sjabloon ``schil``; wie aanmelden verzorgt, levert haar met ``levert_schil``."""
    app.extensions[_SLEUTEL] = lambda: Schil(demo=demo)
    app.context_processor(_voor_sjabloon)


def levert_schil(app: Flask, maak: Callable[[], Schil]) -> None:
    """Voortaan maakt deze functie bij elk verzoek de schil."""
    app.extensions[_SLEUTEL] = maak


def zonder_schil() -> None:
    """Voor een storing: de pagina vraagt dan niets meer aan de rest van het programma."""
    g.setdefault(_KAAL, True)


def _voor_sjabloon() -> dict[str, Any]:
    kaal = g.get(_KAAL, False)
    schil: Schil = Schil() if kaal else current_app.extensions[_SLEUTEL]()
    return {"schil": schil}
