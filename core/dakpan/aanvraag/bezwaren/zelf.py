"""Nam de vrager het bestreden besluit zelf? Dan beslist een collega op het bezwaar."""

from typing import Any

from sqlalchemy import ColumnElement, and_, case, exists

from dakpan.aanvraag.bezwaren.tables import Bezwaarschrift
from dakpan.aanvraag.domain.bezwaren import Bezwaarsoort
from dakpan.aanvraag.wijzigen.tables import Wijzigingsmelding
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.sporen import Geschiedenis, Soortwijziging
from dakpan.uitleg.bron import Bron

NIET_DEZELFDE = Bron("Algemene wet bestuursrecht", "art. 10:3, derde lid")


def moet_een_collega(handeling: Handeling) -> ColumnElement[bool]:
    """Van een bezwaarschrift: wie het besluit nam of de wijziging afwees beslist er niet op."""
    return nam_het_zelf(handeling.vrager.account_id)


def nam_het_zelf(account_id: Any) -> ColumnElement[bool]:
    """Van een bezwaarschrift: moet iemand anders dan dit account erop beslissen? Wat de rechter zegt legt ieder vast.

    Een naam kunnen twee mensen hebben, en zij kan veranderen; de geschiedenis weet welk account het was.
    """
    van_hem = (Geschiedenis.tenant_id == Bezwaarschrift.tenant_id, Geschiedenis.account_id == account_id)
    besloot = exists().where(
        *van_hem, Geschiedenis.rij_id == Bezwaarschrift.besluit_id, Geschiedenis.soort == Soortwijziging.NIEUW
    )
    wees_af = exists().where(
        *van_hem,
        Geschiedenis.rij_id == Bezwaarschrift.melding_id,
        Wijzigingsmelding.tenant_id == Bezwaarschrift.tenant_id,
        Wijzigingsmelding.id == Bezwaarschrift.melding_id,
        Geschiedenis.op == Wijzigingsmelding.beslist_op,
    )
    zelf = case((Bezwaarschrift.melding_id.is_(None), besloot), else_=wees_af)
    return and_(Bezwaarschrift.soort == Bezwaarsoort.BEZWAAR, zelf)
