"""Een periode loopt af: wie coacht en wie de zaak bij de financier behandelt horen het, elk één keer.

Geen bron noemt een dag waarop dit eerder moet; daarom komt het bericht op de laatste dag zelf. Werd de ronde een paar
dagen niet gedraaid, dan komt het alsnog.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any

from sqlalchemy import select

from dakpan.aanvraag.domain.klok import BINNENKORT
from dakpan.dossier.berichten import Aanleiding
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.leden import Ontvanger
from dakpan.plan.tables import Jobcoachperiode
from dakpan.plan.toestanden import Periodestatus
from dakpan.wandeling.ontvangers import van_de_financier, van_de_organisatie
from dakpan.wandeling.porties import Nakijken, Rijen
from dakpan.wandeling.te_melden import TeMelden


def _eindigend(handeling: Handeling) -> Rijen:
    """Toegekende perioden waarvan de laatste dag er is of net is geweest, in een zaak die loopt."""
    return (
        select(Jobcoachperiode, Zaak)
        .join(Zaak, (Zaak.tenant_id == Jobcoachperiode.tenant_id) & (Zaak.id == Jobcoachperiode.zaak_id))
        .where(
            Jobcoachperiode.status == Periodestatus.OPEN,
            Jobcoachperiode.eind.between(handeling.vandaag - BINNENKORT, handeling.vandaag),
            Zaak.status == Zaakstatus.LOPEND,
        )
    )


def _van_periode(handeling: Handeling, _team: list[Ontvanger], rij: Any) -> Iterator[TeMelden]:
    zaak, periode = rij.Zaak, rij.Jobcoachperiode
    kant = handeling.vrager.kant
    kenmerk = f"{periode.id}/{periode.eind}/{kant.value}"
    aan = van_de_financier if kant is Kant.FINANCIER else van_de_organisatie
    aanleiding = Aanleiding.bij(Berichtsoort.PERIODE_EINDIGT, zaak, kenmerk, dag=periode.eind)
    yield TeMelden(aanleiding, partial(aan, handeling, zaak))


PERIODEN = Nakijken(_eindigend, (Jobcoachperiode.eind, Jobcoachperiode.id), _van_periode)
