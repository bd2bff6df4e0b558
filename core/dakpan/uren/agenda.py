"""De agenda van één coach: een week met alle cliënten van alle financiers door elkaar."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select

from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.tables import Persoon
from dakpan.uren.perioden import mijn_lidmaatschap
from dakpan.uren.schrijven import groepsversie
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import Urenstatus
from dakpan.uren.week import Week

BEGIN_VAN_DE_DAG, LAATSTE_BEGIN = 9 * 60, 23 * 60 + 30
# Zo ver kijkt iemand terug die iets wil herhalen.
ONLANGS, MEESTE_ONLANGS = timedelta(weeks=4), 40


@dataclass(frozen=True, slots=True)
class Agendapunt:
    """Wat er op een moment staat: één activiteit, of een hele groep. ``duur`` is die van het geheel."""

    tenant_id: str
    id: UUID
    financiers: tuple[tuple[str, str], ...]
    clienten: tuple[str, ...]
    begin: int
    duur: Duur
    doel: str
    soort: str
    locatie: str
    beoogd: str
    bereikt: str
    status: Urenstatus
    terug_reden: str
    planreden: str
    zaken: tuple[tuple[str, UUID], ...]
    versie: int

    @property
    def eind(self) -> int:
        return self.begin + self.duur.minuten


@dataclass(frozen=True, slots=True)
class Agendadag:
    """Eén dag met haar totaal."""

    dag: date
    punten: tuple[Agendapunt, ...]

    @property
    def totaal(self) -> Duur:
        return sum((punt.duur for punt in self.punten), GEEN_DUUR)

    @property
    def volgend_begin(self) -> int:
        """Waar de laatste activiteit ophoudt, in minuten na middernacht."""
        return min(max((punt.eind for punt in self.punten), default=BEGIN_VAN_DE_DAG), LAATSTE_BEGIN)


@dataclass(frozen=True, slots=True)
class Agenda:
    """De zeven dagen van een week."""

    week: Week
    dagen: tuple[Agendadag, ...]

    @property
    def totaal(self) -> Duur:
        return sum((dag.totaal for dag in self.dagen), GEEN_DUUR)

    @property
    def teruggestuurd(self) -> tuple[tuple[date, Agendapunt], ...]:
        """Wat de accordeerder terugstuurde en de coach nog niet wijzigde, met de dag."""
        voorraad = Urenstatus.VOORRAAD
        return tuple((d.dag, p) for d in self.dagen for p in d.punten if p.terug_reden and p.status == voorraad)


def agenda(handeling: Handeling, week: Week) -> Agenda:
    """De week van de vrager; in één opdracht."""
    return agenda_van(handeling, week, Activiteit.medewerker_id == mijn_lidmaatschap(handeling))


def agenda_van(handeling: Handeling, week: Week, *welke: ColumnElement[bool]) -> Agenda:
    """De week met alleen deze activiteiten; de aanroeper keek na of de vrager ze mag zien."""
    blokken: dict[UUID, list[Any]] = {}
    for rij in handeling.sessie.execute(_van_week(week).where(*welke)):
        blokken.setdefault(rij.Activiteit.groep_id or rij.Activiteit.id, []).append(rij)
    per_dag: dict[date, list[Agendapunt]] = {dag: [] for dag in week.dagen}
    for blok in blokken.values():
        per_dag[blok[0].Activiteit.datum].append(_punt(handeling, blok))
    return Agenda(week, tuple(Agendadag(dag, tuple(punten)) for dag, punten in per_dag.items()))


def dag_van(handeling: Handeling, dag: date) -> Agendadag:
    """Eén dag van de agenda."""
    return next(een for een in agenda(handeling, Week.van(dag)).dagen if een.dag == dag)


def onlangs(handeling: Handeling) -> list[Agendapunt]:
    """Wat de vrager de laatste weken deed, om te herhalen: het laatste eerst, en hetzelfde werk maar één keer."""
    mij, sinds = mijn_lidmaatschap(handeling), handeling.vandaag - ONLANGS
    laatste = _met_namen().where(Activiteit.medewerker_id == mij, Activiteit.datum >= sinds)
    laatste = laatste.order_by(Activiteit.datum.desc(), Activiteit.begin.desc(), Activiteit.id).limit(MEESTE_ONLANGS)
    blokken: dict[UUID, list[Any]] = {}
    for rij in handeling.sessie.execute(laatste):
        blokken.setdefault(rij.Activiteit.groep_id or rij.Activiteit.id, []).append(rij)
    verschillend: dict[object, Agendapunt] = {}
    for blok in blokken.values():
        punt = _punt(handeling, blok)
        verschillend.setdefault((punt.zaken, punt.doel, punt.soort), punt)
    return list(verschillend.values())


def _van_week(week: Week) -> Select[Activiteit, str, str]:
    deze = (Activiteit.datum >= week.begin, Activiteit.datum <= week.eind)
    return _met_namen().where(*deze).order_by(Activiteit.datum, Activiteit.begin, Activiteit.id)


def _met_namen() -> Select[Activiteit, str, str]:
    return (
        select(Activiteit, Persoon.voornaam, Persoon.achternaam)
        .join(Zaak, (Zaak.tenant_id == Activiteit.tenant_id) & (Zaak.id == Activiteit.zaak_id))
        .join(Persoon, (Persoon.tenant_id == Zaak.tenant_id) & (Persoon.id == Zaak.persoon_id))
    )


def _punt(handeling: Handeling, blok: Sequence[Any]) -> Agendapunt:
    een: Activiteit = blok[0].Activiteit
    tenants = dict.fromkeys(rij.Activiteit.tenant_id for rij in blok)
    return Agendapunt(
        een.tenant_id,
        een.id,
        tuple((tenant_id, handeling.regelboek.tenants[tenant_id].naam) for tenant_id in tenants),
        tuple(f"{rij.voornaam} {rij.achternaam}" for rij in blok),
        een.begin,
        sum((rij.Activiteit.duur for rij in blok), GEEN_DUUR),
        een.doel,
        een.soort,
        een.locatie,
        een.beoogd,
        een.bereikt,
        min((rij.Activiteit.status for rij in blok), key=tuple(Urenstatus).index),
        next((rij.Activiteit.terug_reden for rij in blok if rij.Activiteit.terug_reden), ""),
        next((rij.Activiteit.planreden for rij in blok if rij.Activiteit.planreden), ""),
        tuple((rij.Activiteit.tenant_id, rij.Activiteit.zaak_id) for rij in blok),
        groepsversie([rij.Activiteit for rij in blok]),
    )
