"""De wacht: geen vrager, geen opdracht; en elke opdracht ziet alleen wat van de vrager is.

Twee lijnen. In de sessie krijgt elke ORM-opdracht het filter erbij. Op de database zelf wordt elke opdracht die
zaakgegevens raakt nagekeken voordat zij vertrekt: zonder filter, of met een filter voor een ander, gaat zij niet door.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import repeat
from typing import Any
from uuid import UUID
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, MetaData, Select, String, TextClause, Uuid, bindparam, event, inspect
from sqlalchemy.orm import LoaderCriteriaOption, ORMExecuteState, Session, SessionTransaction, with_loader_criteria

from dakpan.opslag.basis import Organisatiegegevens, Zaakgegevens, keuze
from dakpan.opslag.fouten import Wachtfout
from dakpan.opslag.geschiedenis import regels_geschiedenis
from dakpan.opslag.invoegen import waarden_van
from dakpan.opslag.keuring import NIEMAND, Keuring, beschermd, keur, lees_opnieuw
from dakpan.opslag.rijbeveiliging import zeg_wie_vraagt
from dakpan.opslag.rijen import kijk_rijen_na, vergeet_gelezen
from dakpan.opslag.vrager import Kant, Uitzondering, Vrager

VRAGER, UITZONDERING = "dakpan_vrager", "dakpan_uitzondering"
_WEGSCHRIJVEN = "dakpan_wegschrijven"
_gemaakt: WeakKeyDictionary[Any, dict[Kant, Any]] = WeakKeyDictionary()

# Het filter, met parameters die bij elke opdracht worden ingevuld. Wordt er een niet ingevuld, dan gaat zij niet door.
_TENANT, _ORGANISATIE = bindparam("dakpan_tenant", type_=String()), bindparam("dakpan_organisatie", type_=Uuid())
_EIGEN = ("tenant_id", "organisatie_id", "kant")
_KANTEN = tuple(bindparam(f"dakpan_{een}", type_=keuze(Kant)) for een in ("kant", "gedeeld"))


def _op_elke(soort: type, grens: Callable[[Any], Any]) -> LoaderCriteriaOption:
    """Ook achter een join, alias of relatie."""
    return with_loader_criteria(soort, grens, include_aliases=True, track_closure_variables=False)


_VAN_ORGANISATIE = _op_elke(Organisatiegegevens, lambda cls: cls.organisatie_id == _ORGANISATIE)
_GRENZEN = {
    Kant.FINANCIER: (
        _op_elke(Zaakgegevens, lambda cls: (cls.tenant_id == _TENANT) & cls.kant.in_(_KANTEN)),
        _VAN_ORGANISATIE,
    ),
    Kant.ORGANISATIE: (
        _op_elke(Zaakgegevens, lambda cls: (cls.organisatie_id == _ORGANISATIE) & cls.kant.in_(_KANTEN)),
        _VAN_ORGANISATIE,
    ),
}


def stel_vrager(sessie: Session, vrager: Vrager | None) -> None:
    """Vanaf nu vraagt deze persoon. Wat een ander ophaalde wordt vergeten."""
    if sessie.info.get(VRAGER) != vrager:
        sessie.expunge_all()
        vergeet_gelezen(sessie)
    sessie.info[VRAGER] = vrager
    _geef_door(sessie)


@contextmanager
def langs_de_wacht(sessie: Session, uitzondering: Uitzondering) -> Iterator[None]:
    """Alles mag, om één van de genoemde redenen."""
    vorige = sessie.info.get(UITZONDERING)
    sessie.info[UITZONDERING] = uitzondering
    _geef_door(sessie)
    try:
        yield
    finally:
        sessie.info[UITZONDERING] = vorige
        _geef_door(sessie)


def _geef_door(sessie: Session) -> None:
    """De verbinding van een lopende transactie weet weer wie er vraagt."""
    if sessie.in_transaction() and sessie.is_active:
        _zeg_het(sessie, sessie.connection())


def _zeg_het(sessie: Session, verbinding: Connection) -> None:
    verbinding.execution_options(**_opties(sessie))
    zeg_wie_vraagt(verbinding, sessie.info.get(VRAGER), sessie.info.get(UITZONDERING))


def _opties(sessie: Session) -> dict[str, Any]:
    return {VRAGER: sessie.info.get(VRAGER), UITZONDERING: sessie.info.get(UITZONDERING)}


@event.listens_for(Session, "before_flush")
def _kijk_rijen_na(sessie: Session, _context: Any, _alleen: Any) -> None:
    """Elke rij die vertrekt is van de vrager en krijgt een regel in de geschiedenis."""
    vrager: Vrager | None = sessie.info.get(VRAGER)
    if vrager is not None and sessie.info.get(UITZONDERING) is None:
        with sessie.no_autoflush:
            kijk_rijen_na(sessie, vrager)
            sessie.add_all(list(regels_geschiedenis(sessie, vrager)))
    sessie.connection().execution_options(**{_WEGSCHRIJVEN: _nagekeken(sessie)})


@contextmanager
def nagekeken(sessie: Session, rijen: Iterable[tuple[str, UUID]]) -> Iterator[Connection]:
    """De verbinding, zolang alleen deze rijen (tabel en id) mogen worden geschreven: wie haar vraagt keek ze na."""
    verbinding = sessie.connection()
    verbinding.execution_options(**{_WEGSCHRIJVEN: _Nagekeken(rijen)})
    try:
        yield verbinding
    finally:
        verbinding.execution_options(**{_WEGSCHRIJVEN: None})


class _Nagekeken(frozenset[tuple[str, Any]]):
    """Tabel en id van elke rij die in deze ronde is nagekeken. Alleen deze module maakt er een."""


def _nagekeken(sessie: Session) -> _Nagekeken:
    rijen = [*sessie.new, *sessie.dirty, *sessie.deleted]
    bewaakt = (rij for rij in rijen if isinstance(rij, (Zaakgegevens, Organisatiegegevens)))
    return _Nagekeken((str(inspect(rij).mapper.local_table), rij.id) for rij in bewaakt)


@event.listens_for(Session, "after_flush")
def _klaar_met_wegschrijven(sessie: Session, _context: Any) -> None:
    sessie.connection().execution_options(**{_WEGSCHRIJVEN: None})


@event.listens_for(Session, "after_soft_rollback")
def _niet_weggeschreven(sessie: Session, _vorige: SessionTransaction) -> None:
    """Ging het wegschrijven mis binnen een deel (savepoint), dan is in de rest van de transactie niets nagekeken."""
    if sessie.in_transaction() and sessie.is_active:
        sessie.connection().execution_options(**{_WEGSCHRIJVEN: None})


@event.listens_for(Session, "after_begin")
def _wie_vraagt(sessie: Session, _transactie: SessionTransaction, verbinding: Connection) -> None:
    opties = _opties(sessie)
    verbinding.execution_options(**{_WEGSCHRIJVEN: None}, **opties)
    if any(opties.values()):  # de database begint elke transactie met niemand
        zeg_wie_vraagt(verbinding, opties[VRAGER], opties[UITZONDERING])


@event.listens_for(Session, "do_orm_execute")
def _filter(staat: ORMExecuteState) -> None:
    """Het filter van de vrager op elke tabel met zaakgegevens, ook achter een join, alias of relatie."""
    vrager: Vrager | None = staat.session.info.get(VRAGER)
    if vrager is None or staat.is_insert:
        return
    if staat.parameters is None or isinstance(staat.parameters, Mapping):
        # Ook langs de wacht: wat een relatie nog moet lezen heeft het filter van eerder.
        staat.parameters = {**(staat.parameters or {}), **grenswaarden(vrager)}
    if staat.session.info.get(UITZONDERING) is not None:
        return
    if staat.is_column_load and staat.bind_mapper is not None and isinstance(staat.statement, Select):
        staat.statement = staat.statement.where(*_grens_van(staat.bind_mapper.class_, vrager))
        return
    staat.statement = begrensd(staat.statement, vrager)


def begrensd(opdracht: Any, vrager: Vrager) -> Any:
    """De opdracht met het filter; ``grenswaarden`` vult het in.

    Een opdracht die blijft bestaan houdt haar filter, voor wie zij ook wordt gesteld: dan is zij al ontleed.
    """
    if vrager.via_link:
        return opdracht.options(*_grenzen_van_link(vrager.rijen))
    per_soort = _gemaakt.setdefault(opdracht, {})
    if vrager.kant not in per_soort:
        per_soort[vrager.kant] = opdracht.options(*_GRENZEN[vrager.kant])
    return per_soort[vrager.kant]


def grenswaarden(vrager: Vrager) -> dict[str, Any]:
    """Van wie, en welke kanten? Leeg voor wie via een link komt: die heeft zijn eigen filter."""
    if vrager.via_link:
        return {}
    zien = zip(_KANTEN, vrager.zichtbaar, strict=True)
    van_wie = {_TENANT.key: vrager.tenant_id, _ORGANISATIE.key: vrager.organisatie_id or NIEMAND}
    return {**van_wie, **{een.key: kant for een, kant in zien}}


def _grens_van(soort: Any, vrager: Vrager) -> tuple[Any, ...]:
    """Een rij die er al was wordt op haar sleutel opnieuw gelezen; ook dan alleen als zij van de vrager is."""
    if issubclass(soort, Organisatiegegevens):
        return (soort.organisatie_id == (vrager.organisatie_id or NIEMAND),)
    if not issubclass(soort, Zaakgegevens):
        return ()
    if vrager.via_link:
        return (soort.id.in_(tuple(vrager.rijen)),)
    eigen = (
        soort.organisatie_id == vrager.organisatie_id
        if vrager.tenant_id is None
        else soort.tenant_id == vrager.tenant_id
    )
    return eigen, soort.kant.in_(vrager.zichtbaar)


def _grenzen_van_link(rijen: frozenset[UUID]) -> tuple[Any, Any]:
    """Alleen deze rijen, en niets van een organisatie zelf."""
    zelf = tuple(rijen)
    niets = NIEMAND
    zaken = with_loader_criteria(Zaakgegevens, lambda cls: cls.id.in_(zelf), include_aliases=True)
    eigen = with_loader_criteria(Organisatiegegevens, lambda cls: cls.organisatie_id == niets, include_aliases=True)
    return zaken, eigen


@event.listens_for(Engine, "before_cursor_execute")
def _laatste_poort(
    _verbinding: Connection, _cursor: Any, opdracht: str, parameters: Any, context: Any, _veel: bool
) -> None:
    """Wat nu naar de database gaat is precies dit; klopt het met wie het vraagt?"""
    keuring = keur(opdracht)
    if not keuring.raakt_zaken or context is None:
        if keuring.raakt_zaken:
            raise Wachtfout(f"buiten elke sessie om: {opdracht[:120]}")
        return
    opties = context.execution_options
    if opties.get(UITZONDERING) is not None:
        return
    vrager: Vrager | None = opties.get(VRAGER)
    if vrager is None:
        raise Wachtfout(f"geen vrager, geen opdracht: {opdracht[:120]}")
    bezwaar = _bezwaar(keuring, vrager, parameters, context)
    if bezwaar:
        raise Wachtfout(f"{bezwaar}: {opdracht[:200]}")


def _bezwaar(keuring: Keuring, vrager: Vrager, parameters: Any, context: Any) -> str:
    compiled = context.compiled
    if compiled is None or isinstance(compiled.statement, TextClause):
        return "losse tekst over zaakgegevens"
    if compiled.isinsert or compiled.isupdate or compiled.isdelete:
        return _bezwaar_tegen_schrijven(keuring, vrager, context)
    return next(filter(None, (keuring.bezwaar(vrager, een) for een in _per_keer(parameters))), "")


def _bezwaar_tegen_schrijven(keuring: Keuring, vrager: Vrager, context: Any) -> str:
    """Wie schrijft noemt alleen de tabel waarin hij schrijft: wat er staat komt uit nagekeken rijen."""
    if vrager.via_link:
        return "wie via een link komt schrijft niets"
    doel = str(context.compiled.statement.table)
    if keuring.aantal > (doel in beschermd()):
        return "een wijziging die zelf zaakgegevens leest"
    sleutel = f"{doel}_id" if context.compiled.isupdate else "id"  # zo noemt de ORM haar
    vreemd = _vreemde_rij(context, vrager) if context.compiled.isinsert else ""
    if vreemd:
        return vreemd
    nagekeken, ids = context.execution_options.get(_WEGSCHRIJVEN), waarden_van(context, sleutel)
    bekend = isinstance(nagekeken, _Nagekeken) and ids and nagekeken.issuperset(zip(repeat(doel), ids))
    return "" if bekend else "een wijziging buiten de geschiedenis om"


def _per_keer(parameters: Any) -> list[Any]:
    return parameters if isinstance(parameters, list) else [parameters]


def _vreemde_rij(context: Any, vrager: Vrager) -> str:
    """Draagt elke nieuwe rij zelf de grenzen van de vrager?"""
    tenants, organisaties, kanten = (set(waarden_van(context, naam)) for naam in _EIGEN)
    if vrager.tenant_id is not None and tenants != {vrager.tenant_id}:
        return "een nieuwe rij voor een andere financier"
    if vrager.organisatie_id is not None and organisaties != {vrager.organisatie_id}:
        return "een nieuwe rij voor een andere organisatie"
    if not kanten.issubset(vrager.zichtbaar):
        return "een nieuwe rij voor de andere kant"
    return ""


def controleer_wacht(metadata: MetaData) -> None:
    """Bij de start: elke tabel met een kolom ``kant`` of ``zaak_id`` wordt bewaakt."""
    lees_opnieuw()  # vóór de tabellen geladen waren kan al een opdracht zijn nagekeken, zoals bij het migreren
    vergeten = [tabel.name for tabel in metadata.tables.values() if {"kant", "zaak_id"} & set(tabel.c.keys())]
    vergeten = [naam for naam in vergeten if naam not in beschermd()]
    if vergeten:
        raise Wachtfout(f"tabellen zonder wacht: {', '.join(vergeten)}; laat ze van Zaakgegevens erven")
