"""Instellingen uit TOML. Elke fout noemt het bestand, de sleutel en wat eraan te doen is."""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from dakpan.invoer.raad import bedoelde_u

Tabel = dict[str, Any]

_PLAATS = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)")
_DATUM = re.compile(r"\d+[-/.]\d+[-/.]\d+")
_DUBBEL = re.compile("twice|overwrite|redefine|mutate|Duplicate")


T = TypeVar("T")


class OngeldigBestand(Exception):
    """Een instellingenbestand klopt niet; elke melding zegt waar en wat eraan te doen is."""

    def __init__(self, *meldingen: str) -> None:
        super().__init__("; ".join(meldingen))
        self.meldingen = meldingen


class Nakijker:
    """Kijkt alle delen van een bestand na en stopt dan pas, met elke fout tegelijk."""

    def __init__(self) -> None:
        self._meldingen: list[str] = []

    def probeer(self, lees: Callable[[], T]) -> T | None:
        """Het gelezen deel, of None als het niet klopt; de fout is dan onthouden."""
        try:
            return lees()
        except OngeldigBestand as fout:
            self._meldingen += fout.meldingen
            return None

    def stop_bij_fouten(self) -> None:
        """Geeft alle fouten in één keer terug."""
        if self._meldingen:
            raise OngeldigBestand(*self._meldingen)


@dataclass(frozen=True, slots=True)
class Plek:
    """Waar in welk bestand staat iets?"""

    bestand: str
    sleutel: str = ""

    def dieper(self, sleutel: object) -> "Plek":
        naam = str(sleutel) or '""'
        return Plek(self.bestand, f"{self.sleutel}.{naam}" if self.sleutel else naam)

    @property
    def kop(self) -> str:
        """De kop van deze tabel zoals hij in het bestand staat: zonder rijnummers, tussen haken."""
        return f"[{'.'.join(deel for deel in self.sleutel.split('.') if not deel.isdecimal())}]"

    def fout(self, melding: str) -> OngeldigBestand:
        return OngeldigBestand(f"{self.bestand}: {self.sleutel or 'bestand'}: {melding}")


def lees_toml(inhoud: str, plek: Plek) -> Tabel:
    """De tabel in een TOML-tekst; getallen met een punt worden Decimal, nooit een kommagetal."""
    try:
        return tomllib.loads(inhoud, parse_float=Decimal)
    except tomllib.TOMLDecodeError as fout:
        raise plek.fout(_schrijffout(inhoud, str(fout))) from fout


def _schrijffout(inhoud: str, engels: str) -> str:
    """Waar is de tekst geen TOML, en wat is er waarschijnlijk aan de hand?"""
    regels, plaats = inhoud.replace("\r\n", "\n").split("\n"), _PLAATS.search(engels)
    nummer, teken = plaats.groups() if plaats is not None else (None, None)
    waar = f"regel {nummer}, teken {teken}" if nummer else "aan het eind"
    raad = _schrijfraad(regels[int(nummer) - 1 if nummer else -1], engels)
    return f"{waar}: dit is geen geldige TOML; {raad} ({_PLAATS.sub('', engels)})"


def _schrijfraad(regel: str, engels: str) -> str:
    if _DUBBEL.search(engels):
        return "deze sleutel of kop staat er al; houd er één"
    if _DATUM.search(regel):
        return "schrijf een datum die bestaat als 2025-01-31, zonder aanhalingstekens"
    return "kijk of de haken, de aanhalingstekens en het =-teken kloppen"


def controleer_sleutels(tabel: Tabel, bekend: frozenset[str], plek: Plek) -> None:
    """Weigert elke sleutel die niet bestaat en raadt welke bedoeld was."""
    fouten = [
        str(plek.dieper(sleutel).fout(f"deze sleutel bestaat niet; {bedoelde_u(sleutel, sorted(bekend))}"))
        for sleutel in tabel
        if sleutel not in bekend
    ]
    if fouten:
        raise OngeldigBestand(*fouten)


def haal(tabel: Tabel, sleutel: str, soort: type, plek: Plek, standaard: object = None) -> Any:
    """De waarde bij een sleutel, van de gevraagde soort; zonder standaard is zij verplicht."""
    waarde, hier = tabel.get(sleutel, standaard), plek.dieper(sleutel)
    if waarde is None:
        raise hier.fout("deze sleutel is verplicht; vul hem in")
    if soort is dict and isinstance(waarde, list):
        raise hier.fout(f"hier hoort één tabel; schrijf {hier.kop} met enkele haken")
    juist = isinstance(waarde, soort) and not isinstance(waarde, datetime)
    if not juist or (soort is int and isinstance(waarde, bool)):
        raise hier.fout(f"{toon(waarde)} kan hier niet; hier hoort {_HOORT.get(soort, soort.__name__)}")
    return waarde


def toon(waarde: object) -> str:
    """Hoe heet deze waarde in een melding? Zoals zij in het bestand staat, nooit zoals Python haar schrijft."""
    match waarde:
        case dict():
            return "een tabel"
        case list():
            return "een lijst"
        case bool():
            return f"'{str(waarde).lower()}'"
        case _:
            return f"'{waarde}'"


_HOORT: Mapping[type, str] = {
    str: "een tekst tussen aanhalingstekens",
    date: "een datum zonder aanhalingstekens, zoals 2022-01-01",
    int: "een geheel getal",
    list: "een lijst tussen [ en ]",
    dict: "een tabel",
}
