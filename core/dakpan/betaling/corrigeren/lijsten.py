"""Welke correcties wachten op wie: een voorstel op een tweede persoon, een verlaagde factuur op haar creditnota."""

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.betaling.corrigeren.tables import Correctie, Creditnota
from dakpan.betaling.corrigeren.toestanden import Correctiestatus
from dakpan.betaling.tables import Betaalopdracht, Declaratie, Factuur
from dakpan.betaling.toestanden import TERUG
from dakpan.betaling.zoeken import VAN_PERSOON
from dakpan.dossier import bevoegd
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Persoon

TEN_HOOGSTE = 5


class Correctieregel(NamedTuple):
    """Eén correctie waar iemand iets mee moet."""

    tenant_id: str
    zaak_id: UUID
    declaratie_id: UUID
    id: UUID
    nummer: str
    zaak: str
    client: str


def te_bevestigen(handeling: Handeling) -> list[Correctieregel]:
    """Voorstellen waarover de vrager beslist, de oudste eerst: niet van hemzelf, en het oordeel is aan hem."""
    van_mij = [een for een in Partij if bevoegd.mag_toezien(handeling, Recht.DECLARATIE_BEOORDELEN, een)]
    return _lees(
        handeling,
        Correctie.status == Correctiestatus.VOORGESTELD,
        or_(Correctie.voorgesteld_account.is_(None), Correctie.voorgesteld_account != handeling.vrager.account_id),
        or_(Declaratie.beoordelaar.is_(None), Declaratie.beoordelaar.in_(van_mij)),
    )


def voorstel_bij(handeling: Handeling, betalingen: Collection[UUID]) -> Mapping[UUID, UUID]:
    """Bij welke van deze betalingen ligt een voorstel om de declaratie te verlagen, en welk?"""
    vraag = (
        select(Betaalopdracht.id, Correctie.id)
        .join(
            Correctie,
            (Correctie.tenant_id == Betaalopdracht.tenant_id)
            & (Correctie.declaratie_id == Betaalopdracht.declaratie_id),
        )
        .where(
            Betaalopdracht.tenant_id == handeling.vrager.tenant_id,
            Betaalopdracht.id.in_(betalingen),
            Correctie.status == Correctiestatus.VOORGESTELD,
        )
    )
    return {rij[0]: rij[1] for rij in handeling.sessie.execute(vraag)}


def zonder_creditnota(handeling: Handeling) -> list[Correctieregel]:
    """Declaraties waarvan de factuur hoger is dan wat er nog geldt, ook teruggestuurde; één regel per declaratie."""
    per_declaratie = {een.declaratie_id: een for een in _lees(handeling, Correctie.te_crediteren)}
    return [*per_declaratie.values(), *_teruggestuurd(handeling)][:TEN_HOOGSTE]


def _teruggestuurd(handeling: Handeling) -> list[Correctieregel]:
    """Van wat de financier terugstuurde is de hele factuur te crediteren; ``id`` is die van de factuur."""
    van_declaratie = (Factuur.tenant_id == Declaratie.tenant_id) & (Factuur.declaratie_id == Declaratie.id)
    al = select(Creditnota.id).where(
        Creditnota.tenant_id == Declaratie.tenant_id, Creditnota.declaratie_id == Declaratie.id
    )
    vraag: Select[*tuple[Any, ...]] = (
        select(
            Declaratie.tenant_id,
            Declaratie.zaak_id,
            Declaratie.id,
            Factuur.id,
            Declaratie.nummer,
            Zaak.nummer,
            Persoon.voornaam + " " + Persoon.achternaam,
        )
        .join(Factuur, van_declaratie)
        .join(Zaak, (Zaak.tenant_id == Declaratie.tenant_id) & (Zaak.id == Declaratie.zaak_id))
        .join(Persoon, VAN_PERSOON)
        .where(Declaratie.status.in_(TERUG), ~al.exists())
        .order_by(Declaratie.id)
        .limit(TEN_HOOGSTE)
    )
    return [Correctieregel(*rij) for rij in handeling.sessie.execute(vraag)]


def _lees(handeling: Handeling, *welke: ColumnElement[bool] | InstrumentedAttribute[bool]) -> list[Correctieregel]:
    van_declaratie = (Declaratie.tenant_id == Correctie.tenant_id) & (Declaratie.id == Correctie.declaratie_id)
    vraag: Select[*tuple[Any, ...]] = (
        select(
            Correctie.tenant_id,
            Correctie.zaak_id,
            Correctie.declaratie_id,
            Correctie.id,
            Declaratie.nummer,
            Zaak.nummer,
            Persoon.voornaam + " " + Persoon.achternaam,
        )
        .join(Declaratie, van_declaratie)
        .join(Zaak, (Zaak.tenant_id == Correctie.tenant_id) & (Zaak.id == Correctie.zaak_id))
        .join(Persoon, VAN_PERSOON)
        .where(*welke)
        .order_by(Correctie.id)
        .limit(TEN_HOOGSTE)
    )
    return [Correctieregel(*rij) for rij in handeling.sessie.execute(vraag)]
