"""Budgetten en de manier van tellen: wie ze invult, en wie ze leest."""

from sqlalchemy import select

from dakpan.begrippen.bedrag import Bedrag
from dakpan.betaling.betalen.betalingen import tenant_van
from dakpan.betaling.budget.domain import Jaarwijze
from dakpan.betaling.budget.stand import Budgetstand
from dakpan.betaling.budget.tables import Budgetkeuze, Jaarbudget
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.handeling import Handeling, gebruiksgeval, noem
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht

LEZEN = (Recht.WAARDEN_BEHEREN, Recht.BETALEN, Recht.BETALING_VRIJGEVEN)


def budgetstand(handeling: Handeling) -> Budgetstand:
    """De stand van de eigen financier; een organisatie leest haar niet."""
    tenant_id = tenant_van(handeling)
    handeling.vereis(*LEZEN)
    return Budgetstand(handeling, tenant_id)


def haal_budget(handeling: Handeling, jaar: int, kostenplaats: str) -> Jaarbudget | None:
    """Wat er voor dit jaar op deze kostenplaats staat."""
    tenant_id = tenant_van(handeling)
    handeling.vereis(Recht.WAARDEN_BEHEREN)
    vraag = select(Jaarbudget).where(Jaarbudget.tenant_id == tenant_id, Jaarbudget.jaar == jaar)
    return handeling.sessie.scalar(vraag.where(Jaarbudget.kostenplaats == kostenplaats))


@gebruiksgeval("Budget opgeslagen")
def bewaar_budget(
    handeling: Handeling, jaar: int, kostenplaats: str, bedrag: Bedrag | None, versie: int | None
) -> Jaarbudget:
    """Legt het budget vast; leeg is niet ingevuld. ``versie``: die iemand zag; None: er was er nog geen."""
    rij = haal_budget(handeling, jaar, kostenplaats)
    if rij is not None and rij.versie != versie:
        raise Gewijzigd
    if rij is None:
        rij = Jaarbudget(tenant_id=tenant_van(handeling), kant=Kant.FINANCIER, jaar=jaar, kostenplaats=kostenplaats)
        handeling.sessie.add(rij)
    rij.bedrag = bedrag
    noem(handeling, f"{jaar} {kostenplaats}".strip())
    return rij


@gebruiksgeval("Manier van tellen gekozen")
def bewaar_keuze(
    handeling: Handeling, standaard: str | None, jaarwijze: Jaarwijze | None, versie: int | None
) -> Budgetkeuze:
    """Geldt voor wat er hierna wordt besloten; wat al is vastgelegd blijft tellen zoals het telde."""
    tenant_id = tenant_van(handeling)
    handeling.vereis(Recht.WAARDEN_BEHEREN)
    rij = Budgetstand(handeling, tenant_id).keuze
    if (rij.versie if rij is not None else None) != versie:
        raise Gewijzigd
    if rij is None:
        rij = Budgetkeuze(tenant_id=tenant_id, kant=Kant.FINANCIER)
        handeling.sessie.add(rij)
    rij.standaard, rij.jaarwijze = standaard, jaarwijze
    return rij
