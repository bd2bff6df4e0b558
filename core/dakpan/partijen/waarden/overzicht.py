"""Wat is er ingevuld, wat ontbreekt, en wat had al geïndexeerd moeten zijn?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select

from dakpan.opslag.handeling import Handeling
from dakpan.partijen.waarden.beheren import eigen_tenant, keuzes_van, parameters_nu
from dakpan.partijen.waarden.tables import Waardevoorstel
from dakpan.partijen.waarden.toestanden import WACHT
from dakpan.regels.parameters.model import Parameter, Reeks
from dakpan.regels.parameters.parameters import Parameters

TEN_HOOGSTE = 100


@dataclass(frozen=True, slots=True)
class Stand:
    """Hoe staat één parameter ervoor? ``verlopen_sinds``: de eerste indexdag waarop een nieuwe waarde hoorde."""

    parameter: Parameter
    sleutels: int
    ontbreekt: int
    verlopen_sinds: date | None

    @property
    def compleet(self) -> bool:
        return not self.ontbreekt and self.verlopen_sinds is None


@dataclass(frozen=True, slots=True)
class Overzicht:
    """Alle parameters van één regelset."""

    parameters: Parameters
    standen: tuple[Stand, ...]

    @property
    def aandacht(self) -> tuple[Stand, ...]:
        return tuple(een for een in self.standen if not een.compleet)


def overzichten(handeling: Handeling) -> Iterator[Overzicht]:
    """Per regelset van de eigen financier hoe het ervoor staat."""
    for keuze in keuzes_van(handeling):
        parameters = parameters_nu(handeling, keuze.naam)
        standen = tuple(stand_van(een, handeling.vandaag) for een in parameters.lijst.values())
        yield Overzicht(parameters, standen)


def stand_van(parameter: Parameter, vandaag: date) -> Stand:
    reeksen = parameter.reeksen.values()
    verlopen = [dag for reeks in reeksen if (dag := _verlopen(reeks, vandaag)) is not None]
    ontbreekt = sum(reeks.op(vandaag) is None for reeks in reeksen)
    return Stand(parameter, len(parameter.reeksen), ontbreekt, min(verlopen, default=None))


def _verlopen(reeks: Reeks, vandaag: date) -> date | None:
    nu = reeks.op(vandaag)
    return nu.ingehaald_op if nu is not None and nu.ingehaald_op is not None and nu.ingehaald_op <= vandaag else None


def wachtend(handeling: Handeling) -> Sequence[Waardevoorstel]:
    """De voorstellen waarover nog iemand moet oordelen, het oudste eerst."""
    return handeling.sessie.scalars(
        select(Waardevoorstel)
        .where(Waardevoorstel.tenant_id == eigen_tenant(handeling), Waardevoorstel.status.in_(WACHT))
        .order_by(Waardevoorstel.id)
        .limit(TEN_HOOGSTE)
    ).all()


def aantal_voor_mij(handeling: Handeling) -> int:
    """Hoeveel voorstellen van een ander wachten op een oordeel van de vrager?"""
    # Niet als IS DISTINCT FROM: de wacht leest die FROM op PostgreSQL als het begin van een tabel.
    wie = Waardevoorstel.voorsteller_id
    van_ander = or_(wie.is_(None), wie != handeling.vrager.account_id)
    tellen = select(func.count(Waardevoorstel.id)).where(
        Waardevoorstel.tenant_id == eigen_tenant(handeling), Waardevoorstel.status.in_(WACHT), van_ander
    )
    return handeling.sessie.scalar(tellen) or 0
