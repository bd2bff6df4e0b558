"""Is elke rij die wordt weggeschreven van de vrager, en wijst zij alleen naar rijen van dezelfde?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, event, inspect, select
from sqlalchemy.orm import Mapper, Session

from dakpan.opslag.basis import Basis, Organisatiegegevens, Zaakgegevens
from dakpan.opslag.fouten import VreemdeRij, Wachtfout
from dakpan.opslag.lijst import een_van
from dakpan.opslag.sporen import Spoor
from dakpan.opslag.vrager import Kant, Vrager

# Welke financiers er zijn, als de sessie dat weet; een handeling weet het altijd.
FINANCIERS = "dakpan_financiers"
_GELEZEN = "dakpan_gelezen"
_VAST = ("tenant_id", "id")


def kijk_rijen_na(sessie: Session, vrager: Vrager) -> None:
    """Weigert een rij van een ander, een rij die van eigenaar wisselt, en een spoor dat wordt herschreven."""
    for rij in list(sessie.dirty) + list(sessie.deleted):
        if isinstance(rij, Spoor):
            raise Wachtfout("de geschiedenis wordt alleen aangevuld, nooit gewijzigd")
    for rij in [*sessie.new, *sessie.dirty, *sessie.deleted]:
        if isinstance(rij, (Zaakgegevens, Organisatiegegevens)) and not _van(rij, vrager):
            raise VreemdeRij(str(inspect(rij).mapper.local_table), rij.id)
    for rij in sessie.new:
        if isinstance(rij, Zaakgegevens):
            grenzen = Grenzen(rij.tenant_id, rij.organisatie_id, rij.kant, getattr(rij, "zaak_id", None) is None)
            if not _mag_nieuw(sessie, vrager, type(rij), grenzen):
                raise VreemdeRij(str(inspect(rij).mapper.local_table), rij.id)
    _kijk_verwijzingen_na(sessie, _nieuwe_verwijzingen(sessie))


class Grenzen(NamedTuple):
    """Van wie is een rij? ``los``: zij hoort bij geen zaak."""

    tenant_id: str
    organisatie_id: UUID | None
    kant: Kant
    los: bool = False


def kijk_nieuwe_waarden_na(
    sessie: Session, vrager: Vrager, soort: type[Zaakgegevens], rijen: Sequence[Mapping[str, Any]]
) -> None:
    """Zoals ``kijk_rijen_na``, voor nieuwe rijen van één soort waarvan er geen objecten zijn."""
    per_soort = {
        (een["tenant_id"], een["organisatie_id"], een["kant"], een.get("zaak_id") is None): een for een in rijen
    }
    for grenzen, een in per_soort.items():
        if not (_hoort_bij(vrager, Grenzen(*grenzen)) and _mag_nieuw(sessie, vrager, soort, Grenzen(*grenzen))):
            raise VreemdeRij(str(inspect(soort).local_table), een["id"])
    gezocht = {}
    for kolom, doel in _verwijzingen(inspect(soort)):
        sleutels = {(een["tenant_id"], een[kolom]) for een in rijen if een.get(kolom) is not None}
        gezocht[doel] = {een for een in sleutels if not _gelezen(sessie, doel, een)}
    _kijk_verwijzingen_na(sessie, gezocht)


def _mag_nieuw(sessie: Session, vrager: Vrager, soort: type, van: Grenzen) -> bool:
    """Een nieuwe rij is voor een financier die bestaat; een organisatie deelt alleen wat bij een zaak hoort."""
    bekend = sessie.info.get(FINANCIERS)
    los = vrager.tenant_id is None and van.kant is Kant.GEDEELD and van.los
    return (bekend is None or van.tenant_id in bekend) and (not los or issubclass(soort, Spoor))


def _hoort_bij(vrager: Vrager, van: Grenzen) -> bool:
    """Is een rij met deze grenzen van de vrager?"""
    if van.kant not in vrager.zichtbaar:
        return False
    if vrager.tenant_id is not None:
        return van.tenant_id == vrager.tenant_id
    return van.organisatie_id == vrager.organisatie_id


def _van(rij: Zaakgegevens | Organisatiegegevens, vrager: Vrager) -> bool:
    if isinstance(rij, Organisatiegegevens):
        return rij.organisatie_id == vrager.organisatie_id and not _gewisseld(rij, "organisatie_id")
    if not _hoort_bij(vrager, Grenzen(rij.tenant_id, rij.organisatie_id, rij.kant)) or _teruggenomen(rij):
        return False
    vast = _VAST if vrager.tenant_id is not None else (*_VAST, "organisatie_id")
    return not _gewisseld(rij, *vast)


def _gewisseld(rij: Any, *kolommen: str) -> bool:
    """Is een kolom die vaststaat na het opslaan veranderd?"""
    toestand = inspect(rij)
    return toestand.persistent and any(toestand.attrs[kolom].history.has_changes() for kolom in kolommen)


def _teruggenomen(rij: Any) -> bool:
    """Een financier maakt wat gedeeld is niet alsnog van zichzelf. Een organisatie kan een akkoord wel intrekken."""
    return rij.kant is Kant.FINANCIER and Kant.GEDEELD in inspect(rij).attrs["kant"].history.deleted


def _kijk_verwijzingen_na(sessie: Session, gezocht: Mapping[Any, set[tuple[str, UUID]]]) -> None:
    """Een verwijzing die nieuw is wijst alleen naar een rij die de vrager zelf kan zien. Eén vraag per tabel."""
    for doel, sleutels in gezocht.items():
        if not sleutels:
            continue
        tenants, ids = ({een[deel] for een in sleutels} for deel in (0, 1))
        zichtbaar = select(doel.tenant_id, doel.id).where(doel.tenant_id.in_(tenants), een_van(doel.id, ids))
        onbekend = sleutels - {tuple(rij) for rij in sessie.execute(zichtbaar)}
        if onbekend:
            raise VreemdeRij(doel.__tablename__, min(onbekend)[1])


def _nieuwe_verwijzingen(sessie: Session) -> dict[Any, set[tuple[str, UUID]]]:
    """Wat per tabel nog moet worden opgezocht: niet wat zelf nieuw is, en niet wat deze sessie al las."""
    nieuw = {(type(rij), getattr(rij, "id", None)) for rij in sessie.new}
    gezocht: dict[Any, set[tuple[str, UUID]]] = defaultdict(set)
    for rij in [*sessie.new, *sessie.dirty]:
        for kolom, doel in _verwijzingen(inspect(type(rij))) if isinstance(rij, Zaakgegevens) else ():
            if inspect(rij).persistent and not inspect(rij).attrs[kolom].history.has_changes():
                continue
            id_ = getattr(rij, kolom)
            if id_ is not None and (doel, id_) not in nieuw and not _gelezen(sessie, doel, (rij.tenant_id, id_)):
                gezocht[doel].add((rij.tenant_id, id_))
    return gezocht


def _gelezen(sessie: Session, doel: Any, sleutel: tuple[str, UUID]) -> bool:
    """Wat deze vrager in deze transactie las is van hem: bij een andere vrager vergeet de sessie alles."""
    if (doel.__tablename__, *sleutel) in sessie.info.get(_GELEZEN, ()):
        return True
    rij = sessie.identity_map.get(inspect(doel).identity_key_from_primary_key(sleutel))
    return rij is not None and not inspect(rij).expired


def onthoud_gelezen(sessie: Session, tabel: str, sleutels: Iterable[tuple[str, UUID]]) -> None:
    """Deze rijen las de vrager als losse kolommen; alleen ``opslag/lezen.py`` weet dat en zegt het."""
    sessie.info.setdefault(_GELEZEN, set()).update((tabel, *sleutel) for sleutel in sleutels)


def vergeet_gelezen(sessie: Session) -> None:
    sessie.info.pop(_GELEZEN, None)


@event.listens_for(Session, "after_transaction_end")
def _transactie_voorbij(sessie: Session, _transactie: Any) -> None:
    vergeet_gelezen(sessie)


@cache
def _verwijzingen(mapper: Mapper[Any]) -> tuple[tuple[str, Any], ...]:
    """Welke kolom wijst binnen de financier naar welke tabel?"""
    return tuple(_lees_verwijzingen(mapper.local_table))


def _lees_verwijzingen(tabel: Any) -> Iterator[tuple[str, Any]]:
    op_tabel = {mapper.local_table: mapper.class_ for mapper in Basis.registry.mappers}
    for sleutel in tabel.constraints:
        if isinstance(sleutel, ForeignKeyConstraint) and sleutel.column_keys[:1] == ["tenant_id"]:
            yield sleutel.column_keys[1], op_tabel[sleutel.referred_table]
