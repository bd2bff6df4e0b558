"""Is een opdracht aan de database begrensd tot wat van de vrager is? Gelezen uit de tekst die werkelijk vertrekt.

Elke keer dat een tabel met zaakgegevens in een opdracht staat heeft zij een eigen grens nodig: ``tenant_id = mijn`` of
``organisatie_id = mijn``, en ``kant IN (wat ik mag zien)``. Wie via een link komt heeft er één: ``id IN (mijn rijen)``.
Wat niet wordt herkend, wordt geweigerd.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import event
from sqlalchemy.orm import Mapper

from dakpan.opslag.basis import Basis, Organisatiegegevens, Zaakgegevens
from dakpan.opslag.vrager import Vrager

NIEMAND = UUID(int=0)
Waarden = Mapping[str, Any] | Sequence[Any]

_PARAMETER = r"(?:\?|%\(\w+\)s(?:::[A-Z]+)?)"
_GELIJK = re.compile(rf'(?<![\w."])(\w+)\.(tenant_id|organisatie_id) = ({_PARAMETER})')
_LIJST = re.compile(rf'(?<![\w."])(\w+)\.(kant|id) IN \(({_PARAMETER}(?:, {_PARAMETER})*)\)')
_NAAM = re.compile(r"%\((\w+)\)s")


class Grens(NamedTuple):
    """Welke kolom van welke tabel (of haar alias) is begrensd, met welke parameters (naam of plaats)?"""

    alias: str
    kolom: str
    parameters: tuple[str | int, ...]


class Keuring(NamedTuple):
    """Hoe vaak staat elke beschermde tabel in de opdracht, en welke grenzen staan erbij?"""

    van_zaken: Counter[str]
    van_organisaties: Counter[str]
    grenzen: tuple[Grens, ...]

    @property
    def raakt_zaken(self) -> bool:
        return bool(self.van_zaken or self.van_organisaties)

    @property
    def aantal(self) -> int:
        """Hoe vaak wordt een beschermde tabel genoemd?"""
        return self.van_zaken.total() + self.van_organisaties.total()

    def bezwaar(self, vrager: Vrager, waarden: Waarden) -> str:
        """Welke tabel is niet begrensd tot de vrager? Leeg: alles klopt."""
        begrensd = Counter(
            (grens.alias, grens.kolom)
            for grens in self.grenzen
            if _klopt(grens.kolom, [waarden[een] for een in grens.parameters], vrager)  # type: ignore[index]
        )
        eisen = [(alias, aantal, kolom) for alias, aantal in self.van_zaken.items() for kolom in _eisen(vrager)]
        eisen += [(alias, aantal, "organisatie_id") for alias, aantal in self.van_organisaties.items()]
        ontbreekt = [f"{alias}.{kolom}" for alias, aantal, kolom in eisen if begrensd[alias, kolom] < aantal]
        return f"geen grens op {', '.join(ontbreekt)}" if ontbreekt else ""


def _eisen(vrager: Vrager) -> tuple[str, ...]:
    """Welke kolommen moeten begrensd zijn? Voor wie via een link komt is dat de rij zelf."""
    if vrager.via_link:
        return ("id",)
    return ("tenant_id" if vrager.tenant_id is not None else "organisatie_id", "kant")


def _klopt(kolom: str, waarden: list[Any], vrager: Vrager) -> bool:
    """Is dit een grens van de vrager? Op SQLite is een id tekst, op PostgreSQL niet."""
    if kolom == "kant":
        return {str(waarde) for waarde in waarden} <= set(vrager.zichtbaar)
    if kolom == "id":
        return vrager.via_link and {UUID(str(waarde)) for waarde in waarden} <= vrager.rijen
    if kolom == "tenant_id":
        return waarden == [vrager.tenant_id]
    return all(waarde is not None and UUID(str(waarde)) == (vrager.organisatie_id or NIEMAND) for waarde in waarden)


@lru_cache(maxsize=4096)
def keur(opdracht: str) -> Keuring:
    """De keuring van deze tekst; dezelfde tekst wordt één keer gelezen."""
    van_zaken: Counter[str] = Counter()
    van_organisaties: Counter[str] = Counter()
    for gevonden in _vermelding().finditer(opdracht):
        soort = van_zaken if beschermd()[gevonden["tabel"].casefold()] is Zaakgegevens else van_organisaties
        soort[gevonden["alias"] or gevonden["tabel"]] += 1
    if not van_zaken and not van_organisaties:
        return Keuring(van_zaken, van_organisaties, ())
    grenzen = [Grens(een[1], een[2], _plaatsen(opdracht, een, 3)) for een in _GELIJK.finditer(opdracht)]
    grenzen += [Grens(een[1], een[2], _plaatsen(opdracht, een, 3)) for een in _LIJST.finditer(opdracht)]
    return Keuring(van_zaken, van_organisaties, tuple(grenzen))


def _plaatsen(opdracht: str, gevonden: re.Match[str], groep: int) -> tuple[str | int, ...]:
    """De namen van de parameters, of hun volgnummers waar zij alleen een vraagteken zijn."""
    namen = _NAAM.findall(gevonden[groep])
    if namen:
        return tuple(namen)
    eerder = opdracht.count("?", 0, gevonden.start(groep))
    return tuple(range(eerder, eerder + gevonden[groep].count("?")))


@cache
def beschermd() -> Mapping[str, type]:
    """Elke tabel die de wacht bewaakt, met haar soort. Een nieuwe tabel doet vanzelf mee."""
    soorten: dict[str, type] = {}
    for mapper in Basis.registry.mappers:
        for soort in (Zaakgegevens, Organisatiegegevens):
            if issubclass(mapper.class_, soort):
                soorten[str(mapper.local_table)] = soort
    return soorten


@cache
def _vermelding() -> re.Pattern[str]:
    """Waar staat een beschermde tabel als tabel, ook achter ``main.``, maar niet als voorvoegsel van een kolom?"""
    namen = "|".join(sorted(beschermd(), key=len, reverse=True)) or "(?!)"
    return re.compile(rf'(?<!\w)"?(?P<tabel>{namen})"?(?![\w.])(?:\s+AS\s+(?P<alias>\w+))?', re.IGNORECASE)


@event.listens_for(Mapper, "after_configured")
def _opnieuw() -> None:
    """Er kwam een tabel bij: lees alles opnieuw."""
    for bewaard in (beschermd, _vermelding, keur):
        bewaard.cache_clear()
