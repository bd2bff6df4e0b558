"""De werkgever vragen zijn deel in te vullen: één verzoek tegelijk, zolang de aanvraag nog een concept is."""

from collections.abc import Sequence
from uuid import UUID

from dakpan.aanvraag.aanvragen import vereis_aanvrager
from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.domain.toestanden import AANVRAAG
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.vialink import verzoeken
from dakpan.aanvraag.vialink.tables import Invulverzoek, Waarvoor
from dakpan.aanvraag.vialink.verzoeken import Mens
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import voortgang
from dakpan.opslag.handeling import Handeling, gebruiksgeval


def vult_werkgever_in(handeling: Handeling, zaak: Zaak) -> bool:
    """Is het volgens de werkwijze de werkgever die deze aanvraag doet?"""
    stap = voortgang(handeling, zaak).stap(Zaakstap.AANVRAAG)
    return stap is not None and stap.opent is Partij.WERKGEVER


def invulverzoeken_van(handeling: Handeling, zaak: Zaak) -> Sequence[Invulverzoek]:
    """Elke keer dat de werkgever is gevraagd, de laatste eerst."""
    return verzoeken.verzoeken_van(handeling, zaak, Waarvoor.AANVRAAG)


@gebruiksgeval("Werkgever gevraagd om in te vullen")
def vraag_werkgever(handeling: Handeling, zaak: Zaak, naam: str, email: str, adres: str) -> Invulverzoek:
    """Stuurt een link naar de werkgever; wie eerder was gevraagd kan er daarna niet meer bij."""
    vereis_aanvrager(handeling, zaak)
    AANVRAAG.na(haal_aanvraag(handeling, zaak).status, "wijzig")
    if not vult_werkgever_in(handeling, zaak):
        raise KanNiet("Deze aanvraag doet de werkgever niet zelf; er is geen link om te sturen.")
    return verzoeken.vraag(handeling, zaak, Waarvoor.AANVRAAG, Mens(naam, email), adres)


@gebruiksgeval("Werkgever herinnerd aan het invullen")
def herinner_werkgever(handeling: Handeling, zaak: Zaak, verzoek_id: UUID, adres: str) -> Invulverzoek:
    """Stuurt een nieuwe link; de vorige werkt dan niet meer. Wat al is ingevuld blijft."""
    return verzoeken.herinner(handeling, _haal(handeling, zaak, verzoek_id), adres)


@gebruiksgeval("Verzoek aan de werkgever ingetrokken")
def trek_invulverzoek_in(handeling: Handeling, zaak: Zaak, verzoek_id: UUID) -> Invulverzoek:
    """De link werkt niet meer; wat de werkgever al invulde blijft staan."""
    return verzoeken.trek_in(handeling, _haal(handeling, zaak, verzoek_id))


def _haal(handeling: Handeling, zaak: Zaak, verzoek_id: UUID) -> Invulverzoek:
    vereis_aanvrager(handeling, zaak)
    return verzoeken.haal(handeling, zaak, Waarvoor.AANVRAAG, verzoek_id)


def sluit_open(handeling: Handeling, zaak: Zaak) -> None:
    """Vanaf nu vult geen werkgever via een link nog iets in deze zaak in."""
    verzoeken.sluit_open(handeling, zaak, Waarvoor.AANVRAAG)
