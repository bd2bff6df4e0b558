"""Alles wat van één organisatie of één financier is: elke tabel en elk bestand, zoals het is opgeslagen.

De wacht begrenst elke tabel zoals voor wie het zou lezen; geheime velden en burgerservicenummers gaan nooit mee.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import LargeBinary, inspect, select
from sqlalchemy.orm import Session

from dakpan.opslag.basis import Basis, Organisatiegegevens, Zaakgegevens

PER_KEER = 500
# Een bestand heet zoals het is gebracht, of naar het nummer dat het loket het gaf; wat het loket zelf schrijft is XML.
_INHOUD, _NAMEN = "inhoud", {"bestandsnaam": "", "nummer": ".xml"}


class Bijlage(NamedTuple):
    """Een bestand dat iemand bewaarde, met de tabel waar het bij hoort."""

    tabel: str
    naam: str
    inhoud: bytes


def soorten() -> list[Any]:
    """Elke tabel die van een financier of een organisatie is, op naam."""
    alle = (mapper.class_ for mapper in Basis.registry.mappers)
    eigen = (een for een in alle if issubclass(een, (Zaakgegevens, Organisatiegegevens)))
    return sorted(eigen, key=lambda een: een.__tablename__)


def velden_van(soort: Any) -> list[str]:
    """Wat er van een rij meegaat: geen geheim, en geen bestand."""
    geheim: frozenset[str] = getattr(soort, "GEHEIME_VELDEN", frozenset())
    kolommen = inspect(soort).mapper.column_attrs
    return [een.key for een in kolommen if een.key not in geheim and not _is_bestand(een)]


def regels_van(sessie: Session, soort: Any) -> Iterator[Sequence[str]]:
    """De rijen van deze tabel als tekst, een handvol tegelijk."""
    velden = [getattr(soort, naam) for naam in velden_van(soort)]
    for rij in sessie.execute(select(*velden).order_by(soort.id).execution_options(yield_per=PER_KEER)):
        yield [_tekst(waarde) for waarde in rij]


def bijlagen_van(sessie: Session, soort: Any) -> Iterator[Bijlage]:
    """De bestanden van deze tabel, één voor één; elk met zijn id vooraan, want namen mogen gelijk zijn."""
    kolommen = inspect(soort).mapper.column_attrs
    naam = next((een for een in _NAMEN if een in kolommen), None)
    if naam is None or _INHOUD not in kolommen or not _is_bestand(kolommen[_INHOUD]):
        return
    velden = (getattr(soort, naam), soort.inhoud)
    for id_ in sessie.scalars(select(soort.id).order_by(soort.id)).all():
        heet, inhoud = sessie.execute(select(*velden).where(soort.id == id_)).one()
        yield Bijlage(soort.__tablename__, f"{id_} {heet}{_NAMEN[naam]}", inhoud)


def _is_bestand(kolom: Any) -> bool:
    return isinstance(kolom.columns[0].type, LargeBinary)


def _tekst(waarde: Any) -> str:
    """Zoals het is opgeslagen, en zo dat een ander programma het leest."""
    match waarde:
        case None:
            return ""
        case datetime() | date():
            return waarde.isoformat()
        case dict() | list():
            return json.dumps(waarde, ensure_ascii=False)
        case _:
            return str(getattr(waarde, "iso", waarde))
