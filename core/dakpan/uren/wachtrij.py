"""Wat wacht er op akkoord van de vrager, en hoe staan de weken van zijn coaches ervoor?"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select

from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.tables import Account, Lidmaatschap, Persoon
from dakpan.uren.accorderen import Aangewezen, aan, mijn_accordering
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import Urenstatus
from dakpan.uren.week import Week

PER_PAGINA = 50
Totalen = Mapping[Urenstatus, Duur]


@dataclass(frozen=True, slots=True)
class Wachtend:
    """Eén activiteit op de lijst van de accordeerder."""

    aangewezen: Aangewezen
    financier: str
    zaak_id: UUID
    nummer: str
    client: str
    datum: date
    begin: int
    duur: Duur
    doel: str
    soort: str
    beoogd: str
    bereikt: str


@dataclass(frozen=True, slots=True)
class Coachweek:
    """Eén week van één coach, met zijn vier totalen en wat er op de lijst staat."""

    week: Week
    coach: str
    totalen: Totalen
    activiteiten: list[Wachtend] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Wachtrij:
    """De lijst, oudste week eerst. ``meer``: er staan er nog meer achter."""

    weken: tuple[Coachweek, ...]
    meer: bool


def wachtrij(handeling: Handeling, status: Urenstatus = Urenstatus.TE_ACCORDEREN) -> Wachtrij:
    """Wat in deze toestand bij de vrager ligt; in drie opdrachten, hoeveel het ook is."""
    mij = mijn_accordering(handeling)
    gevonden = handeling.sessie.execute(_lijst(mij, handeling.vandaag, status)).all()
    op_pagina = gevonden[:PER_PAGINA]
    weken: dict[tuple[str, UUID], Coachweek] = {}
    totalen = _totalen(handeling, mij, {rij.Activiteit.weeknummer for rij in op_pagina})
    for rij in op_pagina:
        sleutel = rij.Activiteit.weeknummer, rij.Activiteit.medewerker_id
        if sleutel not in weken:
            weken[sleutel] = Coachweek(Week.uit_nummer(sleutel[0]), rij.coach, totalen[sleutel])
        weken[sleutel].activiteiten.append(_wachtend(handeling, rij))
    return Wachtrij(tuple(weken.values()), len(gevonden) > PER_PAGINA)


def aantal_wachtend(handeling: Handeling) -> int:
    """Hoeveel activiteiten wachten op akkoord van de vrager?"""
    mij = mijn_accordering(handeling)
    van_mij = aan(mij, handeling.vandaag)
    gevraagd = select(func.count(Activiteit.id)).where(Activiteit.status == Urenstatus.TE_ACCORDEREN, van_mij)
    return handeling.sessie.scalar(gevraagd) or 0


def wachtende_uren(handeling: Handeling) -> Duur:
    """Voor hoeveel tijd wacht er op akkoord van de vrager?"""
    mij = mijn_accordering(handeling)
    van_mij = aan(mij, handeling.vandaag)
    gevraagd = select(func.sum(Activiteit.duur)).where(Activiteit.status == Urenstatus.TE_ACCORDEREN, van_mij)
    return handeling.sessie.scalar(gevraagd) or GEEN_DUUR


def _lijst(mij: UUID, vandaag: date, status: Urenstatus) -> Select[Activiteit, str, str, str, str]:
    return (
        select(Activiteit, Zaak.nummer, Persoon.voornaam, Persoon.achternaam, Account.naam.label("coach"))
        .join(Zaak, (Zaak.tenant_id == Activiteit.tenant_id) & (Zaak.id == Activiteit.zaak_id))
        .join(Persoon, (Persoon.tenant_id == Zaak.tenant_id) & (Persoon.id == Zaak.persoon_id))
        .join(Lidmaatschap, Lidmaatschap.id == Activiteit.medewerker_id)
        .join(Account, Account.id == Lidmaatschap.account_id)
        .where(Activiteit.status == status, aan(mij, vandaag))
        .order_by(Activiteit.weeknummer, Account.naam, Activiteit.medewerker_id, Activiteit.datum, Activiteit.begin)
        .order_by(Activiteit.id)
        .limit(PER_PAGINA + 1)
    )


def _totalen(handeling: Handeling, mij: UUID, weken: set[str]) -> Mapping[tuple[str, UUID], Totalen]:
    """Per coach en week de minuten in elke toestand, alleen van wat de vrager accordeert."""
    gevraagd = (
        select(Activiteit.weeknummer, Activiteit.medewerker_id, Activiteit.status, func.sum(Activiteit.duur))
        .where(Activiteit.weeknummer.in_(weken), aan(mij, handeling.vandaag))
        .group_by(Activiteit.weeknummer, Activiteit.medewerker_id, Activiteit.status)
    )
    totalen: dict[tuple[str, UUID], dict[Urenstatus, Duur]] = defaultdict(lambda: dict.fromkeys(Urenstatus, GEEN_DUUR))
    for week, medewerker_id, status, duur in handeling.sessie.execute(gevraagd):
        totalen[week, medewerker_id][status] = duur
    return totalen


def _wachtend(handeling: Handeling, rij: Any) -> Wachtend:
    een: Activiteit = rij.Activiteit
    return Wachtend(
        Aangewezen(een.tenant_id, een.id, een.versie),
        handeling.regelboek.tenants[een.tenant_id].naam,
        een.zaak_id,
        rij.nummer,
        f"{rij.voornaam} {rij.achternaam}",
        een.datum,
        een.begin,
        een.duur,
        een.doel,
        een.soort,
        een.beoogd,
        een.bereikt,
    )
