"""Wat naar de bank gaat telt mee als betaald, zonder wat is verrekend; wat terugkomt gaat er weer af."""

from sqlalchemy import cast, func, select

from dakpan.begrippen.bedrag import Bedrag
from dakpan.betaling.budget.domain import ZONDER
from dakpan.betaling.budget.tables import Verplichting
from dakpan.betaling.budget.teller import Plek, tel
from dakpan.betaling.tables import Betaalbestand, Betaalopdracht
from dakpan.dossier.tables import Zaak
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
    netto = func.sum(Betaalopdracht.bedrag) - func.sum(Betaalopdracht.verrekend)
    vraag = (
        select(plaats, cast(netto, Centen))  # PostgreSQL telt anders op tot een breuk
        .outerjoin(van_zaak, van_zaak.c.zaak_id == Betaalopdracht.zaak_id)
        .where(Betaalopdracht.tenant_id == bestand.tenant_id, Betaalopdracht.betaalbestand_id == bestand.id)
        .group_by(plaats)
    )
    for naam, som in handeling.sessie.execute(vraag).all():
        tel(handeling, Plek(bestand.tenant_id, naam, bestand.uitvoeren_op.year), betaald=som.centen)


def tel_terug(handeling: Handeling, zaak: Zaak, bedrag: Bedrag, jaar: int) -> None:
    """Dit geld kwam terug: het gaat af van wat er in dit jaar op de kostenplaats van de zaak is betaald."""
    plaats = handeling.sessie.scalar(
        select(func.max(Verplichting.kostenplaats)).where(
            Verplichting.tenant_id == zaak.tenant_id, Verplichting.zaak_id == zaak.id, Verplichting.geldend
        )
    )
    tel(handeling, Plek(zaak.tenant_id, plaats or ZONDER, jaar), betaald=-bedrag.centen)
