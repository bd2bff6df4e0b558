"""Eén organisatie in het openbare register: van wanneer tot wanneer erkend, waarin goed, en met welke coaches."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dakpan.opslag.fouten import NietGevonden
from dakpan.partijen.heet import HEET
from dakpan.partijen.register import bewijs_geldt, geldt, vermeld
from dakpan.partijen.registertabellen import Erkenning, Registerbewijs
from dakpan.partijen.tables import Account, Lidmaatschap, Organisatie

COACHES_TEN_HOOGSTE = 200


class Bewijs(NamedTuple):
    """Wat een coach behaalde, en tot wanneer het geldt; leeg: het verloopt niet."""

    soort: str
    behaald_op: date
    geldig_tot: date | None


@dataclass(frozen=True, slots=True)
class Registerpagina:
    """Wat iedereen van één organisatie mag zien. ``coaches``: alleen wie zelf koos om met naam vermeld te staan."""

    organisatie: Organisatie
    erkenningen: tuple[tuple[str, date, date | None], ...]
    aantallen: tuple[tuple[str, int], ...]
    coaches: tuple[tuple[str, tuple[Bewijs, ...]], ...]


def lees(sessie: Session, organisatie_id: UUID, dag: date) -> Registerpagina:
    """De pagina van deze organisatie op deze dag. ``NietGevonden``: zij staat niet in het register."""
    organisatie = sessie.get(Organisatie, organisatie_id)
    if organisatie is None:
        raise NietGevonden
    return Registerpagina(
        organisatie,
        _erkenningen(sessie, organisatie_id, dag),
        _aantallen(sessie, organisatie_id, dag),
        _coaches(sessie, organisatie_id, dag),
    )


def _erkenningen(sessie: Session, wie: UUID, dag: date) -> tuple[tuple[str, date, date | None], ...]:
    nu = select(Erkenning).where(Erkenning.organisatie_id == wie, geldt(dag)).order_by(Erkenning.tenant_id)
    return tuple((een.tenant_id, een.van, een.tot_en_met) for een in sessie.scalars(nu))


def _aantallen(sessie: Session, wie: UUID, dag: date) -> tuple[tuple[str, int], ...]:
    aantal = func.count(Registerbewijs.medewerker_id.distinct())
    geldig = select(Registerbewijs.soort, aantal).join(Lidmaatschap, Lidmaatschap.id == Registerbewijs.medewerker_id)
    per_soort = geldig.where(Registerbewijs.organisatie_id == wie, bewijs_geldt(dag)).group_by(Registerbewijs.soort)
    return tuple((soort, hoeveel) for soort, hoeveel in sessie.execute(per_soort.order_by(Registerbewijs.soort)))


def _coaches(sessie: Session, wie: UUID, dag: date) -> tuple[tuple[str, tuple[Bewijs, ...]], ...]:
    """Op naam; ook wie niets heeft laten vastleggen staat erin als hij dat koos."""
    naam = HEET
    kolommen = (Registerbewijs.soort, Registerbewijs.behaald_op, Registerbewijs.geldig_tot)
    heeft = (Registerbewijs.medewerker_id == Lidmaatschap.id) & bewijs_geldt(dag)
    vraag = select(Lidmaatschap.id, naam, *kolommen).join(Account, Account.id == Lidmaatschap.account_id)
    bij: dict[tuple[UUID, str], list[Bewijs]] = defaultdict(list)
    gekozen = vraag.outerjoin(Registerbewijs, heeft).where(Lidmaatschap.organisatie_id == wie, vermeld())
    op_naam = gekozen.order_by(func.lower(naam), Lidmaatschap.id, Registerbewijs.soort).limit(COACHES_TEN_HOOGSTE)
    for lid_id, heet, soort, behaald, tot in sessie.execute(op_naam):
        bij[lid_id, heet].extend([Bewijs(soort, behaald, tot)] if soort else [])
    return tuple((heet, tuple(bewijzen)) for (_id, heet), bewijzen in bij.items())
