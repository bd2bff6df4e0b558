"""Een afgesproken evaluatie meldt zich een week van tevoren bij wie coacht; daarna komt er geen bericht meer over.

Coacht er geen organisatie, dan meldt zij zich bij wie de zaak bij de financier heeft.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from sqlalchemy import select

from dakpan.aanvraag.domain.klok import BINNENKORT, Kloksoort
from dakpan.dossier.domain import Werkstap
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.leden import Ontvanger
from dakpan.plan.coachingsplan.evaluaties import gehouden_van, stap_van
from dakpan.plan.coachingsplan.lezen import inhoud_van
from dakpan.plan.coachingsplan.toestanden import Planstand
from dakpan.plan.tables import Coachingsplan
from dakpan.wandeling.evaluaties import TOEGEKEND
from dakpan.wandeling.ontvangers import behandelaar_van, coaches_van, voor_stap
from dakpan.wandeling.porties import Nakijken, Rijen
from dakpan.wandeling.te_melden import TeMelden, over_termijn


def _plannen(handeling: Handeling) -> Rijen:
    """Plannen waarnaar nu wordt gewerkt, in een periode die is toegekend, van wie zelf de evaluaties houdt."""
    van_financier = handeling.vrager.kant is Kant.FINANCIER
    aan_ons = Coachingsplan.organisatie_id.is_(None) if van_financier else Coachingsplan.organisatie_id.is_not(None)
    return (
        select(Coachingsplan, Zaak)
        .join(Zaak, (Zaak.tenant_id == Coachingsplan.tenant_id) & (Zaak.id == Coachingsplan.zaak_id))
        .where(Coachingsplan.status == Planstand.VAST, Zaak.status == Zaakstatus.LOPEND, aan_ons, TOEGEKEND)
    )


def _van_plan(handeling: Handeling, team: list[Ontvanger], rij: Any) -> Iterator[TeMelden]:
    """Elke evaluatie van de komende week die nog niet is gehouden."""
    zaak, plan = rij.Zaak, rij.Coachingsplan
    stap, inhoud = stap_van(zaak), inhoud_van(plan)
    if stap is None or inhoud is None:
        return
    binnenkort = [een for een in inhoud.evaluaties if een.datum <= handeling.vandaag + BINNENKORT]
    gehouden = gehouden_van(handeling, zaak) if binnenkort else {}
    for een in binnenkort:
        if een.datum >= handeling.vandaag and een.datum not in gehouden:
            aanleiding = over_termijn(handeling, zaak, Kloksoort.EVALUEREN.value, een.datum)
            yield TeMelden(aanleiding, partial(_aan, handeling, team, zaak, stap))


def _aan(handeling: Handeling, team: list[Ontvanger], zaak: Zaak, stap: Werkstap) -> Sequence[Ontvanger]:
    if zaak.organisatie_id is not None:
        return voor_stap(stap, team, coaches_van(handeling, zaak))
    return behandelaar_van(handeling, zaak) or voor_stap(stap, team, frozenset())


EVALUATIES = Nakijken(_plannen, (Coachingsplan.id,), _van_plan)
