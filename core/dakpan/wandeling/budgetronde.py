"""De uren of het bedrag van een periode raken op: bij 80 en bij 100 procent hoort de coach het, elk één keer.

Schrijven mag altijd door. Verandert de toekenning, dan telt een drempel opnieuw.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any

from sqlalchemy import BigInteger, Integer, and_, func, or_, select, type_coerce

from dakpan.begrippen.duur import Duur
from dakpan.dossier.berichten import Aanleiding
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.leden import Ontvanger
from dakpan.plan.tables import Jobcoachperiode
from dakpan.plan.toestanden import Periodestatus
from dakpan.uren.overzicht import DREMPELS, budget_van, drempel
from dakpan.uren.tables import Activiteit
from dakpan.wandeling.ontvangers import van_de_organisatie
from dakpan.wandeling.porties import Nakijken, Rijen
from dakpan.wandeling.te_melden import TeMelden

MINUTEN_PER_UUR = 60


def _bijna_op(handeling: Handeling) -> Rijen:  # noqa: ARG001 - elke ronde krijgt de handeling
    """Toegekende perioden waarvan ten minste de laagste drempel is geschreven.

    Uren staan in honderdsten en een bedrag in centen; een bedrag telt als er een uurtarief bij hoort.
    """
    geschreven = (
        select(func.sum(Activiteit.duur))
        .where(Activiteit.tenant_id == Jobcoachperiode.tenant_id, Activiteit.periode_id == Jobcoachperiode.id)
        .scalar_subquery()
    )
    minuten, uren = type_coerce(geschreven, BigInteger), type_coerce(Jobcoachperiode.uren, Integer)
    bedrag, tarief = (type_coerce(een, BigInteger) for een in (Jobcoachperiode.bedrag, Jobcoachperiode.tarief))
    grens = min(DREMPELS)
    # ``Budget.ruimte`` rondt af op een hele minuut: hier een minuut ruimer, daarna telt ``_van_periode`` precies.
    in_geld = minuten * tarief * 100 >= (bedrag * MINUTEN_PER_UUR - tarief) * grens
    return (
        select(Jobcoachperiode, Zaak, type_coerce(geschreven, Integer).label("geschreven"))
        .join(Zaak, (Zaak.tenant_id == Jobcoachperiode.tenant_id) & (Zaak.id == Jobcoachperiode.zaak_id))
        .where(
            Jobcoachperiode.status == Periodestatus.OPEN,
            Zaak.status == Zaakstatus.LOPEND,
            or_(
                minuten * 100 * 100 >= uren * MINUTEN_PER_UUR * grens,
                and_(Jobcoachperiode.uren.is_(None), in_geld),
            ),
        )
    )


def _van_periode(handeling: Handeling, _team: list[Ontvanger], rij: Any) -> Iterator[TeMelden]:
    zaak, periode = rij.Zaak, rij.Jobcoachperiode
    procent = drempel(Duur(rij.geschreven), budget_van(periode).ruimte)
    if procent is not None:
        kenmerk = f"{periode.id}/{procent}/{(periode.uren or periode.bedrag).iso}"
        aanleiding = Aanleiding.bij(Berichtsoort.UREN_RAKEN_OP, zaak, kenmerk, over=str(procent))
        yield TeMelden(aanleiding, partial(van_de_organisatie, handeling, zaak))


BUDGETTEN = Nakijken(_bijna_op, (Jobcoachperiode.id,), _van_periode, Kant.ORGANISATIE)
