"""De keuzelijsten van het register: regio's, specialisaties en certificaten. Zij zijn gegevens, geen code."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _bestand() -> Mapping[str, Any]:
    return tomllib.loads(files("dakpan.partijen").joinpath("register.toml").read_text(encoding="utf-8"))


def regios() -> Mapping[str, str]:
    """De regio's, van code naar naam."""
    lijst: Mapping[str, str] = _bestand()["regios"]
    return lijst


def specialisaties() -> Mapping[str, str]:
    """Waarin een organisatie goed kan zijn, van code naar naam."""
    lijst: Mapping[str, str] = _bestand()["specialisaties"]
    return lijst


def certificaten() -> Mapping[str, str]:
    """Welke papieren een coach kan hebben, van code naar naam."""
    return {code: een["naam"] for code, een in _bestand()["certificaten"].items()}


def vult(soort: str) -> str | None:
    """Welke vraag van de aanvraag beantwoordt dit certificaat? None: geen enkele."""
    gevonden: str | None = _bestand()["certificaten"].get(soort, {}).get("vult")
    return gevonden
