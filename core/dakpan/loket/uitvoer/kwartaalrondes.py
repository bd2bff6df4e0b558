"""De kwartaalrondes om mee te nemen."""

from collections.abc import Iterator, Mapping

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from dakpan.begrippen.periode import Kwartaal
from dakpan.betaling.kwartaal.tables import Kwartaalronde
from dakpan.loket.uitvoer.lijst import Lijst, Regel, stroom
from dakpan.loket.uitvoer.van_zaak.deur import dag
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht


def _rondes(handeling: Handeling, _velden: Mapping[str, str]) -> Iterator[Regel]:
    """De nieuwste eerst, zonder dag van klaar zolang zij loopt."""
    een = Kwartaalronde
    vraag = select(een.kwartaal, een.begonnen_op, een.door, een.zaken, een.in_orde, een.klaar_op)
    van_mij = vraag.where(een.tenant_id == handeling.vrager.tenant_id)
    for rij in stroom(handeling, van_mij.order_by(een.id.desc())):
        kwartaal = Kwartaal.uit_iso(rij.kwartaal)
        aantal = (rij.zaken, rij.in_orde)
        yield Regel((kwartaal.jaar, kwartaal.nummer, dag(rij.begonnen_op), rij.door, *aantal, dag(rij.klaar_op)))


def _mag_ronde(handeling: Handeling) -> bool:
    return handeling.vrager.tenant_id is not None and handeling.mag(Recht.BETALEN)


KWARTAALRONDES = Lijst(
    "kwartaalrondes",
    _l("Kwartaalrondes"),
    _l("Elke kwartaalronde: wanneer, door wie en langs hoeveel zaken."),
    (
        *(_l("Jaar"), _l("Kwartaal"), _l("Ronde begonnen op"), _l("Door"), _l("Zaken"), _l("Was al in orde")),
        _l("Klaar op"),
    ),
    _mag_ronde,
    _rondes,
    Recht.BETALEN,
)
