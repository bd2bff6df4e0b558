"""Koppelen en loskoppelen met de uren erbij: wat een coach schreef blijft binnen de dagen waarop hij gekoppeld is."""

from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.plan import koppelen
from dakpan.plan.akkoord import Akkoord
from dakpan.plan.koppelen import Dagen, geldt_op
from dakpan.plan.tables import Koppeling
from dakpan.uren.tables import Activiteit
from dakpan.uren.weken import vergrendel


@gebruiksgeval("Jobcoach gekoppeld")
def koppel(handeling: Handeling, zaak: Zaak, periode_id: UUID, akkoord: Akkoord, dagen: Dagen) -> Koppeling:
    """Koppelt een coach op deze dagen, met wie zijn uren accordeert."""
    vergrendel(handeling, akkoord.coach)
    koppeling = koppelen.koppel(
        handeling,
        zaak,
        periode_id,
        akkoord.coach,
        accordeerder_id=akkoord.eerste,
        tweede_accordeerder_id=akkoord.tweede,
        dagen=dagen,
    )
    _kijk_uren_na(handeling, koppeling)
    return koppeling


@gebruiksgeval("Koppeling gewijzigd")
def wijzig(
    handeling: Handeling, zaak: Zaak, koppeling_id: UUID, akkoord: Akkoord, dagen: Dagen, *, versie: int | None
) -> Koppeling:
    """Andere accordeerders of andere dagen; uren die er al zijn moeten erbinnen blijven vallen."""
    vergrendel(handeling, koppelen.haal_koppeling(handeling, zaak, koppeling_id).coach_id)
    koppeling = koppelen.wijzig_koppeling(handeling, zaak, koppeling_id, akkoord, dagen, versie=versie)
    _kijk_uren_na(handeling, koppeling)
    return koppeling


@gebruiksgeval("Jobcoach losgekoppeld")
def ontkoppel(handeling: Handeling, zaak: Zaak, koppeling_id: UUID) -> None:
    """Haalt een koppeling weg waarop nog geen uren staan."""
    vergrendel(handeling, koppelen.haal_koppeling(handeling, zaak, koppeling_id).coach_id)
    koppeling = koppelen.ontkoppel(handeling, zaak, koppeling_id)
    _kijk_uren_na(handeling, koppeling)


def _kijk_uren_na(handeling: Handeling, van: Koppeling) -> None:
    """Staat er na deze wijziging iets buiten de dagen van de coach, dan gaat zij niet door."""
    handeling.sessie.flush()
    eerste, laatste = _zonder_koppeling(handeling, van)
    if eerste is not None and laatste is not None:
        raise KanNiet(
            f"Deze jobcoach schreef uren van {eerste:%d-%m-%Y} t/m {laatste:%d-%m-%Y}; die vallen dan buiten zijn "
            "dagen. Kies ruimere dagen, of laat hem die uren eerst weghalen."
        )


def _zonder_koppeling(handeling: Handeling, van: Koppeling) -> tuple[date | None, date | None]:
    """De eerste en laatste dag waarop deze coach schreef zonder dan gekoppeld te zijn."""
    dekt = select(Koppeling.id).where(
        Koppeling.tenant_id == Activiteit.tenant_id,
        Koppeling.periode_id == Activiteit.periode_id,
        Koppeling.coach_id == Activiteit.medewerker_id,
        geldt_op(Activiteit.datum),
    )
    eerste, laatste = handeling.sessie.execute(
        select(func.min(Activiteit.datum), func.max(Activiteit.datum)).where(
            Activiteit.tenant_id == van.tenant_id,
            Activiteit.periode_id == van.periode_id,
            Activiteit.medewerker_id == van.coach_id,
            ~dekt.exists(),
        )
    ).one()
    return eerste, laatste
