"""Een verzoek beantwoorden: de financier beslist erover, of zijn oordeel over de declaratie beslist het mee."""

from sqlalchemy import select

from dakpan.betaling.tables import Declaratie
from dakpan.betaling.terugvragen.tables import Terugvraag
from dakpan.opslag.handeling import Handeling

GOEDGEKEURD = "De financier heeft over de declaratie beslist: zij is goedgekeurd."
TERUGGESTUURD = "De financier heeft de declaratie teruggestuurd."


def terugvraag_bij(handeling: Handeling, rij: Declaratie) -> Terugvraag | None:
    """Het verzoek bij deze declaratie, als het er is."""
    return handeling.sessie.scalar(
        select(Terugvraag).where(Terugvraag.tenant_id == rij.tenant_id, Terugvraag.declaratie_id == rij.id)
    )


def beantwoord(handeling: Handeling, verzoek: Terugvraag, *, toegestaan: bool, antwoord: str) -> None:
    """Legt het besluit over het verzoek vast."""
    verzoek.toegestaan, verzoek.antwoord = toegestaan, antwoord
    verzoek.beslist_op, verzoek.beslist_door = handeling.nu, handeling.vrager.naam


def sluit(handeling: Handeling, rij: Declaratie, *, goed: bool) -> bool:
    """Na het oordeel ligt er geen verzoek meer open. Lag er een, en komt de declaratie niet terug?"""
    verzoek = terugvraag_bij(handeling, rij)
    if verzoek is None or verzoek.toegestaan is not None:
        return False
    beantwoord(handeling, verzoek, toegestaan=not goed, antwoord=GOEDGEKEURD if goed else TERUGGESTUURD)
    return goed
