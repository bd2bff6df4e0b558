"""Eén zaak als regel in een lijst: alleen de kolommen die een lijst laat zien, met de namen erbij."""

from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Subquery, select

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.tables import Organisatie, Persoon, Werkgever


class Zaakregel(NamedTuple):
    """Eén zaak in een lijst."""

    tenant_id: str
    id: UUID
    nummer: str
    status: Zaakstatus
    beurt: Partij | None
    beurt_stap: Zaakstap | None
    uiterlijk: date | None
    uiterlijk_berekend: date | None
    voornaam: str
    achternaam: str
    werkgever: str
    organisatie: str | None

    @property
    def client(self) -> str:
        return f"{self.voornaam} {self.achternaam}"


_VAN_ZAAK = (
    Zaak.tenant_id,
    Zaak.id,
    Zaak.nummer,
    Zaak.status,
    Zaak.beurt,
    Zaak.beurt_stap,
    Zaak.uiterlijk,
    Zaak.uiterlijk_berekend,
)
KOLOMMEN = (*_VAN_ZAAK, Zaak.persoon_id, Zaak.werkgever_id, Zaak.organisatie_id)


def met_namen(handeling: Handeling, kort: Subquery, *volgorde: Any) -> list[Zaakregel]:
    """Zoekt de namen bij een handvol al gekozen zaken: zo worden er nooit meer namen gelezen dan er te zien zijn."""
    rijen = handeling.sessie.execute(
        select(
            *(kort.c[een.key] for een in _VAN_ZAAK),
            Persoon.voornaam,
            Persoon.achternaam,
            Werkgever.naam,
            Organisatie.naam,
        )
        .select_from(kort)
        .join(Persoon, (Persoon.tenant_id == kort.c.tenant_id) & (Persoon.id == kort.c.persoon_id))
        .join(Werkgever, (Werkgever.tenant_id == kort.c.tenant_id) & (Werkgever.id == kort.c.werkgever_id))
        .outerjoin(Organisatie, Organisatie.id == kort.c.organisatie_id)
        .order_by(*volgorde)
    )
    return [Zaakregel._make(rij) for rij in rijen]
