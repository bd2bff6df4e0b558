"""Welke verslagen heeft een zaak, en welke liggen er bij de vrager?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select

from dakpan.dossier.tables import Zaak
from dakpan.opslag.bladeren import Blad, Vanaf, begrens, knip
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.tables import Persoon
from dakpan.rapportage.domain import Rapportagevorm
from dakpan.rapportage.tables import Verslag, Verslagconcept
from dakpan.rapportage.toestanden import Verslagstatus

PER_PAGINA = 50
BINNENKORT = timedelta(weeks=4)


class Urgentie(StrEnum):
    """Hoe dringend is dit verslag?"""

    TE_LAAT = "te_laat"
    BINNENKORT = "binnenkort"
    LATER = "later"
    KLAAR = "klaar"


@dataclass(frozen=True, slots=True)
class Verslagregel:
    """Eén verslag op een lijst. ``begonnen``: er staat al iets in het concept van de eigen kant."""

    tenant_id: str
    zaak_id: UUID
    id: UUID
    nummer: str | None
    vorm: Rapportagevorm
    uiterlijk: date
    schriftelijk: bool
    urgentie: Urgentie
    begonnen: bool
    ingediend_op: date | None
    zaaknummer: str = ""
    client: str = ""
    financier: str = ""

    @property
    def nu_vanaf(self) -> date:
        """Vanaf wanneer staat het bij wat nu te doen is?"""
        return self.uiterlijk - BINNENKORT


def overzicht(handeling: Handeling, zaak: Zaak) -> tuple[Verslagregel, ...]:
    """De verslagen van deze zaak op datum; in twee opdrachten."""
    gevraagd = select(Verslag).where(
        Verslag.tenant_id == zaak.tenant_id, Verslag.zaak_id == zaak.id, Verslag.status != Verslagstatus.VERVALLEN
    )
    rijen = handeling.sessie.scalars(gevraagd.order_by(Verslag.uiterlijk, Verslag.vorm)).all()
    begonnen = _begonnen(handeling, rijen)
    return tuple(_regel(handeling, rij, rij.id in begonnen) for rij in rijen)


def te_schrijven(handeling: Handeling, *, na: UUID | None = None, voor: UUID | None = None) -> Blad[Verslagregel]:
    """Eén bladzijde van wat er nog moet komen bij alle zaken van de vrager, wat het eerst moet bovenaan.

    ``na`` en ``voor``: het verslag waar iemand vandaan bladert.
    """
    vanaf = _vanaf(handeling, na or voor, terug=na is None)
    volgorde = (Verslag.uiterlijk, Verslag.id)
    # eerst de bladzijde, dan pas de zaken erbij: anders begint een database bij alle zaken
    nog = select(Verslag.tenant_id, Verslag.id).where(Verslag.status == Verslagstatus.OPEN)
    eerste = begrens(nog, volgorde, vanaf, PER_PAGINA).subquery()
    gevraagd = (
        select(Verslag, Zaak.nummer, Persoon.voornaam, Persoon.achternaam)
        .join(eerste, (eerste.c.tenant_id == Verslag.tenant_id) & (eerste.c.id == Verslag.id))
        .join(Zaak, (Zaak.tenant_id == Verslag.tenant_id) & (Zaak.id == Verslag.zaak_id))
        .join(Persoon, (Persoon.tenant_id == Zaak.tenant_id) & (Persoon.id == Zaak.persoon_id))
    )
    rijen = handeling.sessie.execute(begrens(gevraagd, volgorde, vanaf, PER_PAGINA)).all()
    begonnen = _begonnen(handeling, [rij.Verslag for rij in rijen])
    regels = [
        _regel(handeling, rij.Verslag, rij.Verslag.id in begonnen, rij.nummer, f"{rij.voornaam} {rij.achternaam}")
        for rij in rijen
    ]
    return knip(regels, vanaf, PER_PAGINA)


def _vanaf(handeling: Handeling, verslag_id: UUID | None, *, terug: bool) -> Vanaf | None:
    """Waar staat dit verslag in de lijst? None: het is er niet, dus vooraan beginnen."""
    if verslag_id is None:
        return None
    dag = handeling.sessie.scalar(select(Verslag.uiterlijk).where(Verslag.id == verslag_id))
    return Vanaf((dag, verslag_id), terug) if dag is not None else None


def urgentie(verslag: Verslag, vandaag: date) -> Urgentie:
    """Te laat, binnen vier weken, later, of al ingediend?"""
    if verslag.status is Verslagstatus.INGEDIEND:
        return Urgentie.KLAAR
    if verslag.uiterlijk < vandaag:
        return Urgentie.TE_LAAT
    return Urgentie.BINNENKORT if verslag.uiterlijk <= vandaag + BINNENKORT else Urgentie.LATER


def _begonnen(handeling: Handeling, rijen: Sequence[Verslag]) -> set[UUID]:
    gevraagd = select(Verslagconcept.verslag_id).where(Verslagconcept.verslag_id.in_([rij.id for rij in rijen]))
    return set(handeling.sessie.scalars(gevraagd))


def _regel(handeling: Handeling, rij: Verslag, begonnen: bool, zaaknummer: str = "", client: str = "") -> Verslagregel:
    return Verslagregel(
        rij.tenant_id,
        rij.zaak_id,
        rij.id,
        rij.nummer,
        rij.vorm,
        rij.uiterlijk,
        rij.schriftelijk,
        urgentie(rij, handeling.vandaag),
        begonnen,
        rij.uitgebracht_op,
        zaaknummer,
        client,
        handeling.regelboek.tenants[rij.tenant_id].naam,
    )
