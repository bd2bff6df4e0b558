"""Welke versies van het coachingsplan zijn er, en welke geldt waar? Een concept ziet alleen de eigen kant."""

from collections.abc import Sequence

from sqlalchemy import select

from dakpan.aanvraag.tables import Aanvraag
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.plan.coachingsplan.domain import Planinhoud
from dakpan.plan.coachingsplan.opschrijven import uit_json
from dakpan.plan.coachingsplan.toestanden import Planstand
from dakpan.plan.tables import Coachingsplan, Offerte


def plannen_van(handeling: Handeling, zaak: Zaak) -> Sequence[Coachingsplan]:
    """Alle versies die de vrager ziet, de nieuwste eerst."""
    gekozen = select(Coachingsplan).where(Coachingsplan.tenant_id == zaak.tenant_id, Coachingsplan.zaak_id == zaak.id)
    return handeling.sessie.scalars(gekozen.order_by(Coachingsplan.nummer.desc())).all()


def laatste_plan(handeling: Handeling, zaak: Zaak) -> Coachingsplan | None:
    """De nieuwste versie, ook als die nog een concept is."""
    return next(iter(plannen_van(handeling, zaak)), None)


def geldend_plan(handeling: Handeling, zaak: Zaak) -> Coachingsplan | None:
    """De versie waarnaar wordt gewerkt."""
    return next((een for een in plannen_van(handeling, zaak) if een.status is Planstand.VAST), None)


def plan_bij_aanvraag(handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag) -> Coachingsplan | None:
    """De versie die bij de aanvraag hoort: de nieuwste, tot de aanvraag definitief is; daarna die van toen."""
    alle = plannen_van(handeling, zaak)
    toen = aanvraag.definitief_op
    if toen is None:
        return next(iter(alle), None)
    return next((een for een in alle if een.vastgesteld_op is not None and een.vastgesteld_op <= toen), None)


def plan_bij_offerte(handeling: Handeling, zaak: Zaak, offerte: Offerte) -> Coachingsplan | None:
    """De versie die met deze offerte meeging. None: er was geen uitgewerkt plan, of zij is nog niet verstuurd."""
    toen = offerte.verstuurd_op
    alle = plannen_van(handeling, zaak) if toen is not None else ()
    return next((een for een in alle if een.vastgesteld_op is not None and toen and een.vastgesteld_op <= toen), None)


def inhoud_van(plan: Coachingsplan | None) -> Planinhoud | None:
    """Wat er in deze versie staat."""
    return uit_json(plan.inhoud) if plan is not None else None
