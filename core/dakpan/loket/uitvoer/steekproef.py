"""De steekproeven en hun regels om mee te nemen."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from flask_babel import lazy_gettext as _l
from sqlalchemy import case, func, select

from dakpan.begrippen.percentage import Percentage
from dakpan.betaling.steekproef.domain import KLAAR, Regeloordeel
from dakpan.betaling.steekproef.formulieren import OORDELEN
from dakpan.betaling.steekproef.tables import Steekproef, Steekproefregel
from dakpan.betaling.steekproef.trekken import MAG
from dakpan.betaling.tables import Declaratie
from dakpan.dossier.tables import Zaak
from dakpan.loket.uitvoer.lijst import Lijst, Regel, lees_id, stroom
from dakpan.opslag.handeling import NEDERLAND, Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Organisatie
from dakpan.uren.keuzes import doeltitel, soorttekst

_WOORDEN = dict(OORDELEN)


def _dag(moment: datetime | None) -> date | None:
    return moment.astimezone(NEDERLAND).date() if moment is not None else None


def _mag(handeling: Handeling) -> bool:
    return handeling.vrager.kant is Kant.FINANCIER and any(map(handeling.mag, MAG))


def _steekproeven(handeling: Handeling, _velden: Mapping[str, str]) -> Iterator[Regel]:
    """Elke steekproef met hoe zij is getrokken en wat eruit kwam."""
    regel = Steekproefregel
    gedaan, niet = (
        select(func.sum(case((regel.oordeel.in_(welke), 1), else_=0)))
        .where(regel.tenant_id == Steekproef.tenant_id, regel.steekproef_id == Steekproef.id)
        .scalar_subquery()
        for welke in (KLAAR, (Regeloordeel.KLOPT_NIET,))
    )
    vraag = (
        select(Steekproef, Organisatie.naam, gedaan.label("gedaan"), niet.label("niet"))
        .outerjoin(Organisatie, Organisatie.id == Steekproef.bij_organisatie_id)
        .order_by(Steekproef.id)
    )
    for proef, organisatie, nagekeken, klopt_niet in stroom(handeling, vraag):
        percentage = str(Percentage.uit_iso(proef.omvang_percentage)) if proef.omvang_percentage else None
        uit = (proef.nummer, proef.van, proef.tot, organisatie, proef.omvang_aantal, percentage)
        hoe = (proef.totaal, proef.aantal, proef.zaad, _dag(proef.getrokken_op), proef.door)
        yield Regel((*uit, *hoe, nagekeken, klopt_niet, _dag(proef.gesloten_op), proef.gesloten_door))


def _regels(handeling: Handeling, velden: Mapping[str, str]) -> Iterator[Regel]:
    """De regels van één steekproef, of van alle."""
    zelfde = Steekproefregel.tenant_id
    vraag = (
        select(Steekproefregel, Steekproef.nummer, Zaak.nummer, Declaratie.nummer)
        .join(Steekproef, (Steekproef.tenant_id == zelfde) & (Steekproef.id == Steekproefregel.steekproef_id))
        .join(Zaak, (Zaak.tenant_id == zelfde) & (Zaak.id == Steekproefregel.zaak_id))
        .join(Declaratie, (Declaratie.tenant_id == zelfde) & (Declaratie.id == Steekproefregel.declaratie_id))
        .order_by(Steekproefregel.steekproef_id, Steekproefregel.volgnummer)
    )
    alleen = lees_id(velden, "steekproef")
    if alleen is not None:
        vraag = vraag.where(Steekproefregel.steekproef_id == alleen)
    for een, proef, zaak, declaratie in stroom(handeling, vraag):
        wat = (een.datum, een.begin, een.duur.minuten, doeltitel(een.doel), soorttekst(een.soort).replace("_", " "))
        oordeel = str(_WOORDEN[een.oordeel.value]) if een.oordeel is not None else None
        vindt = (een.beoogd, een.bereikt, oordeel, een.reden, _dag(een.op), een.door, str(een.activiteit_id))
        yield Regel((proef, een.volgnummer, zaak, declaratie, *wat, *vindt), (een.tenant_id, een.zaak_id))


STEEKPROEVEN = Lijst(
    "steekproeven",
    _l("Steekproeven"),
    _l("Elke steekproef: waaruit, hoeveel, met welk zaad, en wat eruit kwam."),
    (
        *(_l("Steekproef"), _l("Declaraties van"), _l("Tot en met"), _l("Organisatie"), _l("Gevraagd aantal")),
        *(_l("Gevraagd percentage"), _l("Uit hoeveel activiteiten"), _l("Getrokken"), _l("Zaad")),
        *(_l("Getrokken op"), _l("Getrokken door"), _l("Nagekeken"), _l("Klopt niet"), _l("Afgesloten op")),
        _l("Afgesloten door"),
    ),
    _mag,
    _steekproeven,
    Recht.DECLARATIE_BEOORDELEN,
)
STEEKPROEFREGELS = Lijst(
    "steekproefregels",
    _l("Regels van steekproeven"),
    _l("Elke getrokken activiteit, met wat de coach schreef en wat ervan is gevonden."),
    (
        *(_l("Steekproef"), _l("Regel"), _l("Zaak"), _l("Declaratie"), _l("Datum"), _l("Begin"), _l("Minuten")),
        *(_l("Doel"), _l("Activiteit"), _l("Beoogd"), _l("Bereikt"), _l("Oordeel"), _l("Reden")),
        *(_l("Nagekeken op"), _l("Nagekeken door"), _l("Id van de activiteit")),
    ),
    _mag,
    _regels,
    Recht.DECLARATIE_BEOORDELEN,
)
