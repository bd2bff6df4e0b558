"""Hoe precies wil een financier het logboek: per activiteit, of op hoofdlijnen?"""

from collections.abc import Collection, Mapping

from sqlalchemy import select

from dakpan.invoer.fouten import fout_bij
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.partijen.rechten import Recht
from dakpan.uren.hoofdlijnen.tables import TOELICHTING_TEN_HOOGSTE, Logboekkeuze


def eigen_keuze(handeling: Handeling) -> Logboekkeuze | None:
    """Wat de eigen financier koos; None: nog niets. ``NietGevonden`` voor wie niet bij een financier werkt."""
    return handeling.sessie.get(Logboekkeuze, _eigen(handeling), populate_existing=True)


@gebruiksgeval("gekozen hoe precies het logboek is")
def kies(handeling: Handeling, *, op_hoofdlijnen: bool, toelichting: str, versie: int | None) -> Logboekkeuze:
    """Legt vast wat vanaf nu genoeg is; wat er al staat blijft. ``versie``: die iemand zag; None: er was nog niets."""
    rij = eigen_keuze(handeling)
    if (rij.versie if rij is not None else None) != versie:
        raise Gewijzigd
    toelichting = toelichting.strip()
    if len(toelichting) > TOELICHTING_TEN_HOOGSTE:
        raise fout_bij("toelichting", f"schrijf ten hoogste {TOELICHTING_TEN_HOOGSTE} tekens")
    if rij is None:
        rij = Logboekkeuze(tenant_id=_eigen(handeling))
        handeling.sessie.add(rij)
    rij.op_hoofdlijnen, rij.toelichting = op_hoofdlijnen, toelichting
    return rij


def op_hoofdlijnen(handeling: Handeling, tenants: Collection[str]) -> Mapping[str, str]:
    """Bij welke van deze financiers is het logboek op hoofdlijnen genoeg, en wat zeggen zij erbij?"""
    if not tenants:
        return {}
    gevraagd = select(Logboekkeuze).where(Logboekkeuze.tenant_id.in_(tenants), Logboekkeuze.op_hoofdlijnen)
    return {rij.tenant_id: rij.toelichting for rij in handeling.sessie.scalars(gevraagd)}


def _eigen(handeling: Handeling) -> str:
    if handeling.vrager.tenant_id is None:
        raise NietGevonden
    handeling.vereis(Recht.WAARDEN_BEHEREN)
    return handeling.vrager.tenant_id
