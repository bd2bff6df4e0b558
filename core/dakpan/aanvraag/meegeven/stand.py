"""Hoe staat het met een zaak die aan een andere financier is meegegeven, gezien van wie haar gaf?"""

from collections.abc import Collection, Mapping
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select

from dakpan.aanvraag.meegeven.aanbieden import eerder
from dakpan.aanvraag.meegeven.overkant import status_daar
from dakpan.aanvraag.meegeven.tables import Zaakoverdracht
from dakpan.aanvraag.meegeven.toestanden import Meegeefstatus
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant


class Meegeefstand(NamedTuple):
    """De laatste overdracht die niet is teruggenomen, aan wie, en wat die er tot nu toe mee deed, met zijn reden."""

    overdracht: Zaakoverdracht
    wie: str
    status: Meegeefstatus
    oordeel: str = ""


def meegeefstand(handeling: Handeling, zaak: Zaak) -> Meegeefstand | None:
    """None: de zaak is niet meegegeven, is teruggenomen, of de vrager is niet de financier die haar gaf."""
    if handeling.vrager.kant is not Kant.FINANCIER:
        return None
    rij = handeling.sessie.scalars(
        select(Zaakoverdracht)
        .where(
            Zaakoverdracht.tenant_id == zaak.tenant_id,
            Zaakoverdracht.zaak_id == zaak.id,
            Zaakoverdracht.teruggenomen_op.is_(None),
        )
        .order_by(Zaakoverdracht.id.desc())
        .limit(1)
    ).first()
    status, oordeel = status_daar(handeling, rij, zaak.nummer) if rij is not None else (None, "")
    if rij is None or status is None:
        return None
    return Meegeefstand(rij, _naam(handeling, rij.naar_tenant), status, oordeel)


def eerdere_standen(handeling: Handeling, zaak: Zaak) -> list[Meegeefstand]:
    """Elke keer dat deze zaak werd meegegeven, de laatste eerst, met wat ermee gebeurde."""
    return [
        Meegeefstand(rij, _naam(handeling, rij.naar_tenant), *_stand_van(handeling, rij, zaak.nummer))
        for rij in eerder(handeling, zaak)
    ]


def _stand_van(handeling: Handeling, rij: Zaakoverdracht, nummer: str) -> tuple[Meegeefstatus, str]:
    if rij.teruggenomen_op is not None:
        return Meegeefstatus.TERUGGENOMEN, rij.waarom_terug
    status, oordeel = status_daar(handeling, rij, nummer)
    return status or Meegeefstatus.TERUGGENOMEN, oordeel


def meegegeven_aan(handeling: Handeling, zaken: Collection[UUID]) -> Mapping[UUID, str]:
    """Aan wie is elk van deze zaken het laatst meegegeven en niet teruggenomen? Eén vraag aan de database."""
    rijen = handeling.sessie.execute(
        select(Zaakoverdracht.zaak_id, Zaakoverdracht.naar_tenant)
        .where(Zaakoverdracht.zaak_id.in_(zaken), Zaakoverdracht.teruggenomen_op.is_(None))
        .order_by(Zaakoverdracht.id)
    )
    return {zaak_id: _naam(handeling, naar) for zaak_id, naar in rijen}


def _naam(handeling: Handeling, tenant: str) -> str:
    bekend = handeling.regelboek.tenants.get(tenant)
    return bekend.naam if bekend is not None else tenant
