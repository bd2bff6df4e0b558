"""Vastleggen dat iemand een stuk met geld erin opende."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select

from dakpan.betaling.tables import Betaalbestand, Betaalopdracht
from dakpan.dossier.tables import Document, Zaak
from dakpan.dossier.zaken import log_inzage
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.partijen.rechten import Recht

DOEL = "declareren en betalen"


@gebruiksgeval("ingezien")
def leg_vast(handeling: Handeling, zaken: Iterable[Zaak], wat: str) -> None:
    """Eén regel per zaak: wie zag dit, en waarvoor."""
    for zaak in zaken:
        log_inzage(handeling, zaak, wat, DOEL)


def open_document(handeling: Handeling, zaak: Zaak, document_id: UUID) -> Document:
    """Het document bij deze zaak; dat het is geopend staat in het logboek."""
    document = handeling.sessie.get(Document, (zaak.tenant_id, document_id))
    if document is None or document.zaak_id != zaak.id:
        raise NietGevonden
    leg_vast(handeling, [zaak], document.titel)
    return document


def open_bestand(handeling: Handeling, tenant_id: str, bestand_id: UUID) -> Betaalbestand:
    """Het betaalbestand; bij elke zaak die erin staat komt een regel in het logboek."""
    bestand = handeling.sessie.get(Betaalbestand, (tenant_id, bestand_id))
    if bestand is None:
        raise NietGevonden
    handeling.vereis(Recht.BETALEN, Recht.BETALING_VRIJGEVEN)
    zaken = handeling.sessie.scalars(
        select(Zaak)
        .where(
            Zaak.tenant_id == tenant_id,
            Zaak.id.in_(
                select(Betaalopdracht.zaak_id).where(
                    Betaalopdracht.tenant_id == tenant_id, Betaalopdracht.betaalbestand_id == bestand_id
                )
            ),
        )
        .order_by(Zaak.id)
    )
    leg_vast(handeling, list(zaken), f"betaalbestand {bestand.nummer}")
    return bestand
