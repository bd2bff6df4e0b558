"""De cliënt die via zijn link komt: hij geeft de machtiging, weigert haar, of trekt haar later in."""

from collections.abc import Callable
from typing import NamedTuple

from sqlalchemy import select

from dakpan.aanvraag.clientpost.brieven import schrijf_gegeven
from dakpan.aanvraag.clientpost.machtiging import beeindig, neem_op, waarom_niet_geven
from dakpan.aanvraag.clientpost.stukken import machtigingen_van
from dakpan.aanvraag.clientpost.tables import Postmachtiging
from dakpan.aanvraag.tekenen.document import bewaar_pdf
from dakpan.aanvraag.vialink import links, verzoeken
from dakpan.aanvraag.vialink.bezoek import namens, rond_verzoek_af
from dakpan.aanvraag.vialink.brieven import INVULBRIEVEN
from dakpan.aanvraag.vialink.tables import INVULLEN, Invulstand, Invulverzoek, Tekenlink, Waarvoor
from dakpan.aanvraag.vialink.verzoeken import Mens
from dakpan.aanvraag.wijzigen.zelf.doorgeven import Samenvatting, Veranderd
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Documentsoort, Zaak
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling

ZELF = "Met de eigen link van de cliënt"


def zie_verzoek(handeling: Handeling, link: Tekenlink) -> Invulverzoek:
    """Het verzoek van deze link, zolang er iets te geven of in te trekken is."""
    verzoek = handeling.sessie.scalar(
        select(Invulverzoek).where(Invulverzoek.tenant_id == link.tenant_id, Invulverzoek.id == link.verzoek_id)
    )
    if verzoek is None or verzoek.waarvoor is not Waarvoor.POST or not (_open(verzoek) or is_gegeven(verzoek)):
        raise NietGevonden
    return verzoek


def is_gegeven(verzoek: Invulverzoek) -> bool:
    """Is deze link om in te trekken?"""
    return verzoek.status is Invulstand.INGEVULD


def _open(verzoek: Invulverzoek) -> bool:
    return verzoek.status is Invulstand.OPEN


class Toezegging(NamedTuple):
    """Wat de cliënt stuurt. ``gezien``: de vingerafdruk van wat hij las; ``schrijf`` maakt die tekst opnieuw."""

    gezien: str
    schrijf: Callable[[Handeling, Zaak, Invulverzoek], Samenvatting]
    adres: str


def geef(handeling: Handeling, link: Tekenlink, toezegging: Toezegging) -> tuple[Handeling, Zaak, Postmachtiging]:
    """De machtiging, met precies wat hij las. De link is gebruikt; in de e-mail staat er een om in te trekken.

    ``Veranderd``: er staat nu iets anders dan hij las.
    """
    verzoek = _te_beantwoorden(handeling, link)
    deze, zaak = namens(handeling, verzoek)
    reden = waarom_niet_geven(zaak, machtigingen_van(deze, zaak))
    if reden:
        raise KanNiet(reden)
    eigen = rond_verzoek_af(deze, zaak, link.verzoek_id)
    tekst = toezegging.schrijf(deze, zaak, eigen)
    if tekst.sha256 != toezegging.gezien:
        raise Veranderd("Er is iets veranderd sinds u dit las. Lees het nog een keer.")
    document = bewaar_pdf(deze, zaak, Documentsoort.MACHTIGING, tekst.papier.titel, tekst.pdf)
    mens = Mens(eigen.naam, eigen.email, eigen.vertegenwoordiger)
    machtiging = neem_op(deze, zaak, mens, document, deze.vandaag, via_link=eigen.id)
    geheim = links.maak_link(deze.sessie, eigen.tenant_id, eigen.id, deze.nu, geldig=links.OM_IN_TE_TREKKEN)
    schrijf_gegeven(deze, machtiging, f"{toezegging.adres.rstrip('/')}{INVULBRIEVEN[Waarvoor.POST].pad}/{geheim}")
    return deze, zaak, machtiging


def weiger(handeling: Handeling, link: Tekenlink) -> tuple[Handeling, Zaak, Invulverzoek]:
    """De cliënt wil dit niet. Dat is zijn keus: er verandert verder niets."""
    verzoek = _te_beantwoorden(handeling, link)
    deze, zaak = namens(handeling, verzoek)
    eigen = verzoeken.haal(deze, zaak, Waarvoor.POST, link.verzoek_id)
    verzoeken.sluit(deze, eigen, INVULLEN.na(eigen.status, "weiger"))
    eigen.ingevuld_op = deze.nu
    return deze, zaak, eigen


def trek_zelf_in(handeling: Handeling, link: Tekenlink) -> tuple[Handeling, Zaak, Postmachtiging]:
    """De machtiging geldt niet meer, en de link ook niet."""
    deze, zaak = namens(handeling, zie_verzoek(handeling, link))
    return deze, zaak, beeindig(deze, zaak, ZELF)


def _te_beantwoorden(handeling: Handeling, link: Tekenlink) -> Invulverzoek:
    verzoek = zie_verzoek(handeling, link)
    if not _open(verzoek):
        raise KanNiet("U hebt deze machtiging al gegeven.")
    return verzoek
