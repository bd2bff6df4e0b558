"""De uren van de hele organisatie om mee te nemen, geteld zoals de pagina ze toont."""

from collections.abc import Iterator, Mapping

from flask_babel import lazy_gettext as _l

from dakpan.begrippen.duur import GEEN_DUUR
from dakpan.loket.uitvoer.lijst import Lijst, Regel, lees_id
from dakpan.loket.zaak.regels import financiernaam
from dakpan.opslag.bladeren import Vanaf
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.uren.toestanden import Urenstatus
from dakpan.uren.views.totalen import lees_indeling, lees_keuze
from dakpan.wandeling.urentotalen import (
    Client,
    Indeling,
    Keuze,
    Totalen,
    Verloren,
    per_client,
    per_coach,
    per_dag,
    per_week,
)
from dakpan.web.uitvoer import Waarde


def _mag(handeling: Handeling) -> bool:
    return handeling.vrager.kant is Kant.ORGANISATIE and handeling.mag(Recht.DECLAREREN)


def _uren(handeling: Handeling, velden: Mapping[str, str]) -> Iterator[Regel]:
    """Dezelfde dagen, financier, coach en indeling als op de pagina; van de cliënten allemaal."""
    keuze, per = lees_keuze(handeling, velden, lees_id(velden, "coach")), lees_indeling(velden)
    if per is Indeling.CLIENT:
        for een, totalen in _clienten(handeling, keuze):
            waar = (een.nummer, financiernaam(handeling, een.tenant_id))
            yield Regel((een.naam, *waar, *_minuten(totalen)), (een.tenant_id, een.zaak_id))
        return
    for wat, totalen in _delen(handeling, keuze, per):
        yield Regel((wat, None, None, *_minuten(totalen)))


def _delen(handeling: Handeling, keuze: Keuze, per: Indeling) -> Iterator[tuple[Waarde, Totalen]]:
    if per is Indeling.DAG:
        yield from per_dag(handeling, keuze).items()
    elif per is Indeling.COACH:
        for (naam, _id), totalen in per_coach(handeling, keuze).items():
            yield naam, totalen
    else:
        for week, totalen in per_week(handeling, keuze).items():
            yield week.code, totalen


def _clienten(handeling: Handeling, keuze: Keuze) -> Iterator[tuple[Client, Totalen]]:
    """Bladzijde na bladzijde, tot er geen volgende is."""
    blad = per_client(handeling, keuze)
    yield from blad.regels
    while blad.volgende:
        blad = per_client(handeling, keuze, Vanaf((blad.regels[-1][0].zaak_id,)))
        yield from blad.regels


def _minuten(totalen: Totalen) -> tuple[int, ...]:
    samen = sum(totalen.values(), GEEN_DUUR)
    return (*(totalen[een].minuten for een in (*Urenstatus, *Verloren)), samen.minuten)


UREN_VAN_ORGANISATIE = Lijst(
    "uren-organisatie",
    _l("Uren van de organisatie"),
    _l("Alle uren van alle coaches per week, dag, coach of cliënt, in minuten en naar hoe ver zij zijn."),
    (
        *(_l("Wat"), _l("Zaak"), _l("Financier"), _l("Voorraad (minuten)"), _l("Te accorderen (minuten)")),
        *(_l("Te declareren (minuten)"), _l("Gedeclareerd (minuten)")),
        *(_l("Niet meer te declareren (minuten)"), _l("Samen (minuten)")),
    ),
    _mag,
    _uren,
    Recht.DECLAREREN,
)
