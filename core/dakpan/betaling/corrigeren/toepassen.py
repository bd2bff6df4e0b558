"""Een correctie laat de declaratie zakken: de bedragen, de teller, de uren, en wat er nog te crediteren is."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from dakpan.begrippen.bedrag import NUL_EURO
from dakpan.betaling.corrigeren.herrekenen import Rest
from dakpan.betaling.corrigeren.tables import Correctie
from dakpan.betaling.corrigeren.toestanden import Correctiestatus
from dakpan.betaling.declaratie.teller import tel_minder
from dakpan.betaling.factureren.facturen import factuur_bij
from dakpan.betaling.tables import Declaratie
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import UREN


def pas_toe(handeling: Handeling, rij: Declaratie, correctie: Correctie, rest: Rest) -> None:
    """Wat de correctie noemt telt niet meer: het is weer open, en de declaratie en de teller gaan omlaag."""
    minder = rest.minder
    correctie.status, correctie.kant = Correctiestatus.BEVESTIGD, Kant.GEDEELD
    correctie.volgnummer = _volgnummer(handeling, rij)
    correctie.uitkomst = rest.uitkomst
    correctie.duur, correctie.bedrag_excl, correctie.btw, correctie.bedrag_incl = minder
    correctie.te_crediteren = minder.incl > NUL_EURO and factuur_bij(handeling, rij) is not None
    rij.opmerkingen = {**rij.opmerkingen, **correctie.opmerkingen}
    tel_minder(handeling, rij, minder.duur, minder.excl)
    rij.declarabel, rij.bedrag_excl, rij.btw, rij.bedrag_incl = rest.wordt
    geef_terug(handeling, rij, correctie.opmerkingen)


def geef_terug(handeling: Handeling, rij: Declaratie, activiteiten: Collection[str]) -> None:
    """Deze uren van de declaratie zijn weer open."""
    uren = handeling.sessie.scalars(
        select(Activiteit).where(
            Activiteit.tenant_id == rij.tenant_id,
            Activiteit.declaratie_id == rij.id,
            Activiteit.id.in_(map(UUID, activiteiten)),
        )
    )
    for een in uren:
        een.status = UREN.na(een.status, "declaratie_vervalt")
        een.declaratie_id = None


def bevestigde(handeling: Handeling, rij: Declaratie) -> Sequence[Correctie]:
    """Wat er van deze declaratie af ging, in volgorde."""
    return handeling.sessie.scalars(
        select(Correctie)
        .where(
            Correctie.tenant_id == rij.tenant_id,
            Correctie.declaratie_id == rij.id,
            Correctie.status == Correctiestatus.BEVESTIGD,
        )
        .order_by(Correctie.volgnummer)
    ).all()


def nieuwe(handeling: Handeling, rij: Declaratie, opmerkingen: Mapping[str, str], **meer: Any) -> Correctie:
    """Een correctie van deze declaratie, voorgesteld door de vrager."""
    return Correctie(
        tenant_id=rij.tenant_id,
        organisatie_id=rij.organisatie_id,
        zaak_id=rij.zaak_id,
        declaratie_id=rij.id,
        opmerkingen=dict(opmerkingen),
        van=handeling.vrager.kant,
        voorgesteld_op=handeling.nu,
        voorgesteld_door=handeling.vrager.naam,
        voorgesteld_account=handeling.vrager.account_id,
        **meer,
    )


def _volgnummer(handeling: Handeling, rij: Declaratie) -> int:
    """Wie er tegelijk een bevestigt krijgt hetzelfde nummer, en dan gaat er maar één door."""
    eerder = select(func.max(Correctie.volgnummer)).where(
        Correctie.tenant_id == rij.tenant_id, Correctie.declaratie_id == rij.id
    )
    return (handeling.sessie.scalar(eerder) or 0) + 1
