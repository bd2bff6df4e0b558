"""Wat één coach behaalde om mee te nemen."""

from collections.abc import Iterator, Mapping

from flask_babel import lazy_gettext as _l

from dakpan.loket.uitvoer.lijst import Lijst, Regel, lees_id
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen import certificaatlijst
from dakpan.partijen.certificaatformulier import STANDEN as GELDIGHEID
from dakpan.partijen.rechten import Recht
from dakpan.partijen.registerlijsten import certificaten


def _van_coach(handeling: Handeling, velden: Mapping[str, str]) -> Iterator[Regel]:
    """Van de coach in het adres, en anders van de lezer zelf."""
    lid_id = lees_id(velden, "medewerker") or handeling.vrager.lidmaatschap_id
    namen = certificaten()
    for regel in certificaatlijst.van(handeling, lid_id) if lid_id is not None else ():
        een = regel.certificaat
        staat = str(GELDIGHEID[regel.stand(handeling.vandaag)][0])
        yield Regel((regel.coach, namen[een.soort], een.behaald_op, een.geldig_tot, staat, regel.bestandsnaam))


CERTIFICATEN_VAN_COACH = Lijst(
    "certificaten-van-coach",
    _l("Certificaten van één coach"),
    _l("Wat één coach behaalde; zonder keuze van uzelf."),
    (_l("Coach"), _l("Certificaat"), _l("Behaald op"), _l("Geldig tot"), _l("Stand"), _l("Papier")),
    lambda handeling: handeling.vrager.kant is Kant.ORGANISATIE,
    _van_coach,
    Recht.UREN_SCHRIJVEN,
)
