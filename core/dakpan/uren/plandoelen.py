"""Aan welke van de acht doelen werkt het plan van een cliënt? Zo is bij het schrijven te zien wat erbij hoort."""

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from sqlalchemy import select

from dakpan.opslag.handeling import Handeling
from dakpan.plan.coachingsplan.opschrijven import uit_json
from dakpan.plan.coachingsplan.toestanden import Planstand
from dakpan.plan.tables import Coachingsplan
from dakpan.uren.agenda import Agenda
from dakpan.uren.perioden import MijnPeriode

Zaaksleutel = tuple[str, UUID]


def doelen_in_plan(handeling: Handeling, zaken: Collection[Zaaksleutel]) -> Mapping[Zaaksleutel, frozenset[str]]:
    """De doelen in het plan dat geldt, per zaak; in één vraag aan de database."""
    if not zaken:
        return {}
    gevraagd = select(Coachingsplan).where(
        Coachingsplan.zaak_id.in_([zaak_id for _tenant, zaak_id in zaken]), Coachingsplan.status == Planstand.VAST
    )
    return {
        (een.tenant_id, een.zaak_id): frozenset(doel.value for doel in uit_json(een.inhoud).soorten)
        for een in handeling.sessie.scalars(gevraagd)
    }


def wie_bij_doel(perioden: Iterable[MijnPeriode]) -> Mapping[str, tuple[str, ...]]:
    """Per doel de cliënten in wier plan het staat, op naam."""
    uit: dict[str, dict[str, None]] = {}
    for een in perioden:
        for doel in een.plandoelen:
            uit.setdefault(doel, {})[een.client] = None
    return {doel: tuple(namen) for doel, namen in uit.items()}


def in_het_plan(handeling: Handeling, deze: Agenda) -> frozenset[UUID]:
    """Welke punten in deze agenda horen bij een doel uit het plan van elke cliënt die erbij was?"""
    punten = [een for dag in deze.dagen for een in dag.punten]
    doelen = doelen_in_plan(handeling, {zaak for een in punten for zaak in een.zaken})
    return frozenset(een.id for een in punten if all(een.doel in doelen.get(zaak, ()) for zaak in een.zaken))
