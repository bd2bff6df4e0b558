"""Wie bij de financier hoort er over een bezwaar? Wie de zaak behandelt, en wie erop kan beslissen."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from dakpan.aanvraag.bezwaren.tables import Bezwaarschrift
from dakpan.aanvraag.bezwaren.zelf import nam_het_zelf
from dakpan.aanvraag.domain.stukken import Partij
from dakpan.dossier.domain import Werkstap, Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import voortgang
from dakpan.opslag.handeling import Handeling
from dakpan.partijen import leden
from dakpan.partijen.leden import Ontvanger
from dakpan.partijen.tables import Lidmaatschap
from dakpan.wandeling.ontvangers import van_de_financier, voor_stap


def over_bezwaar(handeling: Handeling, zaak: Zaak, bezwaar: Bezwaarschrift) -> list[Ontvanger]:
    """Mag wie de zaak behandelt er niet op beslissen, dan hoort ook elke collega het die dat wel mag."""
    aan = van_de_financier(handeling, zaak, Zaakstap.BESLUIT)
    beslissers = _beslissers(handeling, zaak, bezwaar)
    return aan if {een.id for een in aan} & {een.id for een in beslissers} else [*aan, *beslissers]


def _beslissers(handeling: Handeling, zaak: Zaak, bezwaar: Bezwaarschrift) -> list[Ontvanger]:
    stap = voortgang(handeling, zaak).stap(Zaakstap.BESLUIT) or Werkstap(Zaakstap.BESLUIT, Partij.BESLISSER)
    kunnen = voor_stap(stap, leden.van_financier(handeling.sessie, zaak.tenant_id), frozenset())
    zelf = _namen_het_zelf(handeling, bezwaar, [een.id for een in kunnen])
    return [een for een in kunnen if een.id not in zelf]


def _namen_het_zelf(handeling: Handeling, bezwaar: Bezwaarschrift, wie: Sequence[UUID]) -> frozenset[UUID]:
    dit = (Bezwaarschrift.tenant_id == bezwaar.tenant_id) & (Bezwaarschrift.id == bezwaar.id)
    zelf = select(Lidmaatschap.id).join(Bezwaarschrift, dit).where(nam_het_zelf(Lidmaatschap.account_id))
    return frozenset(handeling.sessie.scalars(zelf.where(Lidmaatschap.id.in_(wie))))
