"""Controles die meer dan één schema gebruikt."""

from typing import Any

from marshmallow import ValidationError

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag


def boven_nul(bedrag: Bedrag) -> None:
    """Een tarief of prijs is altijd meer dan nul."""
    if bedrag <= NUL_EURO:
        raise ValidationError("dit bedrag moet boven 0.00 liggen")


def eind_na_begin(gegevens: dict[str, Any]) -> None:
    """Een eind ligt nooit voor zijn begin; de fout staat bij het eind."""
    begin, eind = gegevens.get("begin"), gegevens.get("eind")
    if begin is not None and eind is not None and eind < begin:
        raise ValidationError(f"de einddatum ligt voor de begindatum {begin}; draai ze om", "eind")
