"""Een uitstel dat ophoudt: beëindigd telt het tot vandaag mee, ingetrokken helemaal niet."""

from uuid import UUID

from dakpan.aanvraag.domain.uitstel import UITSTEL
from dakpan.aanvraag.uitstel.kunnen import vereis_vrager, zet_termijn
from dakpan.aanvraag.uitstel.lezen import haal_uitstel, loopt
from dakpan.aanvraag.uitstel.tables import Beslisuitstel
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.handeling import Handeling, gebruiksgeval


@gebruiksgeval("Beslistermijn loopt weer")
def beeindig_uitstel(handeling: Handeling, zaak: Zaak, uitstel_id: UUID, versie: int | None = None) -> Beslisuitstel:
    """De termijn loopt vandaag weer; de dagen tot nu blijven meetellen."""
    uitstel = _haal(handeling, zaak, uitstel_id, versie)
    if UITSTEL.kan(uitstel.status, "beeindig") and not loopt(uitstel, handeling.vandaag):
        raise KanNiet("De termijn staat niet meer stil; er is niets te beëindigen.")
    return _klaar(handeling, zaak, uitstel, "beeindig")


@gebruiksgeval("Uitstel ingetrokken")
def trek_uitstel_in(handeling: Handeling, zaak: Zaak, uitstel_id: UUID, versie: int | None = None) -> Beslisuitstel:
    """Het uitstel telt niet meer mee, alsof het er niet was."""
    return _klaar(handeling, zaak, _haal(handeling, zaak, uitstel_id, versie), "trek_in")


def _haal(handeling: Handeling, zaak: Zaak, uitstel_id: UUID, versie: int | None) -> Beslisuitstel:
    vereis_vrager(handeling, zaak)
    uitstel = haal_uitstel(handeling, zaak, uitstel_id)
    if versie is not None and versie != uitstel.versie:
        raise Gewijzigd
    return uitstel


def _klaar(handeling: Handeling, zaak: Zaak, uitstel: Beslisuitstel, hoe: str) -> Beslisuitstel:
    uitstel.status = UITSTEL.na(uitstel.status, hoe)
    uitstel.klaar_op, uitstel.klaar_door = handeling.nu, handeling.vrager.naam
    zet_termijn(handeling, zaak)
    return uitstel
