"""Wat de organisatie al weet van wie een aanvraag begint."""

from dakpan.aanvraag.herkomst import Bronsoort, Overgenomen
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.certificaatlijst import antwoorden_van
from dakpan.partijen.rechten import Recht
from dakpan.partijen.registerlijsten import certificaten
from dakpan.partijen.tables import Account, Organisatie


def bekend_van(handeling: Handeling) -> dict[str, Overgenomen]:
    """Naam, e-mailadres en certificaten van de coach die begint; een collega die niet coacht begint met lege vragen."""
    vrager = handeling.vrager
    if vrager.kant is not Kant.ORGANISATIE or not handeling.mag(Recht.UREN_SCHRIJVEN):
        return {}
    organisatie = handeling.sessie.get(Organisatie, vrager.organisatie_id)
    account = handeling.sessie.get(Account, vrager.account_id)
    bron = organisatie.naam if organisatie is not None else ""
    antwoorden = {"jobcoach_naam": vrager.naam, "jobcoach_email": account.email if account is not None else ""}
    mens = {
        f"aanvulling.{veld}": Overgenomen(Bronsoort.ORGANISATIE, waarde, bron) for veld, waarde in antwoorden.items()
    }
    return mens | _behaald(handeling)


def _behaald(handeling: Handeling) -> dict[str, Overgenomen]:
    """Wat de coach volgens zijn certificaten in huis heeft; wat er niet staat blijft een open vraag."""
    lid_id = handeling.vrager.lidmaatschap_id
    behaald = antwoorden_van(handeling, lid_id, handeling.vandaag) if lid_id is not None else {}
    return {
        f"aanvraag.jobcoach.{vraag}": Overgenomen(Bronsoort.CERTIFICAAT, True, certificaten()[een.soort])
        for vraag, een in behaald.items()
    }
