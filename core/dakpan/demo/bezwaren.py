"""Niet iedereen is het eens met een besluit: bij één zaak waarin wordt gewerkt loopt een bezwaar."""

from collections.abc import Sequence
from datetime import timedelta

from dakpan.aanvraag.beslistermijn import dag_van
from dakpan.aanvraag.domain.bezwaren import Bezwaarsoort
from dakpan.aanvraag.inhoud import haal_besluit
from dakpan.demo.formulier import invullen
from dakpan.demo.toneel import Loop
from dakpan.demo.wijzigingen import WERK_LOOPT
from dakpan.wandeling.bezwaren import leg_vast

NA_HET_BESLUIT, GELEDEN = timedelta(14), timedelta(1)


def maak_bezwaar(lopen: Sequence[Loop]) -> int:
    """De coach van de laatste zaak waarin wordt gewerkt legt het vast. Hoeveel bezwaren?"""
    met = [een for een in lopen if een.coach is not None and not een.gestopt and een.plan.tot_en_met in WERK_LOOPT]
    for loop in met[-1:]:
        _leg_vast(loop)
    return len(met[-1:])


def _leg_vast(loop: Loop) -> None:
    toneel, coach = loop.toneel, loop.coach
    if coach is None:
        return
    handeling = toneel.als(coach, toneel.nu - GELEDEN)
    zaak = loop.zaak(handeling)
    besluit = haal_besluit(handeling, zaak)
    if besluit is None:
        return
    ontvangen = min(dag_van(besluit.genomen_op) + NA_HET_BESLUIT, handeling.vandaag)
    gegevens = {
        "soort": Bezwaarsoort.BEZWAAR.value,
        "indiener": zaak.persoon.naam,
        "ontvangen_op": ontvangen.isoformat(),
        "gronden": invullen(toneel.spelers.teksten["bezwaar"]["te_weinig"], loop),
    }
    leg_vast(handeling, zaak, gegevens)
