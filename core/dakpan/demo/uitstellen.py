"""Over één aanvraag van de demonstratie valt het besluit later: de aanvrager stemde daarmee in."""

from collections.abc import Sequence
from datetime import timedelta

from dakpan.aanvraag.domain.uitstel import Uitstelwerking
from dakpan.aanvraag.uitstel.kunnen import gronden_van, mag_uitstellen
from dakpan.demo.toneel import Loop, Toneel
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht
from dakpan.wandeling.uitstel import leg_vast

GEDULD = timedelta(14)
WAAROM = "De werkgever is twee weken dicht; daarna kan het gesprek op de werkplek (verzonnen)."


def doe_langer_over_een_besluit(toneel: Toneel, lopen: Sequence[Loop]) -> int:
    """De laatste aanvraag waarover nog niet is besloten. Hoeveel werden het er?"""
    return next((1 for loop in reversed(lopen) if loop.zaak_id is not None and _stel_uit(toneel, loop)), 0)


def _stel_uit(toneel: Toneel, loop: Loop) -> bool:
    for acteur in toneel.bezetting.van_financier(loop.plan.financier):
        if Recht.BESLISSEN in acteur.vrager.rechten and _door(toneel.als(acteur, toneel.nu), loop):
            return True
    return False


def _door(handeling: Handeling, loop: Loop) -> bool:
    try:
        zaak = loop.zaak(handeling)
    except NietGevonden:  # nog een concept: de financier kent haar niet
        return False
    if not mag_uitstellen(handeling, zaak):
        return False
    met_einde = [
        een for een in gronden_van(handeling, zaak) if een.werking is Uitstelwerking.STAAT_STIL and een.met_einde
    ]
    for grond in met_einde[:1]:
        dagen = {"vanaf": handeling.vandaag, "tot_en_met": handeling.vandaag + GEDULD}
        contract = {naam: dag.isoformat() for naam, dag in dagen.items()}
        leg_vast(handeling, zaak, {"grond": grond.code, "motivering": WAAROM, **contract})
    return bool(met_einde)
