"""Wat de financier met een offerte doet: teruggeven, of na het besluit voor akkoord tekenen."""

from dakpan.aanvraag.inhoud import dossier_van, haal_aanvraag
from dakpan.aanvraag.uiterlijk import zet_uiterlijk
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import bereik, doe_over, open_stap, voortgang
from dakpan.invoer.fouten import fout_bij
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.partijen.rechten import Recht
from dakpan.plan.offertes import laatste_offerte, vereis_offerte
from dakpan.plan.opdrachtpapier import bewaar_getekend
from dakpan.plan.tables import Offerte
from dakpan.plan.toestanden import OFFERTE
from dakpan.plan.verzoeken import LANGSTE_TEKST


@gebruiksgeval("Offerte teruggegeven")
def geef_offerte_terug(handeling: Handeling, zaak: Zaak, reden: str) -> Offerte:
    """De organisatie maakt een nieuwe; wat na de offerte kwam begint opnieuw."""
    handeling.vereis(Recht.OFFERTE_VRAGEN)
    offerte = vereis_offerte(handeling, zaak, "Er is nog geen offerte verstuurd om terug te geven.")
    nu = voortgang(handeling, zaak)
    if Zaakstap.BESLUIT in nu.klaar:
        raise KanNiet("Er is al besloten op deze offerte; zij kan niet meer terug.")
    offerte.status = OFFERTE.na(offerte.status, "geef_terug")
    if not reden.strip() or len(reden) > LANGSTE_TEKST:
        raise fout_bij("reden", f"schrijf wat er anders moet, in ten hoogste {LANGSTE_TEKST} tekens")
    offerte.reden = reden.strip()
    volgorde = [een.stap for een in nu.werkwijze.stappen]
    doe_over(handeling, zaak, volgorde[volgorde.index(Zaakstap.OFFERTE) :])
    return offerte


@gebruiksgeval("Opdracht gegeven")
def geef_opdracht(handeling: Handeling, zaak: Zaak) -> Offerte | None:
    """De financier tekent de offerte voor akkoord; daarna kan de jobcoach beginnen."""
    open_stap(handeling, zaak, Zaakstap.OPDRACHT)
    if Zaakstap.OPDRACHT in voortgang(handeling, zaak).klaar:
        raise KanNiet("De opdracht is al gegeven.")
    offerte = laatste_offerte(handeling, zaak)
    if offerte is not None:
        offerte.status = OFFERTE.na(offerte.status, "teken")
        offerte.getekend_op, offerte.getekend_door = handeling.nu, handeling.vrager.naam
        bewaar_getekend(handeling, zaak, offerte)
    bereik(handeling, zaak, Zaakstap.OPDRACHT)
    zet_uiterlijk(handeling, zaak, dossier_van(handeling, haal_aanvraag(handeling, zaak)))
    return offerte
