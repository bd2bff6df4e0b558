"""Alle perioden van de organisatie, bij al haar financiers, om in te zoeken op elk stuk van elk veld."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, or_, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute

from dakpan.aanvraag.tables import Aanvraag
from dakpan.dossier.tables import Zaak
from dakpan.opslag.datumtekst import datumtekst
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.collegas import Collega, collegas
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Persoon, Werkgever
from dakpan.partijen.zoeknaam import kaal
from dakpan.plan.tables import Jobcoachperiode, Koppeling
from dakpan.plan.toestanden import LEVEND, Periodestatus
from dakpan.plan.waarschuwingen import Waarschuwing, waarschuwingen

Rijen = Select[*tuple[Any, ...]]
PER_BLADZIJDE, TEL_TOT, MEESTE_WOORDEN = 50, 1_000, 8
# Zoals een gebruiker de stand noemt, om op te zoeken.
STAND: Mapping[Periodestatus, str] = {
    Periodestatus.VOORLOPIG: "voorlopig",
    Periodestatus.OPEN: "toegekend",
    Periodestatus.BEEINDIGD: "beeindigd",
    Periodestatus.VERVALLEN: "vervallen",
}


@dataclass(frozen=True, slots=True)
class Zoekvraag:
    """Welke perioden? Elk woord moet ergens voorkomen. ``na``: ouder dan deze; ``voor``: nieuwer."""

    tekst: str = ""
    ook_gesloten: bool = False
    na: UUID | None = None
    voor: UUID | None = None

    @property
    def woorden(self) -> list[str]:
        return self.tekst.casefold().split()[:MEESTE_WOORDEN]


@dataclass(frozen=True, slots=True)
class Koppelstand:
    """Eén coach op een periode, met wie nu accordeert en wat er na te kijken is."""

    coach: str
    van: date | None
    tot_en_met: date | None
    accordeerders: tuple[str, ...]
    waarschuwingen: tuple[Waarschuwing, ...]


@dataclass(frozen=True, slots=True)
class Perioderegel:
    """Eén periode in de lijst."""

    tenant_id: str
    id: UUID
    zaak_id: UUID
    status: Periodestatus
    begin: date
    eind: date
    nummer: str
    client: str
    werkgever: str
    koppelingen: list[Koppelstand] = field(default_factory=list)


class Bladzijde(NamedTuple):
    """Ten hoogste vijftig perioden, met hoeveel er ten minste zijn en waar het verder gaat."""

    regels: tuple[Perioderegel, ...]
    aantal: int
    meer: bool
    vorige: UUID | None = None
    volgende: UUID | None = None


def zoek(handeling: Handeling, vraag: Zoekvraag) -> Bladzijde:
    """De nieuwste periode eerst; eerst welke het zijn, en pas van deze bladzijde wat erbij hoort."""
    handeling.vereis(Recht.PERIODES_BEHEREN)
    mensen = collegas(handeling)
    terug, bladert = vraag.voor is not None, vraag.na is not None or vraag.voor is not None
    alle = _welke(handeling, replace(vraag, na=None, voor=None), mensen, TEL_TOT + 1)
    gevonden = _welke(handeling, vraag, mensen, PER_BLADZIJDE + 1) if bladert else alle
    regels = _regels(handeling, gevonden[:PER_BLADZIJDE])
    _zet_koppelingen(handeling, regels, {een.id: een for een in mensen})
    verder = len(gevonden) > PER_BLADZIJDE
    heeft_vorige, heeft_volgende = (verder, True) if terug else (vraag.na is not None, verder)
    return Bladzijde(
        tuple(regels),
        min(len(alle), TEL_TOT),
        len(alle) > TEL_TOT,
        regels[0].id if regels and heeft_vorige else None,
        regels[-1].id if regels and heeft_volgende else None,
    )


def _welke(handeling: Handeling, vraag: Zoekvraag, mensen: Sequence[Collega], ten_hoogste: int) -> list[UUID]:
    """Alleen de ids. Verder dan ``ten_hoogste`` wordt er niet gelezen en niet geteld."""
    periode = Jobcoachperiode
    zichtbaar = select(Zaak.id).where(
        Zaak.tenant_id == periode.tenant_id, Zaak.id == periode.zaak_id, Zaak.gearchiveerd_op.is_(None)
    )
    woorden = (or_(*_waar(handeling, woord, mensen)) for woord in vraag.woorden)
    welke = select(periode.id).where(*woorden, zichtbaar.exists())
    if not vraag.ook_gesloten:
        welke = welke.where(periode.status.in_(LEVEND))
    if vraag.na is not None:
        welke = welke.where(periode.id < vraag.na)
    if vraag.voor is not None:
        welke = welke.where(periode.id > vraag.voor)
    volgorde = periode.id.desc() if vraag.voor is None else periode.id.asc()
    return list(handeling.sessie.scalars(welke.order_by(volgorde).limit(ten_hoogste)))


def _regels(handeling: Handeling, ids: Sequence[UUID]) -> list[Perioderegel]:
    """Deze perioden met de namen die erbij horen, de nieuwste eerst."""
    periode = Jobcoachperiode
    lijst: Rijen = (
        select(
            *(periode.tenant_id, periode.id, periode.zaak_id, periode.status, periode.begin, periode.eind),
            *(Zaak.nummer, Persoon.voornaam, Persoon.achternaam, Werkgever.naam.label("werkgevernaam")),
        )
        .select_from(periode)
        .join(Zaak, (Zaak.tenant_id == periode.tenant_id) & (Zaak.id == periode.zaak_id))
        .join(Persoon, (Persoon.tenant_id == Zaak.tenant_id) & (Persoon.id == Zaak.persoon_id))
        .join(Werkgever, (Werkgever.tenant_id == Zaak.tenant_id) & (Werkgever.id == Zaak.werkgever_id))
        .where(periode.id.in_(ids))
        .order_by(periode.id.desc())
    )
    return [_regel(rij) for rij in handeling.sessie.execute(lijst)]


def _waar(handeling: Handeling, woord: str, mensen: Sequence[Collega]) -> Iterator[ColumnElement[bool]]:
    """In welk veld kan dit stuk staan: cliënt, werkgever, nummer, dag, stand, financier of collega?

    Elk veld wordt in zijn eigen tabel gezocht, één keer, en niet per periode.
    """
    letters, zaak = kaal(woord), (Jobcoachperiode.tenant_id, Jobcoachperiode.zaak_id)
    yield tuple_(*zaak).in_(
        select(Zaak.tenant_id, Zaak.id).where(
            or_(
                Zaak.nummer.contains(woord.upper(), autoescape=True),
                tuple_(Zaak.tenant_id, Zaak.persoon_id).in_(_met_naam(Persoon, Persoon.achternaam, woord, letters)),
                tuple_(Zaak.tenant_id, Zaak.werkgever_id).in_(_met_naam(Werkgever, Werkgever.naam, woord, letters)),
            )
        )
    )
    aanvraagnummer = Aanvraag.nummer.contains(woord.upper(), autoescape=True)
    yield tuple_(*zaak).in_(select(Aanvraag.tenant_id, Aanvraag.zaak_id).where(aanvraagnummer))
    if letters:
        yield from _in_lijsten(handeling, letters, mensen)
    if any(teken.isdigit() for teken in woord):
        for dag in (Jobcoachperiode.begin, Jobcoachperiode.eind):
            yield datumtekst(dag).contains(woord, autoescape=True)


def _met_naam(wie: type[Persoon | Werkgever], naam: InstrumentedAttribute[str], woord: str, letters: str) -> Rijen:
    """Wie zo heet: zoals getypt, of zonder accenten en voorvoegsels."""
    zo = func.lower(naam).contains(woord, autoescape=True)
    lijst: Rijen = select(wie.tenant_id, wie.id)
    return lijst.where(or_(zo, wie.zoeknaam.contains(letters, autoescape=True)) if letters else zo)


def _in_lijsten(handeling: Handeling, letters: str, mensen: Sequence[Collega]) -> Iterator[ColumnElement[bool]]:
    """Wat in het geheugen al bekend is: standen, financiers en collega's."""
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
    van_periode = select(Koppeling.id).where(
        Koppeling.tenant_id == Jobcoachperiode.tenant_id,
        Koppeling.periode_id == Jobcoachperiode.id,
        or_(*(rol.in_(wie) for rol in rollen)),
    )
    return van_periode.exists()


