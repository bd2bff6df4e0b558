"""Hoe staat een declaratie er nu voor? De berekening van het indienen, of die van de laatste correctie."""

from typing import Any

from sqlalchemy import select

from dakpan.betaling.corrigeren.tables import Correctie
from dakpan.betaling.corrigeren.toestanden import Correctiestatus
from dakpan.betaling.tables import Declaratie
from dakpan.opslag.handeling import Handeling


def geldende_uitkomst(handeling: Handeling, rij: Declaratie) -> dict[str, Any]:
    """De berekening waarvan de bedragen nu op de declaratie staan."""
    laatste = handeling.sessie.scalars(
        select(Correctie)
        .where(
            Correctie.tenant_id == rij.tenant_id,
            Correctie.declaratie_id == rij.id,
            Correctie.status == Correctiestatus.BEVESTIGD,
        )
        .order_by(Correctie.volgnummer.desc())
        .limit(1)
    ).first()
    return laatste.uitkomst if laatste is not None else rij.uitkomst


def tellende_activiteiten(rij: Declaratie) -> list[dict[str, Any]]:
    """De activiteiten die nog meetellen, zoals zij werden ingediend."""
    samen = zip(rij.activiteit_ids, rij.invoer["activiteiten"], strict=True)
    return [een for id_, een in samen if id_ not in rij.opmerkingen]
