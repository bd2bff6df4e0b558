"""Welke evaluaties moet de vrager nu houden: bijna aan de beurt, of voorbij en nog niet vastgelegd?"""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Row, and_, case, select

from dakpan.aanvraag.beoordeeltabellen import Behandeling
from dakpan.aanvraag.domain.klok import BINNENKORT
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.tables import Persoon
from dakpan.plan.coachingsplan.lezen import inhoud_van
from dakpan.plan.coachingsplan.toestanden import Planstand
from dakpan.plan.tables import Coachingsplan, GehoudenEvaluatie, Jobcoachperiode, Koppeling
from dakpan.plan.toestanden import Periodestatus

# Meer zaken coacht niemand tegelijk; zo blijft het lezen van de plannen klein.
PLANNEN_TEN_HOOGSTE, TEN_HOOGSTE = 200, 5
TOEGEKEND = (
    select(Jobcoachperiode.id)
    .where(
        Jobcoachperiode.tenant_id == Zaak.tenant_id,
        Jobcoachperiode.zaak_id == Zaak.id,
        Jobcoachperiode.status == Periodestatus.OPEN,
    )
    .exists()
)


class Evaluatieregel(NamedTuple):
    """Eén evaluatie die wacht, met over wie zij gaat."""

    tenant_id: str
    zaak_id: UUID
    zaak: str
    client: str
    datum: date


def te_houden(handeling: Handeling) -> tuple[Evaluatieregel, ...]:
    """Wat het eerst moest bovenaan; altijd twee vragen aan de database."""
    plannen = _mijn_plannen(handeling)
    gehouden = _gehouden(handeling, [rij.id for rij in plannen])
    gevonden = [
        Evaluatieregel(rij.tenant_id, rij.id, rij.nummer, f"{rij.voornaam} {rij.achternaam}".strip(), dag)
        for rij in plannen
        for dag in _dagen(rij.Coachingsplan)
        if dag <= handeling.vandaag + BINNENKORT and (rij.id, dag) not in gehouden
    ]
    return tuple(sorted(gevonden, key=lambda een: (een.datum, een.zaak))[:TEN_HOOGSTE])


def _dagen(plan: Coachingsplan) -> list[date]:
    inhoud = inhoud_van(plan)
    return [een.datum for een in inhoud.evaluaties] if inhoud is not None else []


def _mijn_plannen(handeling: Handeling) -> list[Row[Coachingsplan, str, UUID, str, str, str]]:
    """Het plan dat geldt van elke lopende zaak waarvan de vrager de evaluaties houdt."""
    vraag = (
        select(Coachingsplan, Zaak.tenant_id, Zaak.id, Zaak.nummer, Persoon.voornaam, Persoon.achternaam)
        .join(Zaak, (Zaak.tenant_id == Coachingsplan.tenant_id) & (Zaak.id == Coachingsplan.zaak_id))
        .join(Persoon, (Persoon.tenant_id == Zaak.tenant_id) & (Persoon.id == Zaak.persoon_id))
        .where(
            Coachingsplan.status == Planstand.VAST,
            Zaak.status == Zaakstatus.LOPEND,
            _van_mij(handeling),
            TOEGEKEND,
        )
        .order_by(Coachingsplan.zaak_id.desc())
        .limit(PLANNEN_TEN_HOOGSTE)
    )
    return list(handeling.sessie.execute(vraag).all())


def _van_mij(handeling: Handeling) -> ColumnElement[bool]:
    """Wie coacht; is dat geen organisatie, dan wie de zaak bij de financier heeft; heeft niemand haar, dan iedereen."""
    mij = handeling.vrager.lidmaatschap_id
    if handeling.vrager.kant is not Kant.FINANCIER:
        return Zaak.id.in_(select(Koppeling.zaak_id).where(Koppeling.coach_id == mij))
    houder = case(
        (Behandeling.terug_op <= handeling.vandaag, Behandeling.terug_naar_id), else_=Behandeling.behandelaar_id
    )
    bij_een_ander = select(Behandeling.id).where(
        Behandeling.tenant_id == Zaak.tenant_id, Behandeling.zaak_id == Zaak.id, houder != mij
    )
    return and_(Coachingsplan.organisatie_id.is_(None), ~bij_een_ander.exists())


def _gehouden(handeling: Handeling, zaken: list[UUID]) -> set[tuple[UUID, date]]:
    vraag = select(GehoudenEvaluatie.zaak_id, GehoudenEvaluatie.datum).where(GehoudenEvaluatie.zaak_id.in_(zaken))
    return {(zaak_id, dag) for zaak_id, dag in handeling.sessie.execute(vraag)}
