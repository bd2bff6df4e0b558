"""Hoe is deze installatie ingericht? Uit de omgeving of uit ``dakpan.toml``; de omgeving gaat voor."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.invoer.velden import lees_datum

VOORVOEGSEL = "DAKPAN_"
BESTAND = "dakpan.toml"
KORTSTE_GEHEIM, LANG_WOORD = 32, 6
_ZWAK = ("geheim", "secret", "changeme", "password", "wachtwoord", "test", "dakpan", "demo")


@dataclass(frozen=True, slots=True)
class Instellingen:
    """Alles wat per installatie verschilt. ``bsn_sleutels``: de eerste versleutelt, alle ontsleutelen."""

    database: str
    geheime_sleutel: str = field(repr=False)
    bsn_sleutels: tuple[str, ...] = field(repr=False)
    bsn_zoeksleutel: str = field(repr=False)
    tenants_map: Path | None = None
    vandaag: date | None = None
    demo: bool = False
    https: bool = True
    adres: str = "http://127.0.0.1:8000"
    post_map: Path | None = None
    smtp: str | None = field(default=None, repr=False)
    afzender: str = "dakpan@localhost"
    stil_na_minuten: int = 30
    vertrouwde_proxy: str | None = None


def lees_instellingen(omgeving: Mapping[str, str] | None = None, bestand: Path | None = None) -> Instellingen:
    """De instellingen voor echt gebruik, of één ``InvoerFout`` met alles wat ontbreekt of zwak is."""
    omgeving = os.environ if omgeving is None else omgeving
    waarden = _uit_bestand(bestand or Path(omgeving.get(f"{VOORVOEGSEL}INSTELLINGEN", BESTAND)))
    namen = {een.name for een in fields(Instellingen)} - {"demo"}
    waarden |= {naam: omgeving[VOORVOEGSEL + naam.upper()] for naam in namen if VOORVOEGSEL + naam.upper() in omgeving}
    if "tenants_map" not in waarden and omgeving.get("DAKPAN_TENANTS"):
        waarden["tenants_map"] = omgeving["DAKPAN_TENANTS"]
    fouten = [
        Veldfout(naam, f"deze instelling bestaat niet; kies uit {', '.join(sorted(namen))}")
        for naam in sorted(set(waarden) - namen)
    ]
    gelezen: dict[str, Any] = {}
    for naam in sorted(namen & set(waarden)):
        try:
            gelezen[naam] = _lees(naam, waarden[naam])
        except ValueError as fout:
            fouten.append(Veldfout(naam, str(fout)))
    fouten += [
        Veldfout(een, f"ontbreekt; zet {VOORVOEGSEL}{een.upper()} of {een} in {BESTAND}")
        for een in ("database", "geheime_sleutel", "bsn_sleutels", "bsn_zoeksleutel")
        if een not in waarden
    ]
    fouten += _zelfde_geheim(gelezen)
    if fouten:
        raise InvoerFout(*fouten)
    return Instellingen(**gelezen)


def _zelfde_geheim(gelezen: Mapping[str, Any]) -> list[Veldfout]:
    """Elk geheim heeft zijn eigen doel: wie er een in handen krijgt heeft dan niet alles."""
    geheimen = [gelezen.get("geheime_sleutel"), gelezen.get("bsn_zoeksleutel"), *gelezen.get("bsn_sleutels", ())]
    bekend = [geheim for geheim in geheimen if geheim is not None]
    if len(set(bekend)) == len(bekend):
        return []
    return [Veldfout("geheime_sleutel", "dit geheim wordt ook ergens anders voor gebruikt; maak er voor elk doel een")]


def _uit_bestand(pad: Path) -> dict[str, Any]:
    if not pad.is_file():
        return {}
    try:
        return tomllib.loads(pad.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fout:
        raise InvoerFout(Veldfout(str(pad), f"kan niet worden gelezen: {fout}")) from fout


def _lees(naam: str, waarde: Any) -> Any:
    match naam:
        case "geheime_sleutel" | "bsn_zoeksleutel":
            return sterk(str(waarde))
        case "bsn_sleutels":
            delen = waarde if isinstance(waarde, list) else str(waarde).split(",")
            return tuple(sterk(str(deel).strip()) for deel in delen)
        case "tenants_map" | "post_map":
            return Path(str(waarde))
        case "vandaag":
            return waarde if isinstance(waarde, date) else lees_datum(str(waarde))
        case "https":
            return _ja_nee(waarde)
        case "stil_na_minuten":
            return _minuten(waarde)
        case _:
            return str(waarde)


def _ja_nee(waarde: Any) -> bool:
    if str(waarde).casefold() in {"true", "ja", "1"}:
        return True
    if str(waarde).casefold() in {"false", "nee", "0"}:
        return False
    raise ValueError("schrijf true of false")


def _minuten(waarde: Any) -> int:
    if not str(waarde).isdecimal() or not 5 <= int(str(waarde)) <= 480:
        raise ValueError("schrijf een aantal minuten van 5 tot en met 480")
    return int(str(waarde))


def sterk(geheim: str) -> str:
    """Een geheim dat niet te raden is: lang genoeg, genoeg verschillende tekens, geen bekend woord en geen rijtje."""
    kaal = geheim.casefold()
    if len(geheim) < KORTSTE_GEHEIM or len(set(geheim)) < 12 or _is_bekend(kaal) or _is_rijtje(kaal):
        raise ValueError(
            f"dit geheim is te zwak: gebruik ten minste {KORTSTE_GEHEIM} willekeurige tekens, "
            'bijvoorbeeld uit: python3 -c "import secrets; print(secrets.token_urlsafe(48))"'
        )
    return geheim


def _is_bekend(geheim: str) -> bool:
    """Begint het met een bekend woord, of staat er een lang bekend woord in?"""
    return any(geheim.startswith(woord) or (len(woord) >= LANG_WOORD and woord in geheim) for woord in _ZWAK)


def _is_rijtje(geheim: str) -> bool:
    """Volgt de helft van de tekens op het teken ervoor, zoals in het alfabet, of herhaalt het zich?"""
    stappen = [ord(na) - ord(voor) for voor, na in pairwise(geheim)]
    op_rij = sum(stap in {-1, 0, 1} for stap in stappen)
    herhaalt = any(
        geheim == (geheim[:lengte] * len(geheim))[: len(geheim)] for lengte in range(1, len(geheim) // 2 + 1)
    )
    return 2 * op_rij >= len(stappen) or herhaalt
