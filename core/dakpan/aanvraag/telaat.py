"""Kwam de aanvraag te laat, met welke reden, en vond de beslisser die goed?"""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from dakpan.aanvraag.domain.termijn import Termijnsoort

Json = Mapping[str, Any]


class Telaat(NamedTuple):
    """Hoeveel dagen na de laatste dag om aan te vragen, en het oordeel over de reden die erbij stond."""

    dagen: int
    reden: str
    aanvaard: bool


def telaat_van(invoer: Json, uitkomst: Json) -> Telaat | None:
    """None: er stond geen reden bij, de aanvraag was op tijd, of tot wanneer aanvragen kan is niet in bron."""
    aanvraag: Json = invoer.get("aanvraag", {})
    reden, ontvangen = aanvraag.get("reden_te_laat"), aanvraag.get("ontvangen_op")
    soort = Termijnsoort.AANVRAAG_UITERLIJK.value
    uiterlijk = next((een["datum"] for een in uitkomst.get("termijnen", ()) if een["soort"] == soort), None)
    if not reden or ontvangen is None or uiterlijk is None:
        return None
    dagen = (date.fromisoformat(ontvangen) - date.fromisoformat(uiterlijk)).days
    return Telaat(dagen, reden, bool(aanvraag.get("reden_te_laat_aanvaard"))) if dagen > 0 else None
