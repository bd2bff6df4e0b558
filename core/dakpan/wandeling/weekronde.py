"""Een week is voorbij en nog niet gesloten: de coach hoort het één keer, zodra de volgende week begint.

Alleen over de week die net om is. Wie hem later sluit krijgt er niets meer over te horen; elke week is weer een nieuwe.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import func, or_, select

from dakpan.dossier.berichten import Aanleiding
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.leden import Ontvanger
from dakpan.plan.tables import Jobcoachperiode, Koppeling
from dakpan.uren.perioden import SCHRIJFBAAR
from dakpan.uren.tables import GeslotenWeek
from dakpan.uren.week import Week
from dakpan.wandeling.porties import Nakijken, Rijen
from dakpan.wandeling.te_melden import TeMelden


def _open_gebleven(handeling: Handeling) -> Rijen:
    """Coaches met een cliënt in de week die voorbij is, die haar niet sloten; elk één keer."""
    week = Week.van(handeling.vandaag).vorige
    dicht = select(GeslotenWeek.id).where(
        GeslotenWeek.medewerker_id == Koppeling.coach_id, GeslotenWeek.weeknummer == week.code
    )
    return (
        select(func.min(Koppeling.tenant_id).label("tenant_id"))
        .select_from(Koppeling)
        .join(
            Jobcoachperiode,
            (Jobcoachperiode.tenant_id == Koppeling.tenant_id) & (Jobcoachperiode.id == Koppeling.periode_id),
        )
        .where(
            Jobcoachperiode.status.in_(sorted(SCHRIJFBAAR)),
            Jobcoachperiode.begin <= week.eind,
            Jobcoachperiode.eind >= week.begin,
            or_(Koppeling.van.is_(None), Koppeling.van <= week.eind),
            or_(Koppeling.tot_en_met.is_(None), Koppeling.tot_en_met >= week.begin),
            ~dicht.exists(),
        )
        .group_by(Koppeling.coach_id)
    )


def _van_coach(handeling: Handeling, team: list[Ontvanger], rij: Any) -> Iterator[TeMelden]:
    week = Week.van(handeling.vandaag).vorige
    kenmerk = f"{Berichtsoort.WEEK_OPEN}/{rij.coach_id}/{week.code}"
    aanleiding = Aanleiding(Berichtsoort.WEEK_OPEN, rij.tenant_id, kenmerk, over=week.code)
    yield TeMelden(aanleiding, lambda: [een for een in team if een.id == rij.coach_id])


OPEN_WEKEN = Nakijken(_open_gebleven, (Koppeling.coach_id,), _van_coach, Kant.ORGANISATIE)
