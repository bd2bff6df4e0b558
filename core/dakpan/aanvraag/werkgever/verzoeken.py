"""De werkgever vragen zijn deel in te vullen: één verzoek tegelijk, zolang de aanvraag nog een concept is."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from dakpan.aanvraag.aanvragen import vereis_aanvrager
from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.domain.toestanden import AANVRAAG
from dakpan.aanvraag.indienen import nette_naam
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.tekenen import links
from dakpan.aanvraag.werkgever.brieven import schrijf_verzoek
from dakpan.aanvraag.werkgever.tables import INVULLEN, Invulstand, Invulverzoek
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import voortgang
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.partijen.poort import gelijk_email


def vult_werkgever_in(handeling: Handeling, zaak: Zaak) -> bool:
    """Is het volgens de werkwijze de werkgever die deze aanvraag doet?"""
    stap = voortgang(handeling, zaak).stap(Zaakstap.AANVRAAG)
    return stap is not None and stap.opent is Partij.WERKGEVER


def invulverzoeken_van(handeling: Handeling, zaak: Zaak) -> Sequence[Invulverzoek]:
    """Elke keer dat de werkgever is gevraagd, de laatste eerst."""
    vraag = select(Invulverzoek).where(Invulverzoek.tenant_id == zaak.tenant_id, Invulverzoek.zaak_id == zaak.id)
    return handeling.sessie.scalars(vraag.order_by(Invulverzoek.id.desc())).all()


@gebruiksgeval("Werkgever gevraagd om in te vullen")
def vraag_werkgever(handeling: Handeling, zaak: Zaak, naam: str, email: str, adres: str) -> Invulverzoek:
    """Stuurt een link naar de werkgever; wie eerder was gevraagd kan er daarna niet meer bij."""
    vereis_aanvrager(handeling, zaak)
    AANVRAAG.na(haal_aanvraag(handeling, zaak).status, "wijzig")
    if not vult_werkgever_in(handeling, zaak):
        raise KanNiet("Deze aanvraag doet de werkgever niet zelf; er is geen link om te sturen.")
    sluit_open(handeling, zaak)
    verzoek = Invulverzoek(
        tenant_id=zaak.tenant_id,
        organisatie_id=zaak.organisatie_id,
        kant=zaak.kant,
        zaak_id=zaak.id,
        naam=nette_naam(naam),
        email=gelijk_email(email),
        status=Invulstand.OPEN,
        gevraagd_op=handeling.nu,
        gevraagd_door=handeling.vrager.naam,
        vrager_id=handeling.vrager.lidmaatschap_id,
        verstuurd_op=handeling.nu,
    )
    handeling.sessie.add(verzoek)
    handeling.sessie.flush()
    _stuur(handeling, verzoek, adres)
    return verzoek


def _stuur(handeling: Handeling, verzoek: Invulverzoek, adres: str) -> None:
    verzoek.verstuurd_op = handeling.nu
    geheim = links.maak_link(handeling.sessie, verzoek.tenant_id, verzoek.id, handeling.nu)
    schrijf_verzoek(handeling.sessie, verzoek, adres, geheim, handeling.nu)


@gebruiksgeval("Werkgever herinnerd aan het invullen")
def herinner_werkgever(handeling: Handeling, zaak: Zaak, verzoek_id: UUID, adres: str) -> Invulverzoek:
    """Stuurt een nieuwe link; de vorige werkt dan niet meer. Wat al is ingevuld blijft."""
    verzoek = _haal(handeling, zaak, verzoek_id)
    verzoek.status = INVULLEN.na(verzoek.status, "herinner")
    _stuur(handeling, verzoek, adres)
    return verzoek


@gebruiksgeval("Verzoek aan de werkgever ingetrokken")
def trek_invulverzoek_in(handeling: Handeling, zaak: Zaak, verzoek_id: UUID) -> Invulverzoek:
    """De link werkt niet meer; wat de werkgever al invulde blijft staan."""
    verzoek = _haal(handeling, zaak, verzoek_id)
    verzoek.status = INVULLEN.na(verzoek.status, "trek_in")
    links.sluit(handeling.sessie, verzoek.id, handeling.nu)
    return verzoek


def _haal(handeling: Handeling, zaak: Zaak, verzoek_id: UUID) -> Invulverzoek:
    vereis_aanvrager(handeling, zaak)
    verzoek = next((een for een in invulverzoeken_van(handeling, zaak) if een.id == verzoek_id), None)
    if verzoek is None:
        raise NietGevonden
    return verzoek


def sluit_open(handeling: Handeling, zaak: Zaak) -> None:
    """Vanaf nu vult niemand via een link nog iets in deze zaak in."""
    for verzoek in invulverzoeken_van(handeling, zaak):
        if INVULLEN.kan(verzoek.status, "trek_in"):
            verzoek.status = INVULLEN.na(verzoek.status, "trek_in")
            links.sluit(handeling.sessie, verzoek.id, handeling.nu)
