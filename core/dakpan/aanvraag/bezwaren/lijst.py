"""Op welke bezwaren moet een financier nog beslissen?"""

from itertools import islice
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, not_, select

from dakpan.aanvraag.bezwaren.tables import Bezwaarschrift
from dakpan.aanvraag.bezwaren.zelf import moet_een_collega
from dakpan.aanvraag.domain.bezwaren import Bezwaarstatus
from dakpan.dossier.bevoegd import mag_besluiten
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling

TEN_HOOGSTE = 10
# Wie er beslist staat in de stappen van de zaak: er wordt ruimer gelezen dan er in de lijst past.
GELEZEN = 200


class Bezwaarregel(NamedTuple):
    """Eén bezwaar dat loopt. ``van_collega``: de vrager nam het besluit, dus een ander beslist."""

    tenant_id: str
    zaak_id: UUID
    bezwaar_id: UUID
    zaak: str
    indiener: str
    van_collega: bool = False


def lopende_bezwaren(handeling: Handeling, *waar: ColumnElement[bool]) -> tuple[Bezwaarregel, ...]:
    """Waar de vrager in die zaak over gaat, wat het langst wacht bovenaan; altijd één vraag aan de database."""
    vraag = (
        select(Bezwaarschrift, Zaak.nummer, Zaak.stappen, moet_een_collega(handeling))
        .join(Zaak, (Zaak.tenant_id == Bezwaarschrift.tenant_id) & (Zaak.id == Bezwaarschrift.zaak_id))
        .where(Bezwaarschrift.status == Bezwaarstatus.LOPEND, *waar)
        .order_by(Bezwaarschrift.id)
        .limit(GELEZEN)
    )
    mijn = (
        Bezwaarregel(een.tenant_id, een.zaak_id, een.id, nummer, een.indiener, van_collega)
        for een, nummer, stappen, van_collega in handeling.sessie.execute(vraag)
        if mag_besluiten(handeling, stappen)
    )
    return tuple(islice(mijn, TEN_HOOGSTE))


def eigen_bezwaren(handeling: Handeling) -> tuple[Bezwaarregel, ...]:
    """Waar de vrager zelf op mag beslissen; wat een collega moet doen telt in zijn lijst niet mee."""
    return lopende_bezwaren(handeling, not_(moet_een_collega(handeling)))
