"""Alle perioden van de organisatie, bij al haar financiers, om in te zoeken op elk stuk van elk veld."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, or_, select

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
    """De nieuwste periode eerst; altijd hetzelfde aantal vragen aan de database."""
    handeling.vereis(Recht.PERIODES_BEHEREN)
    mensen = collegas(handeling)
    terug = vraag.voor is not None
    volgorde = Jobcoachperiode.id.asc() if terug else Jobcoachperiode.id.desc()
    rijen = handeling.sessie.execute(_lijst(handeling, vraag, mensen).order_by(volgorde).limit(PER_BLADZIJDE + 1)).all()
    regels = [_regel(rij) for rij in rijen[:PER_BLADZIJDE]]
    _zet_koppelingen(handeling, regels, {een.id: een for een in mensen})
    aantal = _tel(handeling, vraag, mensen)
    verder = len(rijen) > PER_BLADZIJDE
    if terug:
        regels.reverse()
    heeft_vorige, heeft_volgende = (verder, True) if terug else (vraag.na is not None, verder)
    return Bladzijde(
        tuple(regels),
        min(aantal, TEL_TOT),
        aantal > TEL_TOT,
        regels[0].id if regels and heeft_vorige else None,
        regels[-1].id if regels and heeft_volgende else None,
    )


def _tel(handeling: Handeling, vraag: Zoekvraag, mensen: Sequence[Collega]) -> int:
    """Hoeveel zijn het er? Verder dan ``TEL_TOT`` wordt er niet geteld."""
    alle = _lijst(handeling, replace(vraag, na=None, voor=None), mensen).limit(TEL_TOT + 1).subquery()
    return handeling.sessie.scalar(select(func.count()).select_from(alle)) or 0


def _lijst(handeling: Handeling, vraag: Zoekvraag, mensen: Sequence[Collega]) -> Rijen:
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
        .where(Zaak.gearchiveerd_op.is_(None), *(or_(*_waar(handeling, woord, mensen)) for woord in vraag.woorden))
    )
    if not vraag.ook_gesloten:
        lijst = lijst.where(periode.status.in_(LEVEND))
    if vraag.na is not None:
        lijst = lijst.where(periode.id < vraag.na)
    return lijst.where(periode.id > vraag.voor) if vraag.voor is not None else lijst


def _waar(handeling: Handeling, woord: str, mensen: Sequence[Collega]) -> Iterator[ColumnElement[bool]]:
    """In welk veld kan dit stuk staan: cliënt, werkgever, nummer, dag, stand, financier of collega?"""
    if letters := kaal(woord):
        yield Persoon.zoeknaam.contains(letters, autoescape=True)
        yield Werkgever.zoeknaam.contains(letters, autoescape=True)
        yield from _in_lijsten(handeling, letters, mensen)
    yield func.lower(Persoon.achternaam).contains(woord, autoescape=True)
    yield func.lower(Werkgever.naam).contains(woord, autoescape=True)
    yield Zaak.nummer.contains(woord.upper(), autoescape=True)
    yield _aanvraagnummer(woord)
    if any(teken.isdigit() for teken in woord):
        for dag in (Jobcoachperiode.begin, Jobcoachperiode.eind):
            yield datumtekst(dag).contains(woord, autoescape=True)


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


def _aanvraagnummer(woord: str) -> ColumnElement[bool]:
    van_zaak = select(Aanvraag.id).where(
        Aanvraag.tenant_id == Jobcoachperiode.tenant_id,
        Aanvraag.zaak_id == Jobcoachperiode.zaak_id,
        Aanvraag.nummer.contains(woord.upper(), autoescape=True),
    )
    return van_zaak.exists()


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
