"""Hoe een regelset zichzelf in één zin per onderwerp beschrijft."""

from collections.abc import Mapping
from dataclasses import dataclass

from dakpan.dossier.domain import Onderwerp
from dakpan.uitleg.berekening import Berekening, stap
from dakpan.uitleg.bron import Bron


@dataclass(frozen=True, slots=True)
class Kenmerk:
    """Wat zegt deze regelset over één onderwerp, en waar staat dat?"""

    tekst: str
    bron: Bron


@dataclass(frozen=True, slots=True)
class Kenmerken:
    """Wat zegt deze regelset per onderwerp? Een onderwerp dat ontbreekt is niet in bron."""

    per_onderwerp: Mapping[Onderwerp, Kenmerk]


def beschrijf(regelset: str, kenmerken: Mapping[Onderwerp, Kenmerk]) -> Berekening[Kenmerken]:
    """De kenmerken met bij elk de stap die de bron noemt."""
    stappen = tuple(
        stap(f"{regelset}.kenmerk.{onderwerp.name.lower()}", "{tekst}", tekst=k.tekst, uitkomst=k.tekst, bron=k.bron)
        for onderwerp, k in kenmerken.items()
    )
    return Berekening(Kenmerken(kenmerken), stappen)
