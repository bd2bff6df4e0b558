"""Bronnen, bevindingen en stappen zoals het rekencontract ze schrijft."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dakpan.uitleg.berekening import Stap
from dakpan.uitleg.bevinding import Bevinding
from dakpan.uitleg.bron import Bron, Zekerheid
from dakpan.uitleg.tonen import in_contract


def bron_als_json(bron: Bron) -> dict[str, Any]:
    """Titel, vindplaats en zekerheid; datum en url als zij bekend zijn, en of het is verzonnen."""
    json: dict[str, Any] = {"titel": bron.titel, "vindplaats": bron.vindplaats, "zekerheid": bron.zekerheid.value}
    if bron.datum is not None:
        json["datum"] = bron.datum.isoformat()
    if bron.url is not None:
        json["url"] = bron.url
    if bron.verzonnen:
        json["verzonnen"] = True
    return json


def bron_uit_json(json: Mapping[str, Any]) -> Bron:
    """De bron zoals ``bron_als_json`` haar schreef."""
    datum = json.get("datum")
    return Bron(
        json["titel"],
        json["vindplaats"],
        Zekerheid(json["zekerheid"]),
        date.fromisoformat(datum) if datum else None,
        json.get("url"),
        json.get("verzonnen", False),
    )


def bevinding_als_json(bevinding: Bevinding) -> dict[str, Any]:
    """Code, ernst, de zin zelf en de bron."""
    return {
        "code": bevinding.code,
        "ernst": bevinding.ernst.value,
        "tekst": bevinding.tekst,
        "bron": bron_als_json(bevinding.bron),
    }


def stap_als_json(stap: Stap) -> dict[str, Any]:
    """De zin met haar waarden en uitkomst, zodat iemand de stap met de hand kan overdoen."""
    return {
        "code": stap.code,
        "tekst": stap.tekst,
        "waarden": {naam: in_contract(waarde) for naam, waarde in stap.waarden.items()},
        "uitkomst": None if stap.uitkomst is None else in_contract(stap.uitkomst),
        "bron": bron_als_json(stap.bron),
    }
