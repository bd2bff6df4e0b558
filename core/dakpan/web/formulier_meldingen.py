"""Meldingen bij velden zoals zij op een scherm horen."""

import re

from dakpan.web.vertaling import InHetNederlands, vertaling

_ISO_DATUM = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_ISO_GETAL = re.compile(r"(?<![\d.])(?<!par\. )(\d+)\.(\d{2})(?![\d.])")


def voor_scherm(melding: str) -> str:
    """De melding van het contract in de taal van de lezer; blijft zij Nederlands, dan is zij zo gemerkt."""
    vertaald = vertaling(melding)
    if vertaald is not None:
        return _ISO_DATUM.sub(r"\3-\2-\1", vertaald)
    zonder = melding.replace(", zonder aanhalingstekens", "").replace(" tussen aanhalingstekens", "")
    return InHetNederlands(_ISO_GETAL.sub(r"\1,\2", _ISO_DATUM.sub(r"\3-\2-\1", zonder)))
