"""De uren van een periode raken op: bij 80 en bij 100 procent hoort de coach het, elk één keer.

Schrijven mag altijd door. Verandert de toekenning, dan telt een drempel opnieuw.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any

from sqlalchemy import Integer, func, select, type_coerce

from dakpan.begrippen.duur import Duur
from dakpan.dossier.berichten import Aanleiding
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.leden import Ontvanger
from dakpan.plan.tables import Jobcoachperiode
from dakpan.plan.toestanden import Periodestatus
from dakpan.uren.overzicht import DREMPELS, drempel
from dakpan.uren.tables import Activiteit
from dakpan.wandeling.ontvangers import van_de_organisatie
from dakpan.wandeling.porties import Nakijken, Rijen
from dakpan.wandeling.te_melden import TeMelden

MINUTEN_PER_UUR = 60


def _bijna_op(handeling: Handeling) -> Rijen:  # noqa: ARG001 - elke ronde krijgt de handeling
    """Toegekende perioden waarvan ten minste de laagste drempel is geschreven. Uren staan in honderdsten."""
    geschreven = (
        select(func.sum(Activiteit.duur))
        .where(Activiteit.tenant_id == Jobcoachperiode.tenant_id, Activiteit.periode_id == Jobcoachperiode.id)
        .scalar_subquery()
    )
    honderdsten = type_coerce(Jobcoachperiode.uren, Integer)
    genoeg = type_coerce(geschreven, Integer) * 100 * 100 >= honderdsten * MINUTEN_PER_UUR * min(DREMPELS)
    return (
        select(Jobcoachperiode, Zaak, type_coerce(geschreven, Integer).label("geschreven"))
        .join(Zaak, (Zaak.tenant_id == Jobcoachperiode.tenant_id) & (Zaak.id == Jobcoachperiode.zaak_id))
        .where(
            Jobcoachperiode.status == Periodestatus.OPEN,
            Jobcoachperiode.uren.is_not(None),
            Zaak.status == Zaakstatus.LOPEND,
            genoeg,
        )
    )


def _van_periode(handeling: Handeling, _team: list[Ontvanger], rij: Any) -> Iterator[TeMelden]:
    zaak, periode = rij.Zaak, rij.Jobcoachperiode
    procent = drempel(Duur(rij.geschreven), periode.uren)
    if procent is not None:
        kenmerk = f"{periode.id}/{procent}/{periode.uren.iso}"
        aanleiding = Aanleiding.bij(Berichtsoort.UREN_RAKEN_OP, zaak, kenmerk, over=str(procent))
        yield TeMelden(aanleiding, partial(van_de_organisatie, handeling, zaak))


BUDGETTEN = Nakijken(_bijna_op, (Jobcoachperiode.id,), _van_periode, Kant.ORGANISATIE)
