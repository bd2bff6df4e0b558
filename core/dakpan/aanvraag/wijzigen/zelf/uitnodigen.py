"""De cliënt een link sturen om één wijziging zelf door te geven; wie vraagt en wie geeft zijn verschillende mensen."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlalchemy import select

from dakpan.aanvraag.vialink import verzoeken
from dakpan.aanvraag.vialink.tables import Invulverzoek, Waarvoor
from dakpan.aanvraag.vialink.verzoeken import Mens
from dakpan.aanvraag.wijzigen.melden import vereis_melder, vereis_te_melden
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.partijen.poort import gelijk_email
from dakpan.partijen.tables import Account, Lidmaatschap


def clientverzoeken_van(handeling: Handeling, zaak: Zaak) -> Sequence[Invulverzoek]:
    """Elke keer dat de cliënt een link kreeg, de laatste eerst."""
    return verzoeken.verzoeken_van(handeling, zaak, Waarvoor.WIJZIGING)


@gebruiksgeval("Cliënt gevraagd een wijziging door te geven")
def vraag_client(handeling: Handeling, zaak: Zaak, mens: Mens, adres: str) -> Invulverzoek:
    """Stuurt de link; een eerdere werkt dan niet meer. ``InvoerFout``: dit adres is niet van de cliënt."""
    vereis_melder(handeling)
    vereis_te_melden(handeling, zaak)
    vereis_van_client(handeling, zaak, mens.email)
    return verzoeken.vraag(handeling, zaak, Waarvoor.WIJZIGING, mens, adres)


@gebruiksgeval("Cliënt herinnerd aan een wijziging")
def herinner_client(handeling: Handeling, zaak: Zaak, verzoek_id: UUID, adres: str) -> Invulverzoek:
    """Stuurt een nieuwe link; de vorige werkt dan niet meer."""
    vereis_te_melden(handeling, zaak)
    return verzoeken.herinner(handeling, _haal(handeling, zaak, verzoek_id), adres)


@gebruiksgeval("Link van de cliënt ingetrokken")
def trek_clientverzoek_in(handeling: Handeling, zaak: Zaak, verzoek_id: UUID) -> Invulverzoek:
    """De link werkt niet meer; wat al is doorgegeven blijft."""
    return verzoeken.trek_in(handeling, _haal(handeling, zaak, verzoek_id))


def _haal(handeling: Handeling, zaak: Zaak, verzoek_id: UUID) -> Invulverzoek:
    vereis_melder(handeling)
    return verzoeken.haal(handeling, zaak, Waarvoor.WIJZIGING, verzoek_id)


def vereis_van_client(handeling: Handeling, zaak: Zaak, email: str) -> None:
    """``InvoerFout``: dit adres is van de werkgever, of van iemand die zelf aan de zaak werkt."""
    fouten = list(_niet_van_client(handeling, zaak, gelijk_email(email)))
    if fouten:
        raise InvoerFout(*fouten)


def _niet_van_client(handeling: Handeling, zaak: Zaak, email: str) -> Iterator[Veldfout]:
    """Wie de code leest geeft door: dat is niet de werkgever, en niemand die zelf aan de zaak werkt."""
    if email == gelijk_email(zaak.werkgever.email or ""):
        yield Veldfout("email", "dit is het adres van de werkgever; de cliënt heeft een eigen adres nodig")
    elif _werkt_eraan(handeling, zaak, email):
        yield Veldfout("email", "dit adres is van iemand die hier werkt; de cliënt heeft een eigen adres nodig")


def _werkt_eraan(handeling: Handeling, zaak: Zaak, email: str) -> bool:
    hier = (Lidmaatschap.tenant_id == zaak.tenant_id) | (Lidmaatschap.organisatie_id == zaak.organisatie_id)
    vraag = select(Account.id).join(Lidmaatschap, Lidmaatschap.account_id == Account.id)
    return handeling.sessie.scalar(vraag.where(Account.email == email, hier).limit(1)) is not None
