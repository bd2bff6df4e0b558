"""De vragen van het aanvraagformulier: elke groep is één pagina, in de volgorde waarin iemand ze invult."""

from collections.abc import Iterator
from functools import lru_cache

from dakpan.aanvraag.groepen.baan import dienstverband, jobcoach
from dakpan.aanvraag.groepen.begeleiding import betaling, matching, ondersteuning
from dakpan.aanvraag.groepen.mensen import client, soort_aanvraag, werkgever
from dakpan.aanvraag.groepen.soort import Soort
from dakpan.aanvraag.groepen.tijdlijn import eerdere_contracten
from dakpan.aanvraag.groepen.vraag import geschiedenis, periode, plan
from dakpan.aanvraag.planvragen import Planvragen
from dakpan.web.formulier import Groep

__all__ = ["Soort", "groepen_van"]


@lru_cache(maxsize=64)
def groepen_van(soort: Soort) -> tuple[Groep, ...]:
    """Alle groepen van zo'n zaak."""
    return tuple(_groepen(soort))


def _groepen(soort: Soort) -> Iterator[Groep]:
    yield soort_aanvraag()
    yield client(soort)
    yield werkgever(soort)
    yield dienstverband(soort)
    yield periode(soort)
    yield jobcoach(soort)
    if soort.tijdvakken:
        yield eerdere_contracten(soort.tijdvakken)
    yield geschiedenis(soort)
    if soort.stukken.behoefte:
        yield ondersteuning()
    if soort.stukken.matching:
        yield matching()
    if soort.plan != Planvragen():
        yield plan(soort.plan.naast_plan if soort.uitgewerkt else soort.plan)
    if soort.stukken.machtiging:
        yield betaling()
