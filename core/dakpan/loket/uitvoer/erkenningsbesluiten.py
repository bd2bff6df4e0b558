"""Wat er over een erkenning is besloten om mee te nemen."""

from collections.abc import Iterator, Mapping

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from dakpan.loket.uitvoer.lijst import Lijst, Regel, lees_id, stroom
from dakpan.loket.uitvoer.van_zaak.deur import dag
from dakpan.loket.zaak.regels import financiernaam
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.partijen.registerformulier import STATUSSEN
from dakpan.partijen.registertabellen import Erkenningsbesluit
from dakpan.partijen.tables import Organisatie


def _besluiten(handeling: Handeling, velden: Mapping[str, str]) -> Iterator[Regel]:
    """Van een financier zijn eigen besluiten, van een organisatie wat over haar is besloten; het laatste eerst."""
    een, vrager = Erkenningsbesluit, handeling.vrager
    eigen = (
        een.tenant_id == vrager.tenant_id
        if vrager.kant is Kant.FINANCIER
        else een.organisatie_id == vrager.organisatie_id
    )
    vraag = select(een, Organisatie.naam).join(Organisatie, Organisatie.id == een.organisatie_id).where(eigen)
    alleen = lees_id(velden, "organisatie")
    if alleen is not None:
        vraag = vraag.where(een.organisatie_id == alleen)
    for rij, organisatie in stroom(handeling, vraag.order_by(een.id.desc())):
        wie = (organisatie, financiernaam(handeling, rij.tenant_id), str(STATUSSEN[rij.status][0]))
        yield Regel((*wie, rij.van, rij.tot_en_met, rij.reden, dag(rij.op), rij.door))


def _mag_besluiten(handeling: Handeling) -> bool:
    return handeling.vrager.kant is Kant.ORGANISATIE or handeling.mag(Recht.ERKENNEN)


ERKENNINGSBESLUITEN = Lijst(
    "erkenningsbesluiten",
    _l("Besluiten over erkenningen"),
    _l("Wat er over de erkenning van een organisatie is besloten, en waarom."),
    (
        *(_l("Organisatie"), _l("Financier"), _l("Besluit"), _l("Vanaf"), _l("Tot en met"), _l("Waarom")),
        *(_l("Besloten op"), _l("Besloten door")),
    ),
    _mag_besluiten,
    _besluiten,
    Recht.ERKENNEN,
)
