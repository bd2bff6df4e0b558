"""Bij elke financier is één keer de loonwaarde gemeten, in een zaak waarin nu wordt gewerkt."""

from collections.abc import Sequence
from datetime import timedelta

from dakpan.aanvraag.bijelkaar.metingen import leg_vast, mag_vastleggen
from dakpan.aanvraag.bijelkaar.tables import Metingsoort
from dakpan.demo.documenten import maak_pdf
from dakpan.demo.toneel import Loop
from dakpan.demo.wijzigingen import WERK_LOOPT
from dakpan.dossier.bewaren import Aangeleverd

GELEDEN, DAARVOOR, GEMETEN = timedelta(2), timedelta(9), 60
METER = "Mara Meting (verzonnen)"


def meet_de_loonwaarde(lopen: Sequence[Loop]) -> int:
    """De eerste zaak van elke financier; wie beoordeelt of beslist legt het vast. Hoeveel metingen?"""
    met = [een for een in lopen if een.coach is not None and not een.gestopt and een.plan.tot_en_met in WERK_LOOPT]
    eerste = {een.tenant_id: een for een in reversed(met)}
    return sum(map(_leg_vast, eerste.values()))


def _leg_vast(loop: Loop) -> bool:
    for acteur in loop.financier:
        handeling = loop.toneel.als(acteur, loop.toneel.nu - GELEDEN)
        if mag_vastleggen(handeling):
            gegevens = {
                "soort": Metingsoort.LOONWAARDE,
                "gemeten_op": handeling.vandaag - DAARVOOR,
                "gemeten_door": METER,
                "loonwaarde": GEMETEN,
                "bevinding": "",
            }
            rapport = Aangeleverd("loonwaarde.pdf", maak_pdf(f"Loonwaardemeting: {loop.plan.naam}"), "Loonwaardemeting")
            leg_vast(handeling, loop.zaak(handeling), gegevens, rapport)
            return True
    return False
