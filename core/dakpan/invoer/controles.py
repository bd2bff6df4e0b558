"""Controles die meer dan één schema gebruikt."""

from typing import Any

from marshmallow import ValidationError

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.honderdsten import Honderdsten


def boven_nul(bedrag: Bedrag) -> None:
    """Een tarief of prijs is altijd meer dan nul."""
    if bedrag <= NUL_EURO:
        raise ValidationError("dit bedrag moet boven 0.00 liggen")


# Honderd miljoen: ruim boven alles wat echt voorkomt, en het past in elke database.
MEESTE_HONDERDSTEN = 100_000_000_00


def niet_te_groot(waarde: Honderdsten) -> None:
    """Een aantal uren of een bedrag dat wordt opgeslagen heeft een bovengrens."""
    if waarde.honderdsten > MEESTE_HONDERDSTEN:
        raise ValidationError("dit getal is te groot; kijk of er geen cijfer te veel staat")


def eind_na_begin(gegevens: dict[str, Any]) -> None:
    """Een eind ligt nooit voor zijn begin; de fout staat bij het eind."""
    begin, eind = gegevens.get("begin"), gegevens.get("eind")
    if begin is not None and eind is not None and eind < begin:
        raise ValidationError(f"de einddatum ligt voor de begindatum {begin:%d-%m-%Y}; draai ze om", "eind")
