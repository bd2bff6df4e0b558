"""De bron van een voorgestelde waarde als bestand: gekeurd op inhoud, en te openen door wie beoordeelt."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.opslag.bestandsrij import als_kolommen
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.waarden.tables import Bronbestand, Waardevoorstel


def lees_bron(
    handeling: Handeling, bestandsnaam: str, inhoud: bytes, fouten: list[Veldfout]
) -> Mapping[str, Any] | None:
    """De kolommen van dit bestand, of None als er geen is; wat eraan mankeert komt bij ``fouten``."""
    if not bestandsnaam:
        return None
    try:
        return als_kolommen(bestandsnaam, inhoud, nu=handeling.nu, door=handeling.vrager.naam)
    except InvoerFout as fout:
        fouten.extend(fout.fouten)
        return None


def bij_voorstel(voorstel: Waardevoorstel, bron: Mapping[str, Any] | None) -> list[Bronbestand]:
    """De rij bij dit voorstel; van de financier alleen, net als het voorstel."""
    if bron is None:
        return []
    return [Bronbestand(tenant_id=voorstel.tenant_id, kant=voorstel.kant, voorstel_id=voorstel.id, **bron)]


def bron_van(handeling: Handeling, voorstel: Waardevoorstel) -> Bronbestand | None:
    """Het bestand bij dit voorstel, zonder zijn inhoud te lezen."""
    return handeling.sessie.scalar(
        select(Bronbestand).where(Bronbestand.tenant_id == voorstel.tenant_id, Bronbestand.voorstel_id == voorstel.id)
    )
