"""Elke wijziging laat een regel achter: wie, wanneer, wat het was, wat het is en waarom."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache, lru_cache, partial
from itertools import chain
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from sqlalchemy import inspect, select
from sqlalchemy.orm import Mapper, Session

from dakpan.begrippen.duur import Duur
from dakpan.opslag.basis import Beheerd, Organisatiegegevens, Zaakgegevens, nieuw_id
from dakpan.opslag.eenmaal import elk_een_keer
from dakpan.opslag.fouten import Wachtfout
from dakpan.opslag.sporen import Geschiedenis, Organisatiegeschiedenis, Soortwijziging, Spoor, Wijziging
from dakpan.opslag.vrager import Kant, Vrager

NU, REDEN = "dakpan_nu", "dakpan_reden"
TEN_HOOGSTE = 50
_STIL = {"tenant_id", "id", "organisatie_id", "versie", "zaak_id", "account_id", "sessieversie", "inleesbestand_id"}
GEHEIM = "•••"
_GEWOON = frozenset({str, int, bool, type(None)})
_ALS_TEKST = frozenset({UUID, date, Duur})


def regels_geschiedenis(sessie: Session, vrager: Vrager) -> Iterator[Geschiedenis | Organisatiegeschiedenis]:
    """Per rij die vertrekt een regel; een rij waaraan niets veranderde krijgt er geen.

    Wat een organisatie op een gedeelde rij voor zichzelf bijhoudt staat in een eigen regel, die alleen zij ziet.
    """
    for rij, soort in _rijen(sessie):
        van_haar: frozenset[str] = getattr(rij, "VELDEN_VAN_ORGANISATIE", frozenset())
        alle = list(_velden(rij, soort))
        velden = [een for een in alle if een["veld"] not in van_haar]
        if velden or soort is not Soortwijziging.GEWIJZIGD:
            yield _regel(sessie, vrager, rij, soort, velden)
        eigen = [een for een in alle if een["veld"] in van_haar]
        if eigen and vrager.kant is Kant.ORGANISATIE:
            yield _alleen_van_haar(_regel(sessie, vrager, rij, soort, eigen))


def sporen_van_nieuwe(
    sessie: Session, vrager: Vrager, soort: type[Zaakgegevens], rijen: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """De regels bij nieuwe rijen van één soort waarvan er geen objecten zijn, als waarden van ``Geschiedenis``."""
    mapper = inspect(soort)
    namen = [naam for naam in _namen(mapper) if rijen and naam in rijen[0]]
    wijziging = _wijziging(sessie, vrager, Soortwijziging.NIEUW, mapper.class_.__tablename__)
    per_veld = [elk_een_keer(partial(_nieuw_veld, soort, naam), [rij[naam] for rij in rijen]) for naam in namen]
    return [
        {
            **{naam: rij[naam] for naam in ("tenant_id", "organisatie_id", "kant")},
            **wijziging,
            "id": nieuw_id(),
            "zaak_id": rij.get("zaak_id"),
            "rij_id": rij["id"],
            "velden": [*chain(*velden)],
        }
        for rij, velden in zip(rijen, zip(*per_veld, strict=True), strict=True)
    ]


def _nieuw_veld(soort: type, naam: str, waarde: Any) -> list[dict[str, Any]]:
    """Wat er in een nieuwe rij staat; een waarde die al in JSON past gaat er zonder omweg in."""
    velden, vorm = list[dict[str, Any]](), type(waarde)
    if naam in _geheim(soort):
        velden.extend(_veld(soort, naam, None, waarde))
    elif vorm in _ALS_TEKST:
        velden.append({"veld": naam, "was": None, "is": _als_tekst(waarde)})
    else:
        _zet_nieuw(velden, naam, waarde)
    return velden


# Van veel rijen tegelijk zijn de dag, de duur en naar wie zij wijzen vaak dezelfde.
_als_tekst = lru_cache(maxsize=1024, typed=True)(str)


def _zet_nieuw(velden: list[dict[str, Any]], veld: str, is_: Any) -> None:
    """Wat ``_verschillen`` van niets naar deze waarde zegt, zonder per onderdeel twee keer te vergelijken."""
    if is_ is None:
        return
    if isinstance(is_, Mapping):
        for sleutel, deel in is_.items():
            _zet_nieuw(velden, f"{veld}.{sleutel}", deel)
    else:
        velden.append({"veld": veld, "was": None, "is": _leesbaar(is_)})


def _alleen_van_haar(regel: Geschiedenis | Organisatiegeschiedenis) -> Geschiedenis | Organisatiegeschiedenis:
    if isinstance(regel, Geschiedenis):
        regel.kant = Kant.ORGANISATIE
    return regel


def _rijen(sessie: Session) -> Iterator[tuple[Any, Soortwijziging]]:
    for rijen, soort in (
        (sessie.new, Soortwijziging.NIEUW),
        (sessie.dirty, Soortwijziging.GEWIJZIGD),
        (sessie.deleted, Soortwijziging.VERWIJDERD),
    ):
        yield from (
            (rij, soort)
            for rij in rijen
            if isinstance(rij, (Zaakgegevens, Organisatiegegevens, Beheerd))
            and not isinstance(rij, Spoor)
            and not getattr(rij, "ZONDER_GESCHIEDENIS", False)
        )


def _regel(
    sessie: Session, vrager: Vrager, rij: Any, soort: Soortwijziging, velden: list[Any]
) -> Geschiedenis | Organisatiegeschiedenis:
    wijziging = {
        **_wijziging(sessie, vrager, soort, rij.__tablename__),
        "rij_id": rij_id_van(rij),
        "velden": velden,
    }
    if isinstance(rij, Beheerd):
        return _bij_wie_het_deed(vrager, wijziging)
    if isinstance(rij, Organisatiegegevens):
        return Organisatiegeschiedenis(organisatie_id=rij.organisatie_id, **wijziging)
    zaak_id = rij.id if rij.__tablename__ == "zaak" else getattr(rij, "zaak_id", None)
    return Geschiedenis(
        tenant_id=rij.tenant_id, organisatie_id=rij.organisatie_id, kant=rij.kant, zaak_id=zaak_id, **wijziging
    )


def _wijziging(sessie: Session, vrager: Vrager, soort: Soortwijziging, tabel: str) -> dict[str, Any]:
    """Wie, wanneer, wat en waarom."""
    nu = sessie.info.get(NU)
    if not isinstance(nu, datetime):
        raise Wachtfout("een wijziging zonder tijdstip: open de sessie met een handeling")
    wie = {"op": nu, "account_id": vrager.account_id, "door": vrager.naam}
    return {**wie, "soort": soort, "tabel": tabel, "waarom": sessie.info.get(REDEN, "")}


def _bij_wie_het_deed(vrager: Vrager, wijziging: dict[str, Any]) -> Geschiedenis | Organisatiegeschiedenis:
    if vrager.organisatie_id is not None:
        return Organisatiegeschiedenis(organisatie_id=vrager.organisatie_id, **wijziging)
    return Geschiedenis(tenant_id=vrager.tenant_id, kant=vrager.kant, **wijziging)


def rij_id_van(rij: Any) -> UUID:
    """Waaronder de wijzigingen van deze rij te vinden zijn; een nieuwe rij krijgt haar id nu."""
    if not hasattr(rij, "id"):
        return van_financier(rij.tenant_id)
    if rij.id is None:
        rij.id = nieuw_id()
    id_: UUID = rij.id
    return id_


def van_financier(tenant_id: str) -> UUID:
    """Een vast id voor een rij waarvan elke financier er één heeft."""
    return uuid5(NAMESPACE_OID, tenant_id)


def noteer(sessie: Session, vrager: Vrager, op: datetime, wat: str) -> None:
    """Wat iemand voor zijn hele huis deed zonder dat er een rij veranderde, zoals alles meenemen."""
    spoor: dict[str, Any] = {"op": op, "account_id": vrager.account_id, "door": vrager.naam, "velden": []}
    van = {"soort": Soortwijziging.NIEUW, "tabel": wat, "rij_id": van_huis(vrager, wat), "waarom": wat}
    sessie.add(_bij_wie_het_deed(vrager, {**spoor, **van}))


def van_huis(vrager: Vrager, wat: str) -> UUID:
    """Waaronder te vinden is wie dit voor zijn huis deed."""
    return uuid5(NAMESPACE_OID, f"{wat}/{vrager.organisatie_id or vrager.tenant_id}")


def wijzigingen_van(sessie: Session, vrager: Vrager, *rij_ids: UUID) -> Sequence[Wijziging]:
    """De laatste wijzigingen van deze rijen door de eigen kant, de nieuwste eerst."""
    soort: Any = Organisatiegeschiedenis if vrager.organisatie_id is not None else Geschiedenis
    gevonden: Sequence[Wijziging] = sessie.scalars(
        select(soort).where(soort.rij_id.in_(rij_ids)).order_by(soort.id.desc()).limit(TEN_HOOGSTE)
    ).all()
    return gevonden


def _velden(rij: Any, soort: Soortwijziging) -> Iterator[dict[str, Any]]:
    """Per veld wat het was en wat het is; in een veld met onderdelen alleen wat veranderde."""
    for naam in _namen(inspect(rij).mapper):
        yield from _veld(type(rij), naam, *_voor_en_na(rij, naam, soort))


@cache
def _namen(mapper: Mapper[Any]) -> tuple[str, ...]:
    """De velden die in de geschiedenis komen."""
    return tuple(kolom.key for kolom in mapper.column_attrs if kolom.key not in _STIL)


def _veld(soort: type, naam: str, was: Any, is_: Any) -> Iterator[dict[str, Any]]:
    if was == is_:
        return
    if naam in _geheim(soort):
        yield {"veld": naam, "was": was and GEHEIM, "is": is_ and GEHEIM}
    else:
        yield from _verschillen(naam, was, is_)


def _geheim(soort: type) -> frozenset[str]:
    """Van welke velden komt alleen in de geschiedenis dát zij veranderden?"""
    velden: frozenset[str] = getattr(soort, "GEHEIME_VELDEN", frozenset())
    return velden


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
    if type(waarde) in _GEWOON:
        return waarde
    if type(waarde) in _ALS_TEKST:
        return str(waarde)
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
        case _:
            return str(waarde)
