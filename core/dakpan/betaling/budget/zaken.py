"""Welke zaken staan achter een bedrag op de budgetpagina?"""

from typing import Any

from sqlalchemy import select

from dakpan.betaling.betalen.betalingen import tenant_van
from dakpan.betaling.budget.beheer import LEZEN
from dakpan.betaling.budget.tables import Verplichting
from dakpan.betaling.lijsten import PER_BLADZIJDE
from dakpan.dossier.tables import Zaak
from dakpan.opslag.bladeren import Blad, Vanaf, begrens, knip
from dakpan.opslag.handeling import Handeling


def verplichtingen(handeling: Handeling, jaar: int, kostenplaats: str, vanaf: Vanaf | None = None) -> Blad[Any]:
    """Een bladzijde verplichtingen die nu gelden, de nieuwste eerst, met het nummer van hun zaak."""
    tenant_id = tenant_van(handeling)
    handeling.vereis(*LEZEN)
    vraag = (
        select(Verplichting, Zaak.nummer)
        .join(Zaak, (Zaak.tenant_id == Verplichting.tenant_id) & (Zaak.id == Verplichting.zaak_id))
        .where(
            Verplichting.tenant_id == tenant_id,
            Verplichting.kostenplaats == kostenplaats,
            Verplichting.jaar == jaar,
            Verplichting.geldend,
        )
    )
    op_volgorde = begrens(vraag, (Verplichting.id,), vanaf, PER_BLADZIJDE, aflopend=True)
    return knip(handeling.sessie.execute(op_volgorde).all(), vanaf, PER_BLADZIJDE)
