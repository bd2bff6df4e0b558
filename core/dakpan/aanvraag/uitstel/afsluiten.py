"""Met het besluit is het wachten voorbij: wat nog stilstond houdt die dag op."""

from dakpan.aanvraag.domain.uitstel import UITSTEL
from dakpan.aanvraag.uitstel.lezen import loopt, uitstel_van
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling


def sluit_uitstel(handeling: Handeling, zaak: Zaak) -> None:
    """Elke stilstand die nog liep telt tot en met de dag voor het besluit."""
    for een in uitstel_van(handeling, zaak):
        if loopt(een, handeling.vandaag):
            een.status = UITSTEL.na(een.status, "besluit")
            een.klaar_op, een.klaar_door = handeling.nu, handeling.vrager.naam
