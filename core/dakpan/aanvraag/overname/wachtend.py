"""Overgenomen zaken die op het ja van de financier wachten: hoeveel, welke, en dat hij het hoort."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from dakpan.aanvraag.overname.lezen import Overnamerij
from dakpan.aanvraag.overname.tables import Overname
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.uren import Uren
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.opslag.bladeren import Blad, Vanaf, begrens, knip
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.huisberichten import Huisnieuws, laat_weten
from dakpan.partijen.huistabellen import Huissoort
from dakpan.partijen.leden import van_financier
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Organisatie, Persoon

PER_BLADZIJDE = 50
_VAN_ZAAK = (Overname.tenant_id == Zaak.tenant_id) & (Overname.zaak_id == Zaak.id)


class Wachtend(NamedTuple):
    """Eén overgenomen zaak in de lijst; ``over`` in het cijfer waarin is toegekend."""

    id: UUID
    tenant_id: str
    zaak_id: UUID
    zaaknummer: str
    client: str
    organisatie: str
    besluitnummer: str
    besloten_op: date
    begin: date
    eind: date
    over: Uren | Bedrag | None


def mag_bevestigen(handeling: Handeling) -> bool:
    """Bevestigen doet wie bij de financier beslist."""
    return handeling.vrager.kant is Kant.FINANCIER and handeling.mag(Recht.BESLISSEN)


def aantal_te_bevestigen(handeling: Handeling) -> int:
    """Hoeveel overgenomen zaken wachten er op wie bij deze financier beslist?"""
    if not mag_bevestigen(handeling):
        return 0
    vraag = select(func.count(Overname.id)).join(Zaak, _VAN_ZAAK).where(*_wacht(handeling))
    return handeling.sessie.scalar(vraag) or 0


def te_bevestigen(handeling: Handeling, vanaf: Vanaf | None = None) -> Blad[Wachtend]:
    """Een bladzijde van wat wacht, wat het langst wacht eerst."""
    handeling.vereis(Recht.BESLISSEN)
    vraag = (
        select(Overname, Zaak.nummer, Persoon.voornaam, Persoon.achternaam, Organisatie.naam)
        .join(Zaak, _VAN_ZAAK)
        .join(Persoon, (Persoon.tenant_id == Zaak.tenant_id) & (Persoon.id == Zaak.persoon_id))
        .join(Organisatie, Organisatie.id == Overname.organisatie_id)
        .where(*_wacht(handeling))
    )
    rijen = handeling.sessie.execute(begrens(vraag, (Overname.id,), vanaf, PER_BLADZIJDE)).all()
    return knip([_regel(*rij) for rij in rijen], vanaf, PER_BLADZIJDE)


def meld(handeling: Handeling, bestand_id: UUID, rijen: Sequence[Overnamerij]) -> None:
    """Per financier één bericht over het hele bestand, aan wie er beslist. Over een cliënt staat er niets in."""
    if not rijen:
        return
    van = handeling.sessie.get_one(Organisatie, handeling.vrager.organisatie_id).naam
    for tenant_id, aantal in sorted(Counter(een.tenant_id for een in rijen).items()):
        beslist = [lid for lid in van_financier(handeling.sessie, tenant_id) if Recht.BESLISSEN in lid.rechten]
        nieuws = Huisnieuws(Huissoort.ZAKEN_OVERGENOMEN, bestand_id, over=f"{aantal} {van}")
        laat_weten(handeling.sessie, nieuws, beslist, handeling.nu)


def _wacht(handeling: Handeling) -> tuple[ColumnElement[bool], ...]:
    """Nog niets over gezegd, en de zaak loopt nog."""
    return (
        Overname.tenant_id == handeling.vrager.tenant_id,
        Overname.bevestigd_op.is_(None),
        Zaak.status == Zaakstatus.LOPEND,
        Zaak.beurt_stap == Zaakstap.BESLUIT,
    )


def _regel(een: Overname, zaaknummer: str, voornaam: str, achternaam: str, organisatie: str) -> Wachtend:
    in_uren = een.toegekende_uren is not None
    return Wachtend(
        een.id,
        een.tenant_id,
        een.zaak_id,
        zaaknummer,
        f"{voornaam} {achternaam}",
        organisatie,
        een.besluitnummer,
        een.besloten_op,
        een.begin,
        een.eind,
        een.uren_over if in_uren else een.bedrag_over,
    )
