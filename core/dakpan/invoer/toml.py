"""Instellingen uit TOML. Elke fout noemt het bestand, de sleutel en wat eraan te doen is."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

Tabel = dict[str, Any]


class OngeldigBestand(Exception):
    """Een instellingenbestand klopt niet; de melding zegt waar en wat eraan te doen is."""


@dataclass(frozen=True, slots=True)
class Plek:
    """Waar in welk bestand staat iets?"""

    bestand: str
    sleutel: str = ""

    def dieper(self, sleutel: object) -> "Plek":
        return Plek(self.bestand, f"{self.sleutel}.{sleutel}" if self.sleutel else str(sleutel))

    def fout(self, melding: str) -> OngeldigBestand:
        return OngeldigBestand(f"{self.bestand}: {self.sleutel or 'bestand'}: {melding}")


def lees_toml(inhoud: str, plek: Plek) -> Tabel:
    """De tabel in een TOML-tekst; getallen met een punt worden Decimal, nooit een kommagetal."""
    try:
        return tomllib.loads(inhoud, parse_float=Decimal)
    except tomllib.TOMLDecodeError as fout:
        raise plek.fout(f"dit is geen geldige TOML: {fout}") from fout


def controleer_sleutels(tabel: Tabel, bekend: frozenset[str], plek: Plek) -> None:
    """Weigert een sleutel die niet bestaat en raadt welke bedoeld was."""
    for sleutel in tabel:
        if sleutel not in bekend:
            raad = get_close_matches(sleutel, bekend, n=1)
            hint = f"bedoelde u '{raad[0]}'?" if raad else f"kies uit {', '.join(sorted(bekend))}"
            raise plek.dieper(sleutel).fout(f"deze sleutel bestaat niet; {hint}")


def haal(tabel: Tabel, sleutel: str, soort: type, plek: Plek, standaard: object = None) -> Any:
    """De waarde bij een sleutel, van de gevraagde soort; zonder standaard is zij verplicht."""
    waarde = tabel.get(sleutel, standaard)
    if waarde is None:
        raise plek.dieper(sleutel).fout("deze sleutel is verplicht; vul hem in")
    juist = isinstance(waarde, soort) and not isinstance(waarde, datetime)
    if not juist or (soort is int and isinstance(waarde, bool)):
        raise plek.dieper(sleutel).fout(f"'{waarde}' kan hier niet; hier hoort {_HOORT.get(soort, soort.__name__)}")
    return waarde


_HOORT: Mapping[type, str] = {
    str: "een tekst tussen aanhalingstekens",
    date: "een datum zonder aanhalingstekens, zoals 2022-01-01",
    int: "een geheel getal",
    list: "een lijst tussen [ en ]",
    dict: "een tabel",
}
