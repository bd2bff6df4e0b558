"""Wat over een waarde is voorgesteld om mee te nemen."""

from collections.abc import Iterator, Mapping

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from dakpan.loket.uitvoer.lijst import Lijst, Regel, stroom
from dakpan.loket.uitvoer.van_zaak.deur import dag
from dakpan.loket.uitvoer.waarden import mag_waarden
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht
from dakpan.partijen.waarden.overzicht import overzichten
from dakpan.partijen.waarden.tables import Waardevoorstel
from dakpan.partijen.waarden.toon import statustekst


def _voorstellen(handeling: Handeling, _velden: Mapping[str, str]) -> Iterator[Regel]:
    """Het nieuwste eerst, in welke stand ook."""
    een, namen = Waardevoorstel, _titels(handeling)
    vraag = select(
        *(een.regelset, een.parameter, een.vanaf, een.status, een.voorgesteld_op, een.voorgesteld_door),
        *(een.toelichting, een.beoordeeld_op, een.beoordeeld_door, een.oordeel),
    ).where(een.tenant_id == handeling.vrager.tenant_id)
    for rij in stroom(handeling, vraag.order_by(een.id.desc())):
        wat = (rij.regelset, namen.get((rij.regelset, rij.parameter), rij.parameter), rij.vanaf)
        voor = (statustekst(rij.status)["tekst"], dag(rij.voorgesteld_op), rij.voorgesteld_door, rij.toelichting)
        yield Regel((*wat, *voor, dag(rij.beoordeeld_op), rij.beoordeeld_door, rij.oordeel))


def _titels(handeling: Handeling) -> dict[tuple[str, str], str]:
    return {
        (een.parameters.regelset, naam): parameter.titel
        for een in overzichten(handeling)
        for naam, parameter in een.parameters.lijst.items()
    }


WAARDEVOORSTELLEN = Lijst(
    "waardevoorstellen",
    _l("Voorgestelde waarden"),
    _l("Elk voorstel voor een waarde, met wie erover oordeelde."),
    (
        *(_l("Regels"), _l("Waarde"), _l("Vanaf"), _l("Stand"), _l("Voorgesteld op"), _l("Voorgesteld door")),
        *(_l("Toelichting"), _l("Beoordeeld op"), _l("Beoordeeld door"), _l("Oordeel")),
    ),
    mag_waarden,
    _voorstellen,
    Recht.WAARDEN_BEHEREN,
)
