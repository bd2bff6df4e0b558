"""Wat naar de bank gaat telt mee als betaald."""

from sqlalchemy import cast, func, select

from dakpan.betaling.budget.domain import ZONDER
from dakpan.betaling.budget.tables import Verplichting
from dakpan.betaling.budget.teller import Plek, tel
from dakpan.betaling.tables import Betaalbestand, Betaalopdracht
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.typen import Centen


def tel_betaald(handeling: Handeling, bestand: Betaalbestand) -> None:
    """Telt een betaalbestand mee: per kostenplaats van de zaak, in het jaar waarin de bank betaalt."""
    van_zaak = (
        select(Verplichting.zaak_id, func.max(Verplichting.kostenplaats).label("plaats"))
        .where(Verplichting.tenant_id == bestand.tenant_id, Verplichting.geldend)
        .group_by(Verplichting.zaak_id)
        .subquery()
    )
    plaats = func.coalesce(van_zaak.c.plaats, ZONDER)
    vraag = (
        select(plaats, cast(func.sum(Betaalopdracht.bedrag), Centen))  # PostgreSQL telt anders op tot een breuk
        .outerjoin(van_zaak, van_zaak.c.zaak_id == Betaalopdracht.zaak_id)
        .where(Betaalopdracht.tenant_id == bestand.tenant_id, Betaalopdracht.betaalbestand_id == bestand.id)
        .group_by(plaats)
    )
    for naam, som in handeling.sessie.execute(vraag).all():
        tel(handeling, Plek(bestand.tenant_id, naam, bestand.uitvoeren_op.year), betaald=som.centen)
