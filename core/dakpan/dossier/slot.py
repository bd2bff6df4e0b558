"""Wie iets doet wat afhangt van wat er verder in de zaak staat, doet dat alleen."""

from sqlalchemy import select

from dakpan.dossier.tables import Zaak
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling


def zet_vast(handeling: Handeling, zaak: Zaak) -> None:
    """Tot het einde van deze transactie wacht een ander die hetzelfde wil, en rekent daarna met wat er dan staat.

    ``NietGevonden``: wie net eerder was nam de zaak uit de deling, en zij is er voor de vrager niet meer.
    """
    rij = select(Zaak.id).where(Zaak.tenant_id == zaak.tenant_id, Zaak.id == zaak.id)
    if not handeling.sessie.execute(rij.with_for_update()).all():
        raise NietGevonden
