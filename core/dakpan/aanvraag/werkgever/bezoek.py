"""Wie als werkgever via de link komt: hij leest en schrijft alleen zijn eigen pagina's van deze aanvraag.

Lezen doet de bezoeker als bezoeker van de link. Wat hij opslaat wordt vastgelegd door de kant die het vroeg, in zijn
naam en met alleen het recht om de aanvraag te wijzigen.
"""

from dataclasses import dataclass

from sqlalchemy import select

from dakpan.aanvraag.controleren import kijk_na
from dakpan.aanvraag.domain.toestanden import AANVRAAG
from dakpan.aanvraag.formulier import Aanvraagformulier
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.opslaan import Pagina, sla_pagina_op
from dakpan.aanvraag.tables import Aanvraag
from dakpan.aanvraag.tekenen import links
from dakpan.aanvraag.tekenen.tables import Tekenlink
from dakpan.aanvraag.tekenen.zetten import Post
from dakpan.aanvraag.van_zaak import formulier_voor
from dakpan.aanvraag.werkgever.brieven import schrijf_code
from dakpan.aanvraag.werkgever.tables import INVULLEN, Invulverzoek
from dakpan.dossier.berichten import Aanleiding, stuur
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import haal_zaak
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Recht

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
    verzoek = handeling.sessie.scalar(
        select(Invulverzoek).where(Invulverzoek.tenant_id == link.tenant_id, Invulverzoek.id == link.verzoek_id)
    )
    if verzoek is None or not INVULLEN.kan(verzoek.status, "rond_af"):
        raise NietGevonden
    return verzoek


@gebruiksgeval("Code gestuurd om in te vullen")
def stuur_code(handeling: Handeling, link: Tekenlink, post: Post) -> Invulverzoek:
    """Een code naar het adres van de werkgever; dat adres staat nergens op het scherm."""
    verzoek = zie_verzoek(handeling, link)
    code = links.maak_code(handeling.sessie, link, handeling.nu, geheim=post.geheim, computer=post.computer)
    schrijf_code(handeling.sessie, verzoek, code, handeling.nu)
    return verzoek


def open_bezoek(handeling: Handeling, verzoek: Invulverzoek) -> Bezoek:
    """De aanvraag, zolang er nog aan te schrijven is."""
    wie = f"{verzoek.naam} (via een link)"
    tenant_id, zaak_id = verzoek.tenant_id, verzoek.zaak_id
    vrager = Vrager(None, wie, tenant_id=tenant_id, rechten=frozenset({Recht.AANVRAAG_WIJZIGEN}))
    namens = Handeling(handeling.sessie, vrager, handeling.nu, handeling.regelboek, handeling.sleutelbos)
    zaak = haal_zaak(namens, tenant_id, zaak_id)
    aanvraag = haal_aanvraag(namens, zaak)
    if not AANVRAAG.kan(aanvraag.status, "wijzig"):
        raise NietGevonden
    heel = formulier_voor(namens, zaak, aanvraag)
    eigen = tuple(een for een in heel.groepen if een.naam in VAN_DE_WERKGEVER)
    return Bezoek(namens, zaak, aanvraag, Aanvraagformulier(eigen))


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
    namens, zaak = bezoek.handeling, bezoek.zaak
    eigen = namens.sessie.scalars(
        select(Invulverzoek).where(Invulverzoek.tenant_id == zaak.tenant_id, Invulverzoek.id == verzoek_id)
    ).one()
    eigen.status = INVULLEN.na(eigen.status, "rond_af")
    eigen.ingevuld_op = namens.nu
    links.sluit(namens.sessie, eigen.id, namens.nu)
    stuur(namens, Aanleiding.bij(Berichtsoort.INGEVULD, zaak, eigen.id), [eigen.vrager_id])
    return eigen
