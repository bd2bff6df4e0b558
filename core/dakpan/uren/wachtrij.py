"""Wat wacht er op akkoord van de vrager, en hoe staan de weken van zijn coaches ervoor?"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.heet import HEET
from dakpan.partijen.tables import Account, Lidmaatschap, Persoon
from dakpan.plan.koppelen import Wie
from dakpan.plan.tables import Jobcoachperiode
from dakpan.uren.accorderen import Aangewezen, aan, mijn_accordering
from dakpan.uren.perioden import SCHRIJFBAAR
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import Urenstatus
from dakpan.uren.week import Week

PER_PAGINA, TEL_TOT = 50, 100
Totalen = Mapping[Urenstatus, Duur]
Rijen = Select[Activiteit, str, str, str, str]


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
    planreden: str
    in_groep: bool


@dataclass(frozen=True, slots=True)
class Coachweek:
    """Eén week van één coach, met zijn vier totalen en wat er op de lijst staat."""

    week: Week
    coach: str
    coach_id: UUID
    totalen: Totalen
    activiteiten: list[Wachtend] = field(default_factory=list)

    @property
    def duur(self) -> Duur:
        """Samen, van wat er op de lijst staat."""
        return sum((een.duur for een in self.activiteiten), GEEN_DUUR)


@dataclass(frozen=True, slots=True)
class Wachtrij:
    """De lijst. ``meer``: er staan er nog meer achter; ``laatste``: waar het dan verder gaat."""

    weken: tuple[Coachweek, ...]
    meer: bool
    laatste: UUID | None = None


class Wachtstand(NamedTuple):
    """Hoeveel tijd wacht er ten minste? ``meer``: er wacht meer, maar dat is niet uitgeteld."""

    duur: Duur
    meer: bool = False


NIETS_WACHT = Wachtstand(GEEN_DUUR)


def wachtrij(handeling: Handeling, status: Urenstatus = Urenstatus.TE_ACCORDEREN, na: UUID | None = None) -> Wachtrij:
    """Wat in deze toestand bij de vrager ligt, in drie opdrachten hoeveel het ook is.

    Wat wacht staat op week, de oudste eerst; van wat akkoord is staat het laatste akkoord voorop, ``na`` bladert.
    """
    mij = mijn_accordering(handeling)
    vraag = _op_volgorde(_lijst(mij, handeling.vandaag, status), status, na)
    gevonden = handeling.sessie.execute(vraag.limit(PER_PAGINA + 1)).all()
    op_pagina = gevonden[:PER_PAGINA]
    weken: dict[tuple[str, UUID], Coachweek] = {}
    totalen = _totalen(handeling, mij, [rij.Activiteit for rij in op_pagina])
    for rij in op_pagina:
        sleutel = rij.Activiteit.weeknummer, rij.Activiteit.medewerker_id
        if sleutel not in weken:
            weken[sleutel] = Coachweek(Week.uit_nummer(sleutel[0]), rij.coach, sleutel[1], totalen[sleutel])
        weken[sleutel].activiteiten.append(_wachtend(handeling, rij))
    laatste = op_pagina[-1].Activiteit.id if len(gevonden) > PER_PAGINA else None
    return Wachtrij(tuple(weken.values()), laatste is not None, laatste)


def alle_van_mij(handeling: Handeling, status: Urenstatus) -> Rijen:
    """De vraag naar alles wat in deze toestand bij de vrager ligt, hoeveel het ook is; op volgorde van de lijst."""
    return _op_volgorde(_lijst(mijn_accordering(handeling), handeling.vandaag, status), status, None)


def aantal_wachtend(handeling: Handeling) -> int:
    """Hoeveel activiteiten wachten op akkoord van de vrager?"""
    mij = mijn_accordering(handeling)
    gevraagd = select(func.count(Activiteit.id)).where(*_wacht_op(mij, handeling.vandaag))
    return handeling.sessie.scalar(gevraagd) or 0


def langst_wachtend(handeling: Handeling, wie: UUID) -> Activiteit | None:
    """Wat wacht het langst op akkoord van deze persoon?"""
    gevraagd = select(Activiteit).where(*_wacht_op(wie, handeling.vandaag))
    return handeling.sessie.scalars(gevraagd.order_by(Activiteit.weeknummer, Activiteit.id).limit(1)).first()


def wachtende_uren(handeling: Handeling) -> Wachtstand:
    """Voor hoeveel tijd wacht er op akkoord van de vrager? Verder dan ``TEL_TOT`` activiteiten wordt er niet geteld."""
    mij = mijn_accordering(handeling)
    gevraagd = select(Activiteit.duur).where(*_wacht_op(mij, handeling.vandaag)).limit(TEL_TOT + 1)
    duren = list(handeling.sessie.scalars(gevraagd))
    return Wachtstand(sum(duren[:TEL_TOT], GEEN_DUUR), len(duren) > TEL_TOT)


def wachtende_uren_van(handeling: Handeling, wie: Collection[UUID]) -> Mapping[UUID, Wachtstand]:
    """Hetzelfde voor elk van deze mensen, in één vraag."""
    van = select(Activiteit.duur).where(*_wacht_op(Lidmaatschap.id, handeling.vandaag)).correlate(Lidmaatschap)
    eerste = van.limit(TEL_TOT + 1).subquery()
    som, aantal = (
        select(wat).select_from(eerste).correlate(Lidmaatschap).scalar_subquery()
        for wat in (func.sum(eerste.c.duur), func.count())
    )
    gevraagd = select(Lidmaatschap.id, som, aantal).where(Lidmaatschap.id.in_(wie))
    return {
        een: Wachtstand(duur or GEEN_DUUR, telling > TEL_TOT)
        for een, duur, telling in handeling.sessie.execute(gevraagd)
    }


def _wacht_op(mij: Wie, vandaag: date) -> tuple[ColumnElement[bool], ...]:
    return Activiteit.status == Urenstatus.TE_ACCORDEREN, aan(mij, vandaag), _leeft()


def _leeft() -> ColumnElement[bool]:
    """Na het einde van een periode valt er niets meer te accorderen of in te trekken; dan wacht het ook niet.

    ``OFFSET 0`` houdt PostgreSQL bij deze periode, in plaats van eerst alle perioden te lezen.
    """
    periode = select(Jobcoachperiode.id).where(
        Jobcoachperiode.tenant_id == Activiteit.tenant_id,
        Jobcoachperiode.id == Activiteit.periode_id,
        Jobcoachperiode.status.in_(sorted(SCHRIJFBAAR)),
    )
    return or_(Activiteit.status == Urenstatus.GEDECLAREERD, periode.limit(1).offset(0).exists())


def _op_volgorde(lijst: Rijen, status: Urenstatus, na: UUID | None) -> Rijen:
    if status is not Urenstatus.GEACCORDEERD:
        op_week = (Activiteit.weeknummer, HEET, Activiteit.medewerker_id, Activiteit.datum, Activiteit.begin)
        return lijst.order_by(*op_week, Activiteit.id)
    nieuwste = lijst.order_by(Activiteit.geaccordeerd_op.desc(), Activiteit.id.desc())
    if na is None:
        return nieuwste
    moment = select(Activiteit.geaccordeerd_op).where(Activiteit.id == na).scalar_subquery()
    tegelijk = and_(Activiteit.geaccordeerd_op == moment, Activiteit.id < na)
    return nieuwste.where(or_(Activiteit.geaccordeerd_op < moment, tegelijk))


def _lijst(mij: UUID, vandaag: date, status: Urenstatus) -> Rijen:
    return (
        select(Activiteit, Zaak.nummer, Persoon.voornaam, Persoon.achternaam, HEET.label("coach"))
        .join(Zaak, (Zaak.tenant_id == Activiteit.tenant_id) & (Zaak.id == Activiteit.zaak_id))
        .join(Persoon, (Persoon.tenant_id == Zaak.tenant_id) & (Persoon.id == Zaak.persoon_id))
        .join(Lidmaatschap, Lidmaatschap.id == Activiteit.medewerker_id)
        .join(Account, Account.id == Lidmaatschap.account_id)
        .where(Activiteit.status == status, aan(mij, vandaag), _leeft())
    )


def _totalen(handeling: Handeling, mij: UUID, getoond: Sequence[Activiteit]) -> Mapping[tuple[str, UUID], Totalen]:
    """Per getoonde coach en week de minuten in elke toestand, alleen van wat de vrager accordeert."""
    weken = Activiteit.weeknummer.in_({een.weeknummer for een in getoond})
    coaches = Activiteit.medewerker_id.in_({een.medewerker_id for een in getoond})
    gevraagd = (
        select(Activiteit.weeknummer, Activiteit.medewerker_id, Activiteit.status, func.sum(Activiteit.duur))
        .where(weken, coaches, aan(mij, handeling.vandaag), _leeft())
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
        een.planreden,
        een.groep_id is not None,
    )
