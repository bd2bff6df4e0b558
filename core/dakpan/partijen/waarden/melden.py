"""Wie een voorstel voor een waarde moet beoordelen hoort dat het er ligt; wie het deed hoort hoe het afliep."""

from sqlalchemy import select

from dakpan.opslag.handeling import Handeling
from dakpan.partijen.huisberichten import Huisnieuws, laat_weten
from dakpan.partijen.huistabellen import Huissoort
from dakpan.partijen.leden import met_id, van_financier
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Lidmaatschap
from dakpan.partijen.waarden.tables import Waardevoorstel


def meld_voorstel(handeling: Handeling, rij: Waardevoorstel, titel: str) -> None:
    """Aan elke collega die waarden beheert; wie het voorstelde beoordeelt het nooit zelf."""
    beheert = [
        een
        for een in van_financier(handeling.sessie, rij.tenant_id)
        if Recht.WAARDEN_BEHEREN in een.rechten and een.id != handeling.vrager.lidmaatschap_id
    ]
    laat_weten(handeling.sessie, _nieuws(Huissoort.WAARDE_VOORGESTELD, rij, titel), beheert, handeling.nu)


def meld_oordeel(handeling: Handeling, rij: Waardevoorstel, titel: str) -> None:
    """Aan wie het voorstelde."""
    zoek = select(Lidmaatschap.id).where(
        Lidmaatschap.account_id == rij.voorsteller_id, Lidmaatschap.tenant_id == rij.tenant_id
    )
    wie = met_id(handeling.sessie, handeling.sessie.scalars(zoek).all())
    laat_weten(handeling.sessie, _nieuws(Huissoort.WAARDE_BEOORDEELD, rij, titel), wie, handeling.nu)


def _nieuws(soort: Huissoort, rij: Waardevoorstel, titel: str) -> Huisnieuws:
    """Het moment hoort bij het kenmerk: over dezelfde waarde kan later een einde worden voorgesteld."""
    return Huisnieuws(soort, f"{rij.id}/{rij.voorgesteld_op.isoformat()}", over=titel, doel=str(rij.id))
