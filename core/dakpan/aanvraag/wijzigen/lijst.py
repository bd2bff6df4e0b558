"""Over welke gemelde wijzigingen moet een financier nog beslissen?"""

from itertools import islice
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, select

from dakpan.aanvraag.domain.meldingen import Meldsoort, Meldstatus
from dakpan.aanvraag.wijzigen.tables import Wijzigingsmelding
from dakpan.dossier.bevoegd import mag_besluiten
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.tables import Persoon

TEN_HOOGSTE = 10
# Wie er beslist staat in de stappen van de zaak: er wordt ruimer gelezen dan er in de lijst past.
GELEZEN = 200


class Wijzigingsregel(NamedTuple):
    """Eén melding die wacht, met over wie zij gaat."""

    tenant_id: str
    zaak_id: UUID
    melding_id: UUID
    zaak: str
    client: str
    soort: Meldsoort


def te_beslissen(handeling: Handeling, *waar: ColumnElement[bool]) -> tuple[Wijzigingsregel, ...]:
    """Waar de vrager in die zaak over gaat, wat het langst wacht bovenaan; altijd één vraag aan de database."""
    vraag = (
        select(Wijzigingsmelding, Zaak.nummer, Zaak.stappen, Persoon.voornaam, Persoon.achternaam)
        .join(Zaak, (Zaak.tenant_id == Wijzigingsmelding.tenant_id) & (Zaak.id == Wijzigingsmelding.zaak_id))
        .join(Persoon, (Persoon.tenant_id == Zaak.tenant_id) & (Persoon.id == Zaak.persoon_id))
        .where(Wijzigingsmelding.status == Meldstatus.GEMELD, *waar)
        .order_by(Wijzigingsmelding.id)
        .limit(GELEZEN)
    )
    mijn = (
        Wijzigingsregel(een.tenant_id, een.zaak_id, een.id, nummer, f"{voor} {achter}".strip(), een.soort)
        for een, nummer, stappen, voor, achter in handeling.sessie.execute(vraag)
        if mag_besluiten(handeling, stappen)
    )
    return tuple(islice(mijn, TEN_HOOGSTE))
