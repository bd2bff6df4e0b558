"""Een coachingsplan bij een zaak van de straat."""

from tests.uren.straat import Straat

from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.plan.coachingsplan.domain import Plandoel, Planinhoud
from dakpan.plan.coachingsplan.opschrijven import als_json
from dakpan.plan.coachingsplan.toestanden import Planstand
from dakpan.plan.domain import Doel
from dakpan.plan.tables import Coachingsplan


def met_plan(straat: Straat, nummer: int, soort: Doel | None, stand: Planstand = Planstand.VAST) -> None:
    """Een plan met één doel; ``soort`` leeg: het zegt niet bij welk van de acht het hoort."""
    zaak = straat.zaken[nummer]

    def zet(handeling: Handeling) -> None:
        rij = Coachingsplan(
            tenant_id=zaak.tenant_id,
            organisatie_id=straat.organisatie_id,
            kant=Kant.GEDEELD,
            zaak_id=zaak.zaak_id,
            nummer=1,
            status=stand,
            inhoud=als_json(Planinhoud((Plandoel("Iets wat lukt.", soort),))),
            begonnen_door="Jo Coach",
        )
        handeling.sessie.add(rij)
        handeling.sessie.commit()

    straat.doe(zet)
