"""Onderhanden werk: wat is er in een tijdvak geschreven dat nog op geen declaratie staat?"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.betaling.lijsten import VAN_PERSOON
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Persoon
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import Urenstatus

NOG_NIET = (Urenstatus.VOORRAAD, Urenstatus.TE_ACCORDEREN, Urenstatus.GEACCORDEERD)


@dataclass(slots=True)
class Onderhanden:
    """De uren van één zaak die nog op geen declaratie staan, per toestand."""

    tenant_id: str
    zaak_id: UUID
    zaak: str
    client: str
    duren: dict[Urenstatus, Duur] = field(default_factory=dict)

    @property
    def totaal(self) -> Duur:
        return sum(self.duren.values(), GEEN_DUUR)


def onderhanden_werk(handeling: Handeling, van: date | None, tot_en_met: date) -> list[Onderhanden]:
    """Van alle financiers, op naam van de cliënt; ``van`` leeg: vanaf het begin."""
    handeling.vereis(Recht.DECLAREREN)
    vraag = (
        select(
            Zaak.tenant_id,
            Zaak.id,
            Zaak.nummer,
            Persoon.voornaam + " " + Persoon.achternaam,
            Activiteit.status,
            func.sum(Activiteit.duur),
        )
        .join(Zaak, (Zaak.tenant_id == Activiteit.tenant_id) & (Zaak.id == Activiteit.zaak_id))
        .join(Persoon, VAN_PERSOON)
        .where(Activiteit.status.in_(NOG_NIET), Activiteit.datum <= tot_en_met)
        .group_by(Zaak.tenant_id, Zaak.id, Zaak.nummer, Persoon.voornaam, Persoon.achternaam, Activiteit.status)
        .order_by(Persoon.achternaam, Persoon.voornaam, Zaak.id)
    )
    if van is not None:
        vraag = vraag.where(Activiteit.datum >= van)
    gevonden: dict[tuple[str, UUID], Onderhanden] = {}
    for tenant_id, zaak_id, nummer, client, status, duur in handeling.sessie.execute(vraag):
        een = gevonden.setdefault((tenant_id, zaak_id), Onderhanden(tenant_id, zaak_id, nummer, client))
        een.duren[status] = duur
    return list(gevonden.values())


def samen(regels: Iterable[Onderhanden]) -> dict[Urenstatus, Duur]:
    """Alle zaken bij elkaar, in de volgorde van het werk."""
    alle = list(regels)
    return {status: sum((een.duren.get(status, GEEN_DUUR) for een in alle), GEEN_DUUR) for status in NOG_NIET}
