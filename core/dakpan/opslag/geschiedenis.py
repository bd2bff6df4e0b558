"""Elke wijziging laat een regel achter: wie, wanneer, wat het was, wat het is en waarom."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from dakpan.opslag.basis import Organisatiegegevens, Zaakgegevens
from dakpan.opslag.fouten import Wachtfout
from dakpan.opslag.sporen import Geschiedenis, Organisatiegeschiedenis, Soortwijziging, Spoor
from dakpan.opslag.vrager import Vrager

NU, REDEN = "dakpan_nu", "dakpan_reden"
_STIL = {"tenant_id", "id", "organisatie_id", "versie", "zaak_id"}
GEHEIM = "•••"


def regels_geschiedenis(sessie: Session, vrager: Vrager) -> Iterator[Geschiedenis | Organisatiegeschiedenis]:
    """Per rij die vertrekt een regel; een rij waaraan niets veranderde krijgt er geen."""
    for rij, soort in _rijen(sessie):
        velden = list(_velden(rij, soort))
        if velden or soort is not Soortwijziging.GEWIJZIGD:
            yield _regel(sessie, vrager, rij, soort, velden)


def _rijen(sessie: Session) -> Iterator[tuple[Any, Soortwijziging]]:
    for rijen, soort in (
        (sessie.new, Soortwijziging.NIEUW),
        (sessie.dirty, Soortwijziging.GEWIJZIGD),
        (sessie.deleted, Soortwijziging.VERWIJDERD),
    ):
        yield from (
            (rij, soort)
            for rij in rijen
            if isinstance(rij, (Zaakgegevens, Organisatiegegevens))
            and not isinstance(rij, Spoor)
            and not getattr(rij, "ZONDER_GESCHIEDENIS", False)
        )


def _regel(
    sessie: Session, vrager: Vrager, rij: Any, soort: Soortwijziging, velden: list[Any]
) -> Geschiedenis | Organisatiegeschiedenis:
    nu = sessie.info.get(NU)
    if not isinstance(nu, datetime):
        raise Wachtfout("een wijziging zonder tijdstip: open de sessie met een handeling")
    wijziging: dict[str, Any] = {
        "op": nu,
        "account_id": vrager.account_id,
        "door": vrager.naam,
        "soort": soort,
        "tabel": rij.__tablename__,
        "rij_id": rij.id,
        "waarom": sessie.info.get(REDEN, ""),
        "velden": velden,
    }
    if isinstance(rij, Organisatiegegevens):
        return Organisatiegeschiedenis(organisatie_id=rij.organisatie_id, **wijziging)
    zaak_id = rij.id if rij.__tablename__ == "zaak" else getattr(rij, "zaak_id", None)
    return Geschiedenis(
        tenant_id=rij.tenant_id, organisatie_id=rij.organisatie_id, kant=rij.kant, zaak_id=zaak_id, **wijziging
    )


def _velden(rij: Any, soort: Soortwijziging) -> Iterator[dict[str, Any]]:
    """Per veld wat het was en wat het is; in een veld met onderdelen alleen wat veranderde."""
    geheim: frozenset[str] = getattr(type(rij), "GEHEIME_VELDEN", frozenset())
    for kolom in inspect(rij).mapper.column_attrs:
        if kolom.key in _STIL:
            continue
        was, is_ = _voor_en_na(rij, kolom.key, soort)
        if was == is_:
            continue
        if kolom.key in geheim:
            yield {"veld": kolom.key, "was": was and GEHEIM, "is": is_ and GEHEIM}
        else:
            yield from _verschillen(kolom.key, was, is_)


def _voor_en_na(rij: Any, sleutel: str, soort: Soortwijziging) -> tuple[Any, Any]:
    if soort is Soortwijziging.NIEUW:
        return None, inspect(rij).dict.get(sleutel)
    if soort is Soortwijziging.VERWIJDERD:
        return inspect(rij).dict.get(sleutel), None
    verloop = inspect(rij).attrs[sleutel].history
    if not verloop.has_changes():
        return None, None
    return (verloop.deleted[0] if verloop.deleted else None), (verloop.added[0] if verloop.added else None)


def _verschillen(veld: str, was: Any, is_: Any) -> Iterator[dict[str, Any]]:
    if isinstance(was, Mapping) or isinstance(is_, Mapping):
        eerder, nu = was or {}, is_ or {}
        if isinstance(eerder, Mapping) and isinstance(nu, Mapping):
            for sleutel in dict.fromkeys([*eerder, *nu]):
                if eerder.get(sleutel) != nu.get(sleutel):
                    yield from _verschillen(f"{veld}.{sleutel}", eerder.get(sleutel), nu.get(sleutel))
            return
    yield {"veld": veld, "was": _leesbaar(was), "is": _leesbaar(is_)}


def _leesbaar(waarde: Any) -> Any:
    """Een waarde die in JSON past en die iemand kan lezen."""
    match waarde:
        case None | bool() | int() | str():
            return waarde
        case datetime() | date():
            return waarde.isoformat()
        case list() | tuple():
            return [_leesbaar(deel) for deel in waarde]
        case Mapping():
            return {sleutel: _leesbaar(deel) for sleutel, deel in waarde.items()}
        case bytes():
            return f"{len(waarde)} bytes"
        case UUID():
            return str(waarde)
        case _:
            return str(waarde)
