"""De totalen van een hele organisatie: wat ligt er nog, wat wacht op akkoord, wat is te declareren, wat is het al?

Wat nooit meer gedeclareerd kan worden staat apart, zodat de andere kloppen met wat er te doen is. Wat er te tellen valt
staat in één index; hoeveel uren er ook zijn, elke telling hieronder is er twee: alles, en wat daarvan verloren is.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.betaling.verzamelen import NOOIT_MEER
from dakpan.dossier.tables import Zaak
from dakpan.opslag.bladeren import Blad, Vanaf, begrens, knip
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Persoon
from dakpan.plan.koppelen import namen
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import Urenstatus
from dakpan.uren.week import Week

PER_BLADZIJDE = 50
NOG_NIET = tuple(een for een in Urenstatus if een is not Urenstatus.GEDECLAREERD)


class Verloren(StrEnum):
    """Uren die op geen declaratie meer kunnen, in welke toestand zij ook staan."""

    NOOIT_MEER = "nooit_meer"


Hoever = Urenstatus | Verloren
Totalen = Mapping[Hoever, Duur]


class Indeling(StrEnum):
    """Waarlangs worden de uren opgeteld?"""

    WEEK = "week"
    DAG = "dag"
    COACH = "coach"
    CLIENT = "client"


@dataclass(frozen=True, slots=True)
class Keuze:
    """Welke uren tellen? Zonder financier of coach: die van allemaal."""

    van: date
    tot_en_met: date
    tenant_id: str | None = None
    coach_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Client:
    """Een cliënt met zijn zaak bij één financier."""

    tenant_id: str
    zaak_id: UUID
    nummer: str
    naam: str


def samen(handeling: Handeling, keuze: Keuze) -> Totalen:
    """De hele organisatie bij elkaar."""
    return _per(handeling, keuze, Activiteit.status).get(None, _leeg())


def per_dag(handeling: Handeling, keuze: Keuze) -> Mapping[date, Totalen]:
    """De laatste dag eerst; een dag zonder uren staat er niet in."""
    gevonden = _per(handeling, keuze, Activiteit.datum)
    return {dag: gevonden[dag] for dag in sorted(gevonden, reverse=True)}


def per_week(handeling: Handeling, keuze: Keuze) -> Mapping[Week, Totalen]:
    """De dagen bij elkaar geteld; zo leest ook een week alleen de index."""
    weken: dict[Week, list[Totalen]] = defaultdict(list)
    for dag, totalen in per_dag(handeling, keuze).items():
        weken[Week.van(dag)].append(totalen)
    return {week: opgeteld(dagen) for week, dagen in weken.items()}


def per_coach(handeling: Handeling, keuze: Keuze) -> Mapping[tuple[str, UUID], Totalen]:
    """Op naam."""
    gevonden = _per(handeling, keuze, Activiteit.medewerker_id)
    van = namen(handeling, set(gevonden))
    return {(van.get(een, ""), een): gevonden[een] for een in sorted(gevonden, key=lambda een: (van.get(een, ""), een))}


def per_client(handeling: Handeling, keuze: Keuze, vanaf: Vanaf | None = None) -> Blad[tuple[Client, Totalen]]:
    """Vijftig zaken, de nieuwste eerst: eerst welke het zijn, en pas daarvan de uren."""
    _vereis(handeling)
    van_zaak = (Activiteit.tenant_id == Zaak.tenant_id, Activiteit.zaak_id == Zaak.id)
    werk = select(Activiteit.id).where(*_welke(keuze), *van_zaak).exists()
    wie = (
        select(Zaak.tenant_id, Zaak.id, Zaak.nummer, Persoon.voornaam, Persoon.achternaam)
        .join(Persoon, (Persoon.tenant_id == Zaak.tenant_id) & (Persoon.id == Zaak.persoon_id))
        .where(werk)
    )
    begrensd = begrens(wie, (Zaak.id,), vanaf, PER_BLADZIJDE, aflopend=True)
    blad = knip(handeling.sessie.execute(begrensd).all(), vanaf, PER_BLADZIJDE)
    bij = Activiteit.tenant_id.in_({rij.tenant_id for rij in blad.regels})  # met de financier erbij is er een index
    alleen = Activiteit.zaak_id.in_([rij.id for rij in blad.regels])
    totalen = _per(handeling, keuze, Activiteit.zaak_id, bij, alleen) if blad.regels else {}
    regels = tuple(
        (Client(rij.tenant_id, rij.id, rij.nummer, f"{rij.voornaam} {rij.achternaam}"), totalen[rij.id])
        for rij in blad.regels
    )
    return Blad(regels, blad.vorige, blad.volgende)


def opgeteld(delen: Iterable[Totalen]) -> Totalen:
    """Bij elkaar wat er al per deel is geteld."""
    uit = _leeg()
    for totalen in delen:
        for hoever, duur in totalen.items():
            uit[hoever] += duur
    return uit


def _vereis(handeling: Handeling) -> None:
    handeling.vereis(Recht.DECLAREREN)


def _welke(keuze: Keuze, toestanden: Iterable[Urenstatus] = Urenstatus) -> Iterable[ColumnElement[bool]]:
    yield Activiteit.status.in_(list(toestanden))  # ook als het elke is: zo loopt de index per toestand langs de dagen
    yield Activiteit.datum.between(keuze.van, keuze.tot_en_met)
    if keuze.tenant_id is not None:
        yield Activiteit.tenant_id == keuze.tenant_id
    if keuze.coach_id is not None:
        yield Activiteit.medewerker_id == keuze.coach_id


def _per(handeling: Handeling, keuze: Keuze, kolom: Any, *alleen: ColumnElement[bool]) -> dict[Any, Totalen]:
    """De minuten per toestand en per waarde van deze kolom; bij de toestand zelf staat alles onder None."""
    _vereis(handeling)
    uit: dict[Any, dict[Hoever, Duur]] = defaultdict(_leeg)
    for sleutel, status, duur in _tel(handeling, kolom, *_welke(keuze), *alleen):
        uit[sleutel][status] = duur
    # Het meeste werk heeft geen periode nodig: tel alles, en haal eraf wat nooit meer mee kan.
    for sleutel, status, duur in _tel(handeling, kolom, *_welke(keuze, NOG_NIET), NOOIT_MEER, *alleen):
        uit[sleutel][status] -= duur
        uit[sleutel][Verloren.NOOIT_MEER] += duur
    return dict(uit)


def _tel(handeling: Handeling, kolom: Any, *welke: ColumnElement[bool]) -> Iterator[tuple[Any, Urenstatus, Duur]]:
    gevraagd = (
        select(kolom.label("sleutel"), Activiteit.status, func.sum(Activiteit.duur))
        .where(*welke)
        .group_by(kolom, Activiteit.status)
    )
    for sleutel, status, duur in handeling.sessie.execute(gevraagd):
        yield None if kolom is Activiteit.status else sleutel, status, duur


def _leeg() -> dict[Hoever, Duur]:
    return dict.fromkeys((*Urenstatus, *Verloren), GEEN_DUUR)
