"""Noemt een periode dit woord? Elk stuk van elk veld telt: cliënt, werkgever, nummer, dag, stand, financier, collega.

Op twee manieren, met dezelfde uitkomst: per periode (snel voor een paar perioden) en per tabel (snel voor alle).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, or_, select, tuple_, union_all

from dakpan.aanvraag.aanvragen import ZAAKREEKS
from dakpan.aanvraag.indienen import AANVRAAGREEKS
from dakpan.aanvraag.tables import Aanvraag
from dakpan.dossier.tables import Zaak
from dakpan.opslag.datumtekst import datumtekst
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.collegas import Collega
from dakpan.partijen.tables import Persoon, Werkgever
from dakpan.partijen.zoeknaam import kaal
from dakpan.plan.tables import Jobcoachperiode, Koppeling
from dakpan.plan.toestanden import Periodestatus

Rijen = Select[*tuple[Any, ...]]
_IN_ELK_NUMMER = "-0123456789"
# Zoals een gebruiker de stand noemt, om op te zoeken.
STAND: Mapping[Periodestatus, str] = {
    Periodestatus.VOORLOPIG: "voorlopig",
    Periodestatus.OPEN: "toegekend",
    Periodestatus.BEEINDIGD: "beeindigd",
    Periodestatus.VERVALLEN: "vervallen",
}


def noemt_per_periode(handeling: Handeling, woord: str, mensen: Sequence[Collega]) -> ColumnElement[bool]:
    """De voorwaarde in een vraag die de zaak, de cliënt en de werkgever van de periode al erbij heeft."""
    van_zaak = (Aanvraag.tenant_id == Jobcoachperiode.tenant_id) & (Aanvraag.zaak_id == Jobcoachperiode.zaak_id)
    aanvraag = select(Aanvraag.id).where(van_zaak, _in_nummer(Aanvraag.nummer, woord))
    namen = (_in_naam(wie.zoektekst, woord) for wie in (Persoon, Werkgever))
    gekoppeld = (_van_koppeling(een).exists() for een in _op_dag(woord))
    verder = _verder(handeling, woord, mensen)
    return or_(_in_nummer(Zaak.nummer, woord), *namen, aanvraag.exists(), *gekoppeld, *verder)


def noemt_per_tabel(handeling: Handeling, woord: str, mensen: Sequence[Collega]) -> ColumnElement[bool]:
    """De voorwaarde in een vraag over alle perioden: elke tabel wordt één keer gelezen, langs haar eigen index."""
    zaken = [
        _zaken_van(Zaak.persoon_id, Persoon, woord),
        _zaken_van(Zaak.werkgever_id, Werkgever, woord),
        *_met_nummer(woord),
    ]
    zaak = tuple_(Jobcoachperiode.tenant_id, Jobcoachperiode.zaak_id)
    periode = tuple_(Jobcoachperiode.tenant_id, Jobcoachperiode.id)
    gekoppeld = (periode.in_(select(Koppeling.tenant_id, Koppeling.periode_id).where(een)) for een in _op_dag(woord))
    return or_(zaak.in_(union_all(*zaken)), *gekoppeld, *_verder(handeling, woord, mensen))


def _met_nummer(woord: str) -> Iterator[Rijen]:
    """De zaken met dit stuk van een nummer; met een letter die in geen nummer staat wordt er niet gezocht."""
    reeksen = ((ZAAKREEKS, Zaak.nummer, Zaak.id), (AANVRAAGREEKS, Aanvraag.nummer, Aanvraag.zaak_id))
    for reeks, nummer, zaak_id in reeksen:
        if set(woord.upper()) <= {*reeks, *_IN_ELK_NUMMER}:
            yield select(nummer.class_.tenant_id, zaak_id).where(_in_nummer(nummer, woord))


def _zaken_van(kolom: Any, wie: type[Persoon | Werkgever], woord: str) -> Rijen:
    namen = select(wie.tenant_id, wie.id).where(_in_naam(wie.zoektekst, woord))
    return select(Zaak.tenant_id, Zaak.id).where(tuple_(Zaak.tenant_id, kolom).in_(namen))


def _in_nummer(kolom: Any, woord: str) -> ColumnElement[bool]:
    gevonden: ColumnElement[bool] = kolom.contains(woord.upper(), autoescape=True)
    return gevonden


def _in_naam(kolom: Any, woord: str) -> ColumnElement[bool]:
    """Zoals getypt, of zonder accenten en streepjes."""
    stukken = dict.fromkeys(een for een in (woord, kaal(woord)) if een)
    return or_(*(kolom.contains(een, autoescape=True) for een in stukken))


def _verder(handeling: Handeling, woord: str, mensen: Sequence[Collega]) -> Iterator[ColumnElement[bool]]:
    """Wat op de periode zelf staat, en wat in het geheugen al bekend is."""
    letters = kaal(woord)
    if letters:
        yield from _in_lijsten(handeling, letters, mensen)
    yield from _dagen(woord, Jobcoachperiode.begin, Jobcoachperiode.eind)


def _dagen(woord: str, *kolommen: Any) -> Iterator[ColumnElement[bool]]:
    """Staat dit in een van deze dagen? Zonder cijfer wordt er niet gezocht."""
    if any(teken.isdigit() for teken in woord):
        for dag in kolommen:
            yield datumtekst(dag).contains(woord, autoescape=True)


def _op_dag(woord: str) -> Iterator[ColumnElement[bool]]:
    """De eigen dagen van een coach; leeg zijn het die van de periode, en daar wordt al in gezocht."""
    dagen = list(_dagen(woord, Koppeling.van, Koppeling.tot_en_met))
    if dagen:
        eigen = or_(Koppeling.van.is_not(None), Koppeling.tot_en_met.is_not(None))
        yield eigen & or_(*dagen)


def _in_lijsten(handeling: Handeling, letters: str, mensen: Sequence[Collega]) -> Iterator[ColumnElement[bool]]:
    """Standen, financiers en collega's."""
    standen = [status for status, woord in STAND.items() if letters in woord]
    if standen:
        yield Jobcoachperiode.status.in_(standen)
    tenants = handeling.regelboek.tenants.items()
    bij = [slug for slug, een in tenants if letters in kaal(f"{slug} {een.naam} {een.huisstijl.logotekst}")]
    if bij:
        yield Jobcoachperiode.tenant_id.in_(bij)
    wie = [een.id for een in mensen if letters in kaal(een.naam)]
    if wie:
        yield _heeft_collega(wie)


def _heeft_collega(wie: Sequence[UUID]) -> ColumnElement[bool]:
    rollen = (
        Koppeling.coach_id,
        Koppeling.accordeerder_id,
        Koppeling.tweede_accordeerder_id,
        Koppeling.gedelegeerd_aan_id,
    )
    return _van_koppeling(or_(*(rol.in_(wie) for rol in rollen))).exists()


def _van_koppeling(waar: ColumnElement[bool]) -> Rijen:
    deze = (Koppeling.tenant_id == Jobcoachperiode.tenant_id) & (Koppeling.periode_id == Jobcoachperiode.id)
    return select(Koppeling.id).where(deze, waar)
