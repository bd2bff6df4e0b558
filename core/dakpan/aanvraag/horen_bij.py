"""Welk antwoord telt alleen bij een ander antwoord? Wat niet meer van toepassing is wordt niet bewaard."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from dakpan.aanvraag.domain.tijdvakken import AFHANKELIJK, EERDER

# Het antwoord, de vraag waar het van afhangt, en bij welke antwoorden daarop het telt.
HOORT_BIJ: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "werkgever.iban": ("aanvraag.vorm", ("intern",)),
    "dienstverband.minimum_uren_per_week": ("dienstverband.soort", ("min_max",)),
    "aanvraag.motivering_intensief": ("aanvraag.regime", ("intensief",)),
    "jaar_bevestigd": ("aanvraag.soort", ("vervolg",)),
}


def van_toepassing(gegevens: Mapping[str, Any]) -> dict[str, Any]:
    """Dezelfde antwoorden, zonder wat bij een ander antwoord hoorde dan er nu staat."""
    over: dict[str, Any] = deepcopy(dict(gegevens))
    for veld, (vraag, waarden) in HOORT_BIJ.items():
        antwoord = _zoek(over, vraag)
        if antwoord is not None and antwoord not in waarden:
            _laat_weg(over, veld)
    aanvulling = over.get("aanvulling", {})
    if isinstance(aanvulling, Mapping) and not aanvulling.get(EERDER):
        over["aanvulling"] = {naam: een for naam, een in aanvulling.items() if naam not in AFHANKELIJK}
    return over


def _zoek(gegevens: Mapping[str, Any], veld: str) -> Any:
    deel, _, naam = veld.partition(".")
    binnen = gegevens.get(deel)
    return binnen.get(naam) if isinstance(binnen, Mapping) else None


def _laat_weg(gegevens: dict[str, Any], veld: str) -> None:
    deel, _, naam = veld.partition(".")
    if not naam:
        gegevens.pop(deel, None)
    elif isinstance(gegevens.get(deel), dict):
        gegevens[deel].pop(naam, None)
