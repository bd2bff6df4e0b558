"""Is een opdracht aan de database begrensd tot wat van de vrager is? Gelezen uit de tekst die werkelijk vertrekt.

Elke keer dat een tabel met zaakgegevens wordt gelezen geldt daar altijd een grens: ``tenant_id = mijn`` of
``organisatie_id = mijn``, en ``kant IN (wat ik mag zien)``. Voor wie via een link komt geldt er één: ``id IN (mijn
rijen)``. Wat niet wordt herkend, wordt geweigerd.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import event
from sqlalchemy.orm import Mapper

from dakpan.opslag.basis import Basis, Organisatiegegevens, Zaakgegevens
from dakpan.opslag.ontleding import Plek, plekken
from dakpan.opslag.vrager import Vrager

NIEMAND = UUID(int=0)
Waarden = Mapping[str, Any] | Sequence[Any]


class Keuring(NamedTuple):
    """Hoe vaak wordt een beschermde tabel genoemd, waar wordt er een gelezen, en wat geldt daar altijd?"""

    aantal: int
    gelezen: tuple[Plek, ...]

    @property
    def raakt_zaken(self) -> bool:
        return self.aantal > 0

    def bezwaar(self, vrager: Vrager, waarden: Waarden) -> str:
        """Welke tabel is niet begrensd tot de vrager? Leeg: alles klopt."""
        if len(self.gelezen) != self.aantal:
            return "een tabel met zaakgegevens op een plek die de wacht niet herkent: geen grens"
        ontbreekt = [f"{plek.alias}.{kolom}" for plek in self.gelezen for kolom in _mist(plek, vrager, waarden)]
        return f"geen grens op {', '.join(ontbreekt)}" if ontbreekt else ""


def _mist(plek: Plek, vrager: Vrager, waarden: Waarden) -> Iterator[str]:
    """Welke grens van deze vrager staat niet bij deze plek?"""
    for kolom in _nodig(plek, vrager):
        eigen = [grens.parameters for grens in plek.altijd if grens.kolom == kolom]
        if not any(_klopt(kolom, [waarden[een] for een in plaatsen], vrager) for plaatsen in eigen):  # type: ignore[index]
            yield kolom


def _nodig(plek: Plek, vrager: Vrager) -> tuple[str, ...]:
    """Welke kolommen moeten begrensd zijn? Voor wie via een link komt is dat de rij zelf."""
    if beschermd()[plek.tabel] is Organisatiegegevens:
        return ("organisatie_id",)
    if vrager.via_link:
        return ("id",)
    return ("tenant_id" if vrager.tenant_id is not None else "organisatie_id", "kant")


def _klopt(kolom: str, waarden: list[Any], vrager: Vrager) -> bool:
    """Is dit een grens van de vrager? Op SQLite is een id tekst, op PostgreSQL niet."""
    if kolom == "kant":
        return set(waarden) <= set(vrager.zichtbaar)
    if kolom == "id":
        return vrager.via_link and {UUID(str(waarde)) for waarde in waarden} <= vrager.rijen
    if kolom == "tenant_id":
        return waarden == [vrager.tenant_id]
    return _vormen(vrager.organisatie_id or NIEMAND).issuperset(waarden)


@lru_cache(maxsize=1024)
def _vormen(id_: UUID) -> frozenset[object]:
    """Hoe ziet dit id eruit als het naar een database gaat?"""
    return frozenset({id_, str(id_), id_.hex})


@lru_cache(maxsize=4096)
def keur(opdracht: str) -> Keuring:
    """De keuring van deze tekst; dezelfde tekst wordt één keer gelezen."""
    aantal = sum(1 for _ in _vermelding().finditer(opdracht))
    gelezen = [_alleen_eigen(plek) for plek in plekken(opdracht) if plek.tabel in beschermd()] if aantal else []
    return Keuring(aantal, tuple(gelezen))


def _alleen_eigen(plek: Plek) -> Plek:
    """Zonder wat over een andere tabel gaat: dat scheelt bij elke keer vergelijken."""
    return plek._replace(altijd=tuple(grens for grens in plek.altijd if grens.alias == plek.alias))


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
    return re.compile(rf'(?<!\w)"?(?P<tabel>{namen})"?(?![\w.])', re.IGNORECASE)


@event.listens_for(Mapper, "after_configured")
def lees_opnieuw() -> None:
    """Er kwam een tabel bij: lees alles opnieuw."""
    for bewaard in (beschermd, _vermelding, keur):
        bewaard.cache_clear()
