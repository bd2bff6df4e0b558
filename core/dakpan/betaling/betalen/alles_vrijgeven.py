"""Alles vrijgeven wat een ander klaarzette, in één keer: precies wat er op het scherm stond, of niets."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import select

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.betalen.betalingen import geef_vrij, tenant_van
from dakpan.betaling.betalen.vrijgevers import door_een_ander
from dakpan.betaling.tables import Betaalopdracht
from dakpan.betaling.toestanden import Betaalstatus
from dakpan.opslag.handeling import Handeling, gebruiksgeval, noem
from dakpan.partijen.rechten import Recht

VERANDERD = "Intussen is er iets bij gekomen, gewijzigd of vrijgegeven. Hier staat het nu; er is niets vrijgegeven."
NIETS = "Er is niets dat u tot en met deze dag kunt vrijgeven."


@dataclass(frozen=True, slots=True)
class Stapel:
    """Wat iemand in één keer kan vrijgeven. ``vingerafdruk`` verandert als er iets aan verandert."""

    tot: date
    betalingen: tuple[tuple[UUID, int], ...]
    totaal: Bedrag
    vingerafdruk: str


def stapel(handeling: Handeling, tot: date) -> Stapel:
    """Alles wat klaarstaat, tot en met deze dag mag, en waar de vrager niet zelf ja tegen zei; in één vraag."""
    tenant_id = tenant_van(handeling)
    handeling.vereis(Recht.BETALING_VRIJGEVEN)
    rij, ander = Betaalopdracht, door_een_ander(handeling.vrager.account_id)
    vraag = (
        select(rij.id, rij.versie, rij.bedrag)
        .where(rij.tenant_id == tenant_id, rij.status == Betaalstatus.KLAARGEZET, rij.vanaf <= tot, ander)
        .order_by(rij.nummer)
    )
    rijen = handeling.sessie.execute(vraag).all()
    totaal = sum((een.bedrag for een in rijen), NUL_EURO)
    return Stapel(tot, tuple((een.id, een.versie) for een in rijen), totaal, _afdruk(rijen))


@gebruiksgeval("alles vrijgegeven")
def geef_alles_vrij(handeling: Handeling, tot: date, vingerafdruk: str) -> Stapel:
    """Geeft vrij wat er op het scherm stond. Is er iets veranderd, dan niets: ``KanNiet``."""
    nu = stapel(handeling, tot)
    if nu.vingerafdruk != vingerafdruk:
        raise KanNiet(VERANDERD)
    if not nu.betalingen:
        raise KanNiet(NIETS)
    geef_vrij(handeling, nu.betalingen)
    noem(handeling, f"{len(nu.betalingen)}, {nu.totaal}")
    return nu


def _afdruk(rijen: Sequence[Any]) -> str:
    tekst = "\n".join(f"{een.id}:{een.versie}:{een.bedrag.centen}" for een in rijen)
    return sha256(tekst.encode()).hexdigest()
