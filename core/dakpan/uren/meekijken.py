"""De week van een coach voor wie hem accordeert: alleen de uren die aan hem zijn, en er is niets te wijzigen."""

from uuid import UUID

from sqlalchemy import select

from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.plan.koppelen import accordeert, namen
from dakpan.plan.tables import Koppeling
from dakpan.uren.accorderen import aan, mijn_accordering
from dakpan.uren.agenda import Agenda, agenda_van
from dakpan.uren.tables import Activiteit
from dakpan.uren.week import Week


def week_van(handeling: Handeling, coach_id: UUID, week: Week) -> tuple[str, Agenda]:
    """Zijn naam en zijn week. ``NietGevonden``: de vrager is nergens accordeerder van deze coach."""
    mij, vandaag = mijn_accordering(handeling), handeling.vandaag
    van_mij = select(Koppeling.id).where(
        Koppeling.coach_id == coach_id, Koppeling.coach_id != mij, accordeert(mij, vandaag)
    )
    if handeling.sessie.scalar(van_mij.limit(1)) is None:
        raise NietGevonden
    deze = agenda_van(handeling, week, Activiteit.medewerker_id == coach_id, aan(mij, vandaag))
    return namen(handeling, {coach_id})[coach_id], deze
