"""JSON van een bestand of van de standaardinvoer; wat geen goed object is, is een invoerfout."""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from dakpan.invoer.fouten import fout_bij

BESTAND = "bestand"
STANDAARDINVOER = "-"
CIJFERS_TEN_HOOGSTE = 1_000


def lees_json(pad: str) -> dict[str, Any]:
    """Het JSON-object in een bestand; ``-`` leest de standaardinvoer."""
    try:
        ruw = _standaardinvoer() if pad == STANDAARDINVOER else Path(pad).read_bytes()
    except (OSError, ValueError) as fout:
        raise fout_bij(BESTAND, f"'{pad}' kan niet worden gelezen: {_reden(fout)}") from fout
    return ontleed(ruw)


def _standaardinvoer() -> bytes:
    """Wat er binnenkomt; een gesloten standaardinvoer bestaat voor Python niet eens."""
    return sys.stdin.buffer.read() if sys.stdin is not None else b""


def ontleed(ruw: bytes) -> dict[str, Any]:
    """Het JSON-object in deze bytes. NaN, dubbele sleutels en lijsten worden geweigerd."""
    if not ruw.strip():
        raise fout_bij(BESTAND, "hier staat niets; geef een JSON-object, zie --help voor een voorbeeld")
    try:
        tekst = ruw.decode("utf-8-sig")
        gelezen = json.loads(tekst, parse_int=_geheel, parse_constant=_weiger, object_pairs_hook=_zonder_dubbele)
    except UnicodeDecodeError as fout:
        raise fout_bij(BESTAND, "de tekst is geen UTF-8; sla het bestand op als UTF-8") from fout
    except json.JSONDecodeError as fout:
        plek = f"regel {fout.lineno}, teken {fout.colno}"
        raise fout_bij(BESTAND, f"dit is geen geldige JSON ({plek}); controleer komma's en haken") from fout
    except RecursionError as fout:
        raise fout_bij(BESTAND, "dit is geen bruikbare JSON: te veel haken binnen elkaar; maak het plat") from fout
    except ValueError as fout:
        raise fout_bij(BESTAND, f"dit is geen bruikbare JSON: {fout}") from fout
    if not isinstance(gelezen, dict):
        raise fout_bij(BESTAND, "hier hoort een JSON-object te staan, tussen { en }")
    return gelezen


def _reden(fout: OSError | ValueError) -> str:
    match fout:
        case FileNotFoundError():
            return "het bestaat niet; controleer de naam"
        case IsADirectoryError():
            return "het is een map; kies een bestand"
        case PermissionError():
            return "het mag niet; controleer de rechten"
        case _:
            return "het lukt niet; controleer de naam"


def _geheel(cijfers: str) -> int:
    if len(cijfers) > CIJFERS_TEN_HOOGSTE:
        raise ValueError(f"een getal van {len(cijfers)} cijfers is te lang; ten hoogste {CIJFERS_TEN_HOOGSTE}")
    return int(cijfers)


def _weiger(naam: str) -> None:
    raise ValueError(f"{naam} is geen getal; laat het veld weg of gebruik null")


def _zonder_dubbele(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    object_ = dict(paren)
    if len(object_) < len(paren):
        dubbel, _ = Counter(naam for naam, _ in paren).most_common(1)[0]
        raise ValueError(f"de sleutel '{dubbel}' staat er twee keer; houd er één")
    return object_
