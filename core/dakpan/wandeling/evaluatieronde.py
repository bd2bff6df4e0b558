"""Een afgesproken evaluatie meldt zich een week van tevoren bij wie coacht; daarna komt er geen bericht meer over."""

from collections.abc import Iterator

from sqlalchemy import select

from dakpan.aanvraag.domain.klok import BINNENKORT, Kloksoort
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.dossier.voortgang import Voortgang
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen.leden import Ontvanger
from dakpan.plan.coachingsplan.lezen import inhoud_van
from dakpan.plan.coachingsplan.toestanden import Planstand
from dakpan.plan.tables import Coachingsplan, Jobcoachperiode
from dakpan.plan.toestanden import Periodestatus
from dakpan.wandeling.te_melden import Plek, TeMelden, meld, over_termijn, voor_wie_dat_kan

_TOEGEKEND = (
    select(Jobcoachperiode.id)
    .where(
        Jobcoachperiode.tenant_id == Zaak.tenant_id,
        Jobcoachperiode.zaak_id == Zaak.id,
        Jobcoachperiode.status == Periodestatus.OPEN,
    )
    .exists()
)


@gebruiksgeval("Termijnen nagekeken")
def portie_evaluaties(handeling: Handeling, team: list[Ontvanger], na: Plek, per_keer: int) -> tuple[int, Plek | None]:
    """Eén portie plannen waarnaar nu wordt gewerkt, in een periode die is toegekend."""
    if handeling.vrager.kant is not Kant.ORGANISATIE:
        return 0, None
    rijen = handeling.sessie.execute(
        select(Coachingsplan, Zaak)
        .join(Zaak, (Zaak.tenant_id == Coachingsplan.tenant_id) & (Zaak.id == Coachingsplan.zaak_id))
        .where(
            Coachingsplan.status == Planstand.VAST,
            Zaak.status == Zaakstatus.LOPEND,
            _TOEGEKEND,
            Coachingsplan.id > na[1],
        )
        .order_by(Coachingsplan.id)
        .limit(per_keer)
    ).all()
    te_melden = [een for rij in rijen for een in _van_plan(handeling, team, rij.Zaak, rij.Coachingsplan)]
    verder = (na[0], rijen[-1].Coachingsplan.id) if len(rijen) == per_keer else None
    return meld(handeling, te_melden), verder


def _van_plan(handeling: Handeling, team: list[Ontvanger], zaak: Zaak, plan: Coachingsplan) -> Iterator[TeMelden]:
    """Elke evaluatie van de komende week."""
    nu = Voortgang.uit(zaak.stappen, ())
    stap = nu.stap(Zaakstap.RAPPORTAGE) or nu.stap(Zaakstap.UREN)
    inhoud = inhoud_van(plan)
    if stap is None or inhoud is None:
        return
    for een in inhoud.evaluaties:
        if handeling.vandaag <= een.datum <= handeling.vandaag + BINNENKORT:
            aanleiding = over_termijn(handeling, zaak, Kloksoort.EVALUEREN.value, een.datum)
            yield voor_wie_dat_kan(handeling, team, zaak, stap, aanleiding)
