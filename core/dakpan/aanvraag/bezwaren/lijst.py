"""Op welke bezwaren moet een financier nog beslissen?"""

from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, select

from dakpan.aanvraag.bezwaren.tables import Bezwaarschrift
from dakpan.aanvraag.domain.bezwaren import Bezwaarstatus
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling

TEN_HOOGSTE = 10


class Bezwaarregel(NamedTuple):
    """Eén bezwaar dat loopt."""

    tenant_id: str
    zaak_id: UUID
    bezwaar_id: UUID
    zaak: str
    indiener: str


def lopende_bezwaren(handeling: Handeling, *waar: ColumnElement[bool]) -> tuple[Bezwaarregel, ...]:
    """Wat het langst wacht bovenaan; altijd één vraag aan de database."""
    vraag = (
        select(Bezwaarschrift, Zaak.nummer)
        .join(Zaak, (Zaak.tenant_id == Bezwaarschrift.tenant_id) & (Zaak.id == Bezwaarschrift.zaak_id))
        .where(Bezwaarschrift.status == Bezwaarstatus.LOPEND, *waar)
        .order_by(Bezwaarschrift.id)
        .limit(TEN_HOOGSTE)
    )
    return tuple(
        Bezwaarregel(een.tenant_id, een.zaak_id, een.id, nummer, een.indiener)
        for een, nummer in handeling.sessie.execute(vraag)
    )
