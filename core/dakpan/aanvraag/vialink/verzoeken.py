"""Iemand met een link iets laten invullen: één verzoek tegelijk per zaak en per doel."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select

from dakpan.aanvraag.indienen import nette_naam
from dakpan.aanvraag.vialink import links
from dakpan.aanvraag.vialink.brieven import INVULBRIEVEN, schrijf_vraag
from dakpan.aanvraag.vialink.tables import INVULLEN, Invulstand, Invulverzoek, Waarvoor
from dakpan.dossier.tables import Zaak
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.poort import gelijk_email


class Mens(NamedTuple):
    """Wie een link krijgt. ``vertegenwoordiger``: een wettelijk vertegenwoordiger handelt voor de cliënt."""

    naam: str
    email: str
    vertegenwoordiger: bool = False


def verzoeken_van(handeling: Handeling, zaak: Zaak, waarvoor: Waarvoor) -> Sequence[Invulverzoek]:
    """Elke keer dat iemand hiervoor is gevraagd, de laatste eerst."""
    vraag = select(Invulverzoek).where(
        Invulverzoek.tenant_id == zaak.tenant_id, Invulverzoek.zaak_id == zaak.id, Invulverzoek.waarvoor == waarvoor
    )
    return handeling.sessie.scalars(vraag.order_by(Invulverzoek.id.desc())).all()


def vraag(handeling: Handeling, zaak: Zaak, waarvoor: Waarvoor, mens: Mens, adres: str) -> Invulverzoek:
    """Stuurt een link; wie hiervoor eerder was gevraagd kan er daarna niet meer bij."""
    sluit_open(handeling, zaak, waarvoor)
    verzoek = Invulverzoek(
        tenant_id=zaak.tenant_id,
        organisatie_id=zaak.organisatie_id,
        kant=zaak.kant,
        zaak_id=zaak.id,
        waarvoor=waarvoor,
        naam=nette_naam(mens.naam),
        email=gelijk_email(mens.email),
        vertegenwoordiger=mens.vertegenwoordiger,
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


def herinner(handeling: Handeling, verzoek: Invulverzoek, adres: str) -> Invulverzoek:
    """Stuurt een nieuwe link; de vorige werkt dan niet meer."""
    verzoek.status = INVULLEN.na(verzoek.status, "herinner")
    verzoek.verstuurd_op = handeling.nu
    _stuur(handeling, verzoek, adres)
    return verzoek


def trek_in(handeling: Handeling, verzoek: Invulverzoek) -> Invulverzoek:
    """De link werkt niet meer."""
    return sluit(handeling, verzoek, INVULLEN.na(verzoek.status, "trek_in"))


def sluit(handeling: Handeling, verzoek: Invulverzoek, stand: Invulstand) -> Invulverzoek:
    """In deze stand opent geen link van dit verzoek nog iets."""
    verzoek.status = stand
    links.sluit(handeling.sessie, verzoek.id, handeling.nu)
    return verzoek


def haal(handeling: Handeling, zaak: Zaak, waarvoor: Waarvoor, verzoek_id: UUID) -> Invulverzoek:
    """Dit verzoek, als het bij deze zaak en dit doel hoort."""
    verzoek = next((een for een in verzoeken_van(handeling, zaak, waarvoor) if een.id == verzoek_id), None)
    if verzoek is None:
        raise NietGevonden
    return verzoek


def sluit_open(handeling: Handeling, zaak: Zaak, waarvoor: Waarvoor) -> None:
    """Vanaf nu vult niemand hiervoor via een link nog iets in."""
    for verzoek in verzoeken_van(handeling, zaak, waarvoor):
        if INVULLEN.kan(verzoek.status, "trek_in"):
            trek_in(handeling, verzoek)


def _stuur(handeling: Handeling, verzoek: Invulverzoek, adres: str) -> None:
    geheim = links.maak_link(handeling.sessie, verzoek.tenant_id, verzoek.id, handeling.nu)
    schrijf_vraag(handeling, verzoek, INVULBRIEVEN[verzoek.waarvoor], adres, geheim)
