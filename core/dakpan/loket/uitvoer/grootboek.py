"""Het grootboek om mee te nemen: elke boeking van geld, met waar zij bij hoort.

Een betaling telt heel; wat ervan is verrekend, wat van de bank terugkwam en wat op een vordering is ontvangen zijn
eigen boekingen met een min. Samen zijn zij per begrotingsjaar en kostenplaats wat het budget betaald noemt.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from heapq import merge
from operator import itemgetter
from typing import Any

from flask_babel import lazy_gettext as _l

from dakpan.begrippen.bedrag import NUL_EURO
from dakpan.betaling.views import toon
from dakpan.loket.uitvoer import boekingen
from dakpan.loket.uitvoer.lijst import Lijst, Regel, lees_dag, stroom
from dakpan.opslag.handeling import NEDERLAND, Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht

# De dag, het kenmerk, de hoeveelste soort en de vordering: zo staat elke boeking altijd op dezelfde plaats.
Plek = tuple[date, str, int, str]
SOORTEN = (boekingen.betalingen, boekingen.verrekeningen, boekingen.teruggekomen, boekingen.ontvangsten)
NAMEN = (_l("betaling"), _l("verrekening"), _l("teruggekomen"), _l("ontvangst"))

ZONDER: tuple[tuple[Any, ...], ...] = ((None,), (None,) * 3, (None,) * 5, (None,) * 2)


def _mag(handeling: Handeling) -> bool:
    return handeling.vrager.kant is Kant.FINANCIER and handeling.mag(Recht.BETALEN)


def _boekingen(handeling: Handeling, velden: Mapping[str, str]) -> Iterator[Regel]:
    """Op dag en dan op kenmerk: dezelfde dagen geven altijd dezelfde regels."""
    tussen = (lees_dag(velden, "van"), lees_dag(velden, "tot"))
    stromen = [_stroom(handeling, soort, vraag(*tussen)) for soort, vraag in enumerate(SOORTEN)]
    for _plek, regel in merge(*stromen, key=itemgetter(0)):
        yield regel


def _stroom(handeling: Handeling, soort: int, vraag: boekingen.Vraag) -> Iterator[tuple[Plek, Regel]]:
    for een in stroom(handeling, vraag):
        heeft = een._mapping
        vordering = heeft.get("vorderingnummer")
        nummers = (een.nummer, heeft.get("bestandsnummer"), een.zaaknummer)
        besloten, papier, bedragen, stand = _van_betaling(een) if soort == 0 else ZONDER
        waar = (een.kostenplaats or None, een.jaardag.year, een.begunstigde)
        geboekt = een.bedrag if soort == 0 else NUL_EURO - een.bedrag
        cellen = (een.op, str(NAMEN[soort]), *nummers, *besloten, een.declaratienummer, *papier, vordering, *waar)
        yield (
            (een.op, een.nummer, soort, vordering or ""),
            Regel((*cellen, *bedragen, *stand, geboekt), (een.tenant_id, een.zaak_id)),
        )


def _van_betaling(een: Any) -> tuple[tuple[Any, ...], ...]:
    """Het besluit, de papieren, de bedragen en de stand; een betaling zonder declaratie kent geen btw."""
    besloten = een.genomen_op.astimezone(NEDERLAND).date() if een.genomen_op is not None else None
    papier = (een.factuurnummer, boekingen.nummers_van(een.creditnotas), een.gecrediteerd)
    bedragen = (een.bedrag_excl or een.bedrag, een.btw, een.bedrag, een.verrekend, een.bedrag - een.verrekend)
    return (besloten,), papier, bedragen, (toon.betaalstaat(een.status)["tekst"], een.teruggekomen_op or een.betaald_op)


GROOTBOEK = Lijst(
    "grootboek",
    _l("Grootboek"),
    _l("Elke betaling, verrekening, teruggave en ontvangst, met declaratie, factuur, creditnota en kostenplaats."),
    (
        *(_l("Boekdatum"), _l("Boeking"), _l("Kenmerk"), _l("Bestand"), _l("Zaak"), _l("Besluit van")),
        *(_l("Declaratie"), _l("Factuur"), _l("Creditnota's"), _l("Gecrediteerd"), _l("Vordering")),
        *(_l("Kostenplaats"), _l("Begrotingsjaar"), _l("Aan"), _l("Zonder btw"), _l("Btw"), _l("Bedrag")),
        *(_l("Verrekend"), _l("Naar de bank"), _l("Stand"), _l("Stand op"), _l("Geboekt")),
    ),
    _mag,
    _boekingen,
    Recht.BETALEN,
)
