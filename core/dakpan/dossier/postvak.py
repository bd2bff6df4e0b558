"""Het postvak van één persoon: wat kwam er, wat is gelezen, en welke e-mail wil hij?"""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select

from dakpan.dossier.berichtsoorten import TER_INFORMATIE, Berichtsoort
from dakpan.dossier.tables import Bericht, Zaak
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.partijen import huisberichten
from dakpan.partijen.huistabellen import Huisbericht, Huissoort
from dakpan.partijen.tables import Account, Mailkeuze, Persoon

PER_BLADZIJDE = 50
_PER_KEER = 500


class Berichtregel(NamedTuple):
    """Eén bericht in het postvak; ``client`` is leeg als het niet over één zaak gaat.

    ``tenant_id`` is leeg als het bij geen financier hoort, maar bij het huis van de lezer zelf.
    """

    tenant_id: str
    id: UUID
    soort: Berichtsoort | Huissoort
    over: str
    dag: date | None
    zaak_id: UUID | None
    zaaknummer: str
    client: str
    op: datetime
    gelezen: bool

    @property
    def moet_doen(self) -> bool:
        return self.soort not in TER_INFORMATIE and self.soort not in huisberichten.TER_INFORMATIE


def postvak(handeling: Handeling, na: UUID | None = None) -> tuple[list[Berichtregel], UUID | None]:
    """De nieuwste eerst, over zaken en daarbuiten door elkaar; en het id om verder te bladeren."""
    van_het_huis = [_huisregel(een) for een in huisberichten.eerste(handeling, na, PER_BLADZIJDE + 1)]
    alle = sorted([*_van_zaken(handeling, na), *van_het_huis], key=lambda een: een.id, reverse=True)
    regels = alle[:PER_BLADZIJDE]
    return regels, regels[-1].id if len(alle) > PER_BLADZIJDE else None


def _van_zaken(handeling: Handeling, na: UUID | None) -> list[Berichtregel]:
    eigen = select(Bericht.tenant_id, Bericht.id).where(Bericht.lidmaatschap_id == handeling.vrager.lidmaatschap_id)
    if na is not None:
        eigen = eigen.where(Bericht.id < na)
    kort = eigen.order_by(Bericht.id.desc()).limit(PER_BLADZIJDE + 1).subquery()
    rijen = handeling.sessie.execute(
        select(Bericht, Persoon.voornaam, Persoon.achternaam)
        .join(kort, (kort.c.tenant_id == Bericht.tenant_id) & (kort.c.id == Bericht.id))
        .outerjoin(Zaak, (Zaak.tenant_id == Bericht.tenant_id) & (Zaak.id == Bericht.zaak_id))
        .outerjoin(Persoon, (Persoon.tenant_id == Zaak.tenant_id) & (Persoon.id == Zaak.persoon_id))
        .order_by(Bericht.id.desc())
    ).all()
    return [_regel(rij.Bericht, rij.voornaam, rij.achternaam) for rij in rijen]


def _regel(een: Bericht, voornaam: str | None, achternaam: str | None) -> Berichtregel:
    return Berichtregel(
        een.tenant_id,
        een.id,
        een.soort,
        een.over,
        een.dag,
        een.zaak_id,
        een.zaaknummer,
        f"{voornaam} {achternaam}" if voornaam is not None else "",
        een.op,
        een.gelezen_op is not None,
    )


def _huisregel(een: Huisbericht) -> Berichtregel:
    return Berichtregel("", een.id, een.soort, een.over, None, None, "", "", een.op, een.gelezen_op is not None)


@gebruiksgeval("Bericht gelezen")
def lees(handeling: Handeling, tenant_id: str, bericht_id: UUID) -> Bericht:
    """Het bericht, dat vanaf nu gelezen is. Een bericht van een ander bestaat niet: ``NietGevonden``."""
    bericht = handeling.sessie.scalar(
        select(Bericht).where(
            Bericht.tenant_id == tenant_id,
            Bericht.id == bericht_id,
            Bericht.lidmaatschap_id == handeling.vrager.lidmaatschap_id,
        )
    )
    if bericht is None:
        raise NietGevonden
    if bericht.gelezen_op is None:
        bericht.gelezen_op = handeling.nu
    return bericht


@gebruiksgeval("Alle berichten gelezen")
def lees_alles(handeling: Handeling) -> int:
    """Alles wat er nu ligt is gelezen. Hoeveel was het?"""
    aantal = huisberichten.lees_alles(handeling)
    vraag = (
        select(Bericht)
        .where(Bericht.lidmaatschap_id == handeling.vrager.lidmaatschap_id, Bericht.gelezen_op.is_(None))
        .limit(_PER_KEER)
    )
    while portie := handeling.sessie.scalars(vraag).all():
        for bericht in portie:
            bericht.gelezen_op = handeling.nu
        handeling.sessie.flush()
        aantal += len(portie)
    return aantal


def mijn_keuze(handeling: Handeling) -> Mailkeuze:
    """Welke e-mail wil de vrager?"""
    return (
        handeling.sessie.scalar(select(Account.mailkeuze).where(Account.id == handeling.vrager.account_id))
        or Mailkeuze.WERK
    )


@gebruiksgeval("Keuze voor e-mail gewijzigd")
def kies(handeling: Handeling, keuze: Mailkeuze) -> None:
    """Voortaan deze e-mail, namens wie hij ook werkt."""
    account = handeling.sessie.get(Account, handeling.vrager.account_id)
    if account is None:
        raise NietGevonden
    account.mailkeuze = keuze
