"""Antwoorden bij naam: van genest naar plat en terug, en wat er gebeurt als twee mensen tegelijk schreven."""

import json
from collections.abc import Collection, Mapping
from hashlib import sha256
from typing import Any, NamedTuple

Json = dict[str, Any]
_LENGTE = 12


def plat(antwoorden: Mapping[str, Any], voor: str = "") -> Json:
    """Elk antwoord onder zijn volle naam, zoals ``aanvraag.jobcoach.hbo``."""
    uit: Json = {}
    for sleutel, waarde in antwoorden.items():
        if isinstance(waarde, Mapping):
            uit |= plat(waarde, f"{voor}{sleutel}.")
        else:
            uit[f"{voor}{sleutel}"] = waarde
    return uit


def genest(antwoorden: Mapping[str, Any]) -> Json:
    """Platte antwoorden in de vorm van het formulier."""
    boom: Json = {}
    for naam, waarde in antwoorden.items():
        *weg, laatste = naam.split(".")
        tak = boom
        for deel in weg:
            tak = tak.setdefault(deel, {})
        tak[laatste] = waarde
    return boom


def is_leeg(waarde: object) -> bool:
    """Niets ingevuld, niets gekozen of geen vinkje."""
    return waarde is None or waarde is False or waarde in ("", [])


def afdruk(waarde: Any) -> str:
    """Een korte vingerafdruk: genoeg om te merken dat een antwoord veranderde, zonder het mee te sturen."""
    if is_leeg(waarde):
        return ""
    vast = sorted(waarde) if isinstance(waarde, list) else waarde
    return sha256(json.dumps(vast, sort_keys=True).encode()).hexdigest()[:_LENGTE]


def afdrukken(velden: Collection[str], antwoorden: Mapping[str, Any]) -> dict[str, str]:
    """Wat iemand zag toen hij de pagina opende; wat leeg was staat er niet in."""
    alle = {veld: afdruk(antwoorden.get(veld)) for veld in velden}
    return {veld: gezien for veld, gezien in alle.items() if gezien}


class Gemengd(NamedTuple):
    """Wat er na het mengen geldt; ``van_ander`` kwam er van een ander bij, over ``botsing`` moet iemand kiezen."""

    antwoorden: Json
    van_ander: tuple[str, ...]
    botsing: tuple[str, ...]


def meng(
    velden: Collection[str], nu: Mapping[str, Any], van_u: Mapping[str, Any], gezien: Mapping[str, str]
) -> Gemengd:
    """Per vraag: wie haar als enige veranderde krijgt gelijk; deden twee het verschillend, dan botst het."""
    samen: Json = {}
    van_ander: list[str] = []
    botsing: list[str] = []
    for veld in velden:
        hun, uw, zag = afdruk(nu.get(veld)), afdruk(van_u.get(veld)), gezien.get(veld, "")
        overnemen = hun not in (uw, zag)
        if overnemen:
            (van_ander if uw == zag else botsing).append(veld)
        gekozen = nu if overnemen and uw == zag else van_u
        if veld in gekozen:
            samen[veld] = gekozen[veld]
    return Gemengd(samen, tuple(van_ander), tuple(botsing))
