"""Meldingen bij velden zoals zij op een scherm horen."""

import re

_ISO_DATUM = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_ISO_GETAL = re.compile(r"(?<![\d.])(?<!par\. )(\d+)\.(\d{2})(?![\d.])")


class InHetNederlands(str):
    """Een melding van een regel of schema: die blijft Nederlands, ook op een Engelse pagina."""

    __slots__ = ()
    taal = "nl"


def voor_scherm(melding: str) -> InHetNederlands:
    """De melding van het contract met Nederlandse datums en getallen, zonder raad over aanhalingstekens."""
    zonder = melding.replace(", zonder aanhalingstekens", "").replace(" tussen aanhalingstekens", "")
    return InHetNederlands(_ISO_GETAL.sub(r"\1,\2", _ISO_DATUM.sub(r"\3-\2-\1", zonder)))
