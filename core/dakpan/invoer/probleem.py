"""Een fout voor een programma: één problem+json-object (RFC 9457), met elk verkeerd veld erbij."""

from collections.abc import Sequence
from typing import Any

from dakpan.invoer.fouten import Veldfout

MEDIATYPE = "application/problem+json"


def als_probleem(
    soort: str, titel: str, status: int, fouten: Sequence[Veldfout] = (), uitleg: str = ""
) -> dict[str, Any]:
    """``soort`` is het laatste deel van het type; ``errors`` en ``detail`` staan er alleen als er iets te zeggen is."""
    probleem: dict[str, Any] = {"type": f"urn:dakpan:probleem:{soort}", "title": titel, "status": status}
    if uitleg:
        probleem["detail"] = uitleg
    if fouten:
        probleem["errors"] = [{"veld": fout.veld, "melding": fout.melding} for fout in fouten]
    return probleem
