"""Wanneer mag wie aan het plan schrijven? De werkwijze van de regelset bepaalt of dat bij aanvraag of offerte is."""

from dakpan.aanvraag.domain.toestanden import AANVRAAG
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.dossier.voortgang import Voortgang
from dakpan.dossier.zaken import voortgang
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht


def waarom_niet(handeling: Handeling, zaak: Zaak) -> str:
    """Waarom kan de vrager nu niet aan het plan schrijven? Leeg: het kan."""
    if not is_schrijver(handeling, zaak):
        return "Wie coacht schrijft het plan; u kunt het lezen zodra het met u is gedeeld."
    if zaak.status is not Zaakstatus.LOPEND:
        return "Deze zaak loopt niet meer; het plan blijft zoals het is."
    return _nog_niet(handeling, zaak, voortgang(handeling, zaak))


def is_schrijver(handeling: Handeling, zaak: Zaak) -> bool:
    """Is het plan van de kant van de vrager, en mag hij schrijven? Zonder organisatie schrijft wie aanvraagt."""
    kant = Kant.ORGANISATIE if zaak.organisatie_id is not None else Kant.FINANCIER
    return handeling.vrager.kant is kant and handeling.mag(Recht.AANVRAAG_WIJZIGEN)


def _nog_niet(handeling: Handeling, zaak: Zaak, nu: Voortgang) -> str:
    if Zaakstap.BESLUIT in nu.klaar:
        wacht = nu.stap(Zaakstap.OPDRACHT) is not None and Zaakstap.OPDRACHT not in nu.klaar
        return "Het plan ligt vast tot de opdracht is gegeven." if wacht else ""
    offerte = nu.stap(Zaakstap.OFFERTE)
    if offerte is None:
        concept = AANVRAAG.kan(haal_aanvraag(handeling, zaak).status, "wijzig")
        return "" if concept else "De aanvraag is definitief: het plan ligt vast tot het besluit."
    if Zaakstap.OFFERTE in nu.klaar:
        return "De offerte is verstuurd: het plan ligt vast tot de opdracht is gegeven."
    return "" if nu.is_open(offerte) else "Het plan hoort bij de offerte; wacht tot daarom is gevraagd."


def vereis_schrijver(handeling: Handeling, zaak: Zaak) -> None:
    """``KanNiet`` zegt waarop het wachten is."""
    handeling.vereis(Recht.AANVRAAG_WIJZIGEN)
    if bezwaar := waarom_niet(handeling, zaak):
        raise KanNiet(bezwaar)


def open_om_te_schrijven(handeling: Handeling, zaak: Zaak) -> None:
    """Als ``vereis_schrijver``; een aanvraag die al was gecontroleerd is dat met een ander plan niet meer."""
    vereis_schrijver(handeling, zaak)
    aanvraag = haal_aanvraag(handeling, zaak)
    if AANVRAAG.kan(aanvraag.status, "wijzig"):
        aanvraag.status, aanvraag.controle = AANVRAAG.na(aanvraag.status, "wijzig"), None


def is_bijstelling(handeling: Handeling, zaak: Zaak) -> bool:
    """Is er al besloten? Dan gaat een nieuwe versie met een reden erbij zelf naar de financier."""
    return Zaakstap.BESLUIT in voortgang(handeling, zaak).klaar
