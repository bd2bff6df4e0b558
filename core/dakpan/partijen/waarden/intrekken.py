"""Van een voorstel afzien: wie het deed trekt het in, zolang niemand het beoordeelde."""

from uuid import UUID

from dakpan.begrippen.toestand import KanNiet
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.partijen.waarden.beheren import haal_voorstel, zelfde_versie
from dakpan.partijen.waarden.tables import Waardevoorstel
from dakpan.partijen.waarden.toestanden import WAARDE


@gebruiksgeval("voorstel voor een waarde ingetrokken")
def trek_in(handeling: Handeling, voorstel_id: UUID, versie: int) -> Waardevoorstel:
    """Wie het voorstelde ziet ervan af."""
    return _zie_ervan_af(handeling, voorstel_id, versie, "trek_in")


@gebruiksgeval("voorstel om een waarde te laten vervallen ingetrokken")
def trek_einde_in(handeling: Handeling, voorstel_id: UUID, versie: int) -> Waardevoorstel:
    """Wie voorstelde dat de waarde vervalt ziet ervan af; zij blijft gelden."""
    return _zie_ervan_af(handeling, voorstel_id, versie, "trek_einde_in")


def _zie_ervan_af(handeling: Handeling, voorstel_id: UUID, versie: int, hoe: str) -> Waardevoorstel:
    rij = zelfde_versie(haal_voorstel(handeling, voorstel_id), versie)
    naar = WAARDE.na(rij.status, hoe)
    if rij.voorsteller_id != handeling.vrager.account_id:
        raise KanNiet("Alleen wie dit voorstelde trekt het in; u kunt het beoordelen, met een reden.")
    rij.status = naar
    return rij
