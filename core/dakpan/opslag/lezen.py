"""Losse kolommen lezen zonder er objecten van te maken: hetzelfde filter en dezelfde poort, de helft van het werk."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from sqlalchemy import Column, Row, Select, Table
from sqlalchemy.orm import Session

from dakpan.opslag.blijvend import Blijvend
from dakpan.opslag.keuring import beschermd
from dakpan.opslag.rijen import onthoud_gelezen
from dakpan.opslag.vrager import Kant, Vrager
from dakpan.opslag.wacht import UITZONDERING, VRAGER, begrensd, grenswaarden

_SLEUTEL = ("tenant_id", "id")
Kolomvraag = Select[*tuple[Any, ...]]


def lees(sessie: Session, opdracht: Kolomvraag, waarden: Mapping[str, Any]) -> Sequence[Row[*tuple[Any, ...]]]:
    """De rijen van een opdracht die blijft bestaan en kolommen vraagt, geen objecten.

    Staat de sleutel van een tabel erbij, dan weet de sessie dat de vrager die rijen ziet: wie ernaar verwijst hoeft ze
    niet nog eens op te zoeken.
    """
    if sessie.new or sessie.dirty or sessie.deleted:
        sessie.flush()
    vrager: Vrager | None = sessie.info.get(VRAGER)
    if vrager is None or sessie.info.get(UITZONDERING) is not None:
        return sessie.connection().execute(opdracht, waarden).all()
    if vrager.via_link:  # met een filter dat alleen van dit verzoek is
        rijen = sessie.connection().execute(begrensd(opdracht, vrager), waarden).all()
    else:
        rijen = _van(opdracht, vrager).stel(sessie.connection(), {**waarden, **grenswaarden(vrager)}).all()
    for een in _sleutels(opdracht):
        onthoud_gelezen(sessie, een.tabel, {(rij[een.tenant], rij[een.id]) for rij in rijen if rij[een.id] is not None})
    return rijen


_begrensd: WeakKeyDictionary[Any, dict[Kant, Blijvend]] = WeakKeyDictionary()


def _van(opdracht: Kolomvraag, vrager: Vrager) -> Blijvend:
    """De opdracht met het filter van deze kant."""
    per_kant = _begrensd.setdefault(opdracht, {})
    if vrager.kant not in per_kant:
        per_kant[vrager.kant] = Blijvend(begrensd(opdracht, vrager))
    return per_kant[vrager.kant]


class _Sleutel(NamedTuple):
    """Waar in een rij staat de sleutel van deze tabel?"""

    tabel: str
    tenant: int
    id: int


_gevonden: WeakKeyDictionary[Any, tuple[_Sleutel, ...]] = WeakKeyDictionary()


def _sleutels(opdracht: Kolomvraag) -> tuple[_Sleutel, ...]:
    """Van welke bewaakte tabellen vraagt deze opdracht de hele sleutel? Een alias telt niet mee."""
    if opdracht not in _gevonden:
        plaatsen = {_kolom(een): plaats for plaats, een in enumerate(opdracht.selected_columns)}
        tabellen = {tabel for tabel, _naam in plaatsen if tabel in beschermd()}
        sleutels = {tabel: [plaatsen.get((tabel, naam)) for naam in _SLEUTEL] for tabel in tabellen}
        _gevonden[opdracht] = tuple(
            _Sleutel(tabel, tenant, id_)
            for tabel, (tenant, id_) in sleutels.items()
            if tenant is not None and id_ is not None
        )
    return _gevonden[opdracht]


def _kolom(een: Any) -> tuple[str, str]:
    """De tabel en de kolom zelf, ook onder een andere naam; van iets anders niets."""
    kolom = getattr(een, "element", een)
    tabel = getattr(kolom, "table", None)
    return (tabel.name, kolom.name) if isinstance(kolom, Column) and isinstance(tabel, Table) else ("", "")