def _regel(rij: Any) -> Perioderegel:
    return Perioderegel(
        rij.tenant_id,
        rij.id,
        rij.zaak_id,
        rij.status,
        rij.begin,
        rij.eind,
        rij.nummer,
        f"{rij.voornaam} {rij.achternaam}",
        rij.werkgevernaam,
    )


def _zet_koppelingen(handeling: Handeling, regels: Sequence[Perioderegel], mensen: Mapping[UUID, Collega]) -> None:
    """Bij elke periode haar coaches, in één vraag voor de hele bladzijde."""
    bij = {(een.tenant_id, een.id): een for een in regels}
    gekozen = select(Koppeling).where(Koppeling.periode_id.in_([een.id for een in regels]))
    for een in handeling.sessie.scalars(gekozen.order_by(Koppeling.id)):
        regel = bij.get((een.tenant_id, een.periode_id))
        if regel is not None:
            regel.koppelingen.append(koppelstand(een, regel.status, mensen, handeling.vandaag))


def koppelstand(een: Koppeling, status: Periodestatus, mensen: Mapping[UUID, Collega], vandaag: date) -> Koppelstand:
    """De koppeling in namen; alleen in een periode die leeft is er iets na te kijken."""
    namen = tuple(mensen[id_].naam if id_ in mensen else "" for id_ in een.akkoord.op(vandaag))
    coach = mensen[een.coach_id].naam if een.coach_id in mensen else ""
    letop = tuple(waarschuwingen(een.akkoord, mensen, vandaag)) if status in LEVEND else ()
    return Koppelstand(coach, een.van, een.tot_en_met, namen, letop)
