"""Verrekenen op het moment dat het betaalbestand wordt gemaakt, in dezelfde transactie.

Twee bestanden tegelijk verrekenen dezelfde vordering nooit allebei: het ophogen gaat alleen door als de vordering nog
is zoals zij werd gelezen (haar versie), en de database weigert een rest onder nul.
"""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import or_, select

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.betaling.tables import Betaalopdracht
from dakpan.betaling.toestanden import Betaalstatus
from dakpan.betaling.vorderen.domain import VORDERING, Vorderingstatus, Vorderingwijze
from dakpan.betaling.vorderen.tables import Verrekening, Vordering
from dakpan.betaling.vorderen.verdelen import Deel, verdeel
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant

TE_VERREKENEN = (Vordering.status == Vorderingstatus.OPEN, Vordering.wijze == Vorderingwijze.VERREKENEN)


def verreken(
    handeling: Handeling, tenant_id: str, betalingen: Sequence[Betaalopdracht]
) -> list[tuple[Vordering, Bedrag]]:
    """Haalt van deze betalingen af wat hun ontvangers nog schuldig zijn, en legt elk deel vast: van welke vordering."""
    schulden = te_verrekenen(handeling, tenant_id)
    delen = list(verdeel(schulden, betalingen, past_bij))
    for een in delen:
        _leg_vast(handeling, schulden[een.schuld], betalingen[een.uitbetaling], een)
    return [(schulden[een.schuld], een.bedrag) for een in delen]


def vooruit(
    handeling: Handeling, tenant_id: str, gekozen: Collection[UUID], op: date | None = None
) -> dict[UUID, Bedrag]:
    """Wat er van deze betalingen af gaat als zij samen met alles wat al is vrijgegeven in een bestand gaan.

    ``op``: alleen met wat op die dag mag.
    """
    schulden = te_verrekenen(handeling, tenant_id)
    if not schulden:
        return {}
    welke = or_(Betaalopdracht.status == Betaalstatus.VRIJGEGEVEN, Betaalopdracht.id.in_(gekozen))
    vraag = select(Betaalopdracht).where(Betaalopdracht.tenant_id == tenant_id, welke).order_by(Betaalopdracht.nummer)
    if op is not None:
        vraag = vraag.where(Betaalopdracht.vanaf <= op)
    betalingen, eraf = handeling.sessie.scalars(vraag).all(), dict[UUID, Bedrag]()
    for deel in verdeel(schulden, betalingen, past_bij):
        plek = betalingen[deel.uitbetaling].id
        eraf[plek] = eraf.get(plek, NUL_EURO) + deel.bedrag
    return eraf


def te_verrekenen(handeling: Handeling, tenant_id: str) -> list[Vordering]:
    """Wat er bij deze financier te verrekenen staat, de oudste eerst."""
    return list(
        handeling.sessie.scalars(
            select(Vordering)
            .where(Vordering.tenant_id == tenant_id, *TE_VERREKENEN)
            .order_by(Vordering.nummer)
            .execution_options(populate_existing=True)
        )
    )


def past_bij(schuld: Vordering, betaling: Betaalopdracht) -> bool:
    """Dezelfde partij in dezelfde zaak; in een andere zaak alleen als de financier dat koos.

    Een werkgever is per zaak een andere rij: buiten de zaak is hij dezelfde als het naar dezelfde rekening gaat.
    """
    if schuld.schuldenaar is not betaling.aan:
        return False
    if schuld.zaak_id == betaling.zaak_id:
        return True
    if not schuld.ruimer:
        return False
    if schuld.schuldenaar is Partij.JOBCOACHORGANISATIE:
        return schuld.organisatie_id is not None and schuld.organisatie_id == betaling.organisatie_id
    return schuld.iban == betaling.iban


def _leg_vast(handeling: Handeling, schuld: Vordering, betaling: Betaalopdracht, deel: Deel) -> None:
    schuld.rest, schuld.verrekend = schuld.rest - deel.bedrag, schuld.verrekend + deel.bedrag
    betaling.verrekend = betaling.verrekend + deel.bedrag
    if schuld.rest == NUL_EURO:
        schuld.status = VORDERING.na(schuld.status, "verreken")
    gedeeld = schuld.kant is Kant.GEDEELD and schuld.organisatie_id == betaling.organisatie_id
    nieuw = Verrekening(
        tenant_id=schuld.tenant_id,
        organisatie_id=betaling.organisatie_id,
        kant=Kant.GEDEELD if gedeeld else Kant.FINANCIER,
        zaak_id=betaling.zaak_id,
        vordering_id=schuld.id,
        opdracht_id=betaling.id,
        bedrag=deel.bedrag,
        op=handeling.nu,
        door=handeling.vrager.naam,
    )
    handeling.sessie.add(nieuw)


class Verrekend(NamedTuple):
    """Eén deel van een vordering, met de betaling waar het af ging."""

    nummer: str
    zaak: str
    bedrag: Bedrag
    op: datetime


def verrekeningen_van(handeling: Handeling, rij: Vordering) -> list[Verrekend]:
    """Waarmee deze vordering is verrekend, op volgorde; alleen wat de lezer mag zien."""
    zelfde = Verrekening.tenant_id
    vraag = (
        select(Betaalopdracht.nummer, Zaak.nummer, Verrekening.bedrag, Verrekening.op)
        .join(Betaalopdracht, (Betaalopdracht.tenant_id == zelfde) & (Betaalopdracht.id == Verrekening.opdracht_id))
        .join(Zaak, (Zaak.tenant_id == zelfde) & (Zaak.id == Verrekening.zaak_id))
        .where(zelfde == rij.tenant_id, Verrekening.vordering_id == rij.id)
        .order_by(Verrekening.id)
    )
    return [Verrekend(*een) for een in handeling.sessie.execute(vraag)]
