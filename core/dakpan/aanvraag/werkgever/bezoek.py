"""Wie als werkgever via de link komt: hij leest en schrijft alleen zijn eigen pagina's van deze aanvraag."""

from dataclasses import dataclass

from dakpan.aanvraag.controleren import kijk_na
from dakpan.aanvraag.domain.toestanden import AANVRAAG
from dakpan.aanvraag.formulier import Aanvraagformulier
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.opslaan import Pagina, sla_pagina_op
from dakpan.aanvraag.tables import Aanvraag
from dakpan.aanvraag.van_zaak import formulier_voor
from dakpan.aanvraag.vialink.bezoek import namens, rond_verzoek_af, zie_invulverzoek
from dakpan.aanvraag.vialink.tables import Invulverzoek, Tekenlink, Waarvoor
from dakpan.dossier.berichten import Aanleiding, stuur
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval

# De zes onderdelen van de aanvraag die bij de werkgever liggen; wat over de cliënt zelf gaat vult hij niet in.
VAN_DE_WERKGEVER = ("werkgever", "dienstverband", "periode", "jobcoach", "plan")


@dataclass(frozen=True, slots=True)
class Bezoek:
    """De zaak zoals de werkgever haar invult. ``handeling`` schrijft in zijn naam."""

    handeling: Handeling
    zaak: Zaak
    aanvraag: Aanvraag
    formulier: Aanvraagformulier


def zie_verzoek(handeling: Handeling, link: Tekenlink) -> Invulverzoek:
    """Het verzoek van deze link, zolang het loopt."""
    return zie_invulverzoek(handeling, link, Waarvoor.AANVRAAG)


def open_bezoek(handeling: Handeling, verzoek: Invulverzoek) -> Bezoek:
    """De aanvraag, zolang er nog aan te schrijven is."""
    deze, zaak = namens(handeling, verzoek)
    aanvraag = haal_aanvraag(deze, zaak)
    if not AANVRAAG.kan(aanvraag.status, "wijzig"):
        raise NietGevonden
    heel = formulier_voor(deze, zaak, aanvraag)
    eigen = tuple(een for een in heel.groepen if een.naam in VAN_DE_WERKGEVER)
    return Bezoek(deze, zaak, aanvraag, Aanvraagformulier(eigen))


def bewaar(bezoek: Bezoek, pagina: Pagina) -> tuple[str, ...]:
    """Slaat één pagina van de werkgever op. ``NietGevonden``: die pagina is niet van hem."""
    if bezoek.formulier.pagina(pagina.naam) is None:
        raise NietGevonden
    return sla_pagina_op(bezoek.handeling, bezoek.zaak, pagina)


def ontbreekt(bezoek: Bezoek) -> list[Veldfout]:
    """Wat de werkgever nog moet invullen; over de rest gaat hij niet."""
    alle = kijk_na(bezoek.handeling, bezoek.zaak, bezoek.aanvraag).fouten
    return [een for een in alle if een.veld in bezoek.formulier.velden]


@gebruiksgeval("Aanvraag ingevuld door de werkgever")
def rond_af(handeling: Handeling, link: Tekenlink) -> Invulverzoek:
    """De werkgever is klaar; de link werkt niet meer. ``InvoerFout`` met elk antwoord dat er nog moet komen."""
    verzoek_id = zie_verzoek(handeling, link).id
    bezoek = open_bezoek(handeling, zie_verzoek(handeling, link))
    fouten = ontbreekt(bezoek)
    if fouten:
        raise InvoerFout(*fouten)
    eigen = rond_verzoek_af(bezoek.handeling, bezoek.zaak, verzoek_id)
    stuur(bezoek.handeling, Aanleiding.bij(Berichtsoort.INGEVULD, bezoek.zaak, eigen.id), [eigen.vrager_id])
    return eigen
