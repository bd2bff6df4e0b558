"""De handtekening zelf: wie via de link komt leest zijn document, en tekent precies dat.

Lezen doet de bezoeker als bezoeker van de link. Wat hij doet wordt vastgelegd door de kant die het vroeg, in zijn naam
en met alleen het recht om te tekenen.
"""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import select

from dakpan.aanvraag.indienen import onderteken
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.tekenen import links
from dakpan.aanvraag.tekenen.brieven import schrijf_bevestiging, schrijf_code
from dakpan.aanvraag.tekenen.document import kenmerk_van
from dakpan.aanvraag.tekenen.tables import Tekenlink, Tekenverzoek, Verzoekstand
from dakpan.aanvraag.tekenen.verzoeken import stuur_volgende
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.documenten import Bestand
from dakpan.dossier.inzage import leg_vast
from dakpan.dossier.tables import Document, Zaak
from dakpan.dossier.zaken import haal_zaak
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant, Vrager
from dakpan.partijen.rechten import Recht

HOE = "link en code per e-mail"
_ANDERS = "Het document is veranderd nadat het aan u is gestuurd. Vraag uw jobcoach om een nieuwe link."


@dataclass(frozen=True, slots=True)
class Post:
    """Wat de installatie weet: haar adres, haar geheim, en welke computer er vraagt."""

    adres: str
    geheim: str
    computer: str


def zie_verzoek(handeling: Handeling, link: Tekenlink) -> Tekenverzoek:
    """Het verzoek van deze link, zoals de bezoeker het ziet."""
    verzoek = handeling.sessie.scalar(
        select(Tekenverzoek).where(Tekenverzoek.tenant_id == link.tenant_id, Tekenverzoek.id == link.verzoek_id)
    )
    if verzoek is None or verzoek.status is not Verzoekstand.OPEN:
        raise NietGevonden
    return verzoek


@gebruiksgeval("Code gestuurd om te ondertekenen")
def stuur_code(handeling: Handeling, link: Tekenlink, post: Post) -> Tekenverzoek:
    """Een code naar het adres van wie moet tekenen; dat adres staat nergens op het scherm."""
    verzoek = zie_verzoek(handeling, link)
    code = links.maak_code(handeling.sessie, link, handeling.nu, geheim=post.geheim, computer=post.computer)
    schrijf_code(handeling.sessie, verzoek, code, handeling.nu)
    return verzoek


def _document(handeling: Handeling, link: Tekenlink, verzoek: Tekenverzoek) -> Bestand:
    """Het document van deze link, nagekeken: het is nog precies wat er gestuurd is."""
    rij = handeling.sessie.execute(
        select(Document.bestandsnaam, Document.mediatype, Document.inhoud).where(
            Document.tenant_id == link.tenant_id, Document.id == link.document_id
        )
    ).one_or_none()
    if rij is None:
        raise NietGevonden
    if sha256(rij.inhoud).hexdigest() != verzoek.sha256:
        raise KanNiet(_ANDERS)
    return Bestand(*rij)


@gebruiksgeval("Document geopend via een link")
def open_document(handeling: Handeling, link: Tekenlink) -> Bestand:
    """Het document om te lezen, met een regel dat het is geopend."""
    verzoek = zie_verzoek(handeling, link)
    bestand = _document(handeling, link, verzoek)
    namens, zaak = _namens(handeling, verzoek)
    leg_vast(namens, zaak, f"document: {verzoek.titel}", "gelezen via een link om te ondertekenen")
    return bestand


@gebruiksgeval("Ondertekend via een link")
def zet(handeling: Handeling, link: Tekenlink, post: Post, *, machtiging: bool | None = None) -> Tekenverzoek:
    """Tekent precies het document van deze link; daarna werkt de link niet meer en is de volgende aan de beurt."""
    verzoek = zie_verzoek(handeling, link)
    _document(handeling, link, verzoek)
    if verzoek.vraagt_machtiging and machtiging is None:
        raise KanNiet("Kies eerst of u de machtiging geeft of niet; beide mag.")
    namens, zaak = _namens(handeling, verzoek)
    return _leg_vast(namens, zaak, link, post, machtiging if verzoek.vraagt_machtiging else None)


def _namens(handeling: Handeling, verzoek: Tekenverzoek) -> tuple[Handeling, Zaak]:
    """Dezelfde transactie, vastgelegd door de kant die het vroeg, in naam van wie tekent."""
    van_organisatie = verzoek.kant is not Kant.FINANCIER and verzoek.organisatie_id is not None
    eigen: dict[str, Any] = (
        {"organisatie_id": verzoek.organisatie_id} if van_organisatie else {"tenant_id": verzoek.tenant_id}
    )
    wie = Vrager(None, f"{verzoek.naam} (via een link)", rechten=frozenset({Recht.AANVRAAG_WIJZIGEN}), **eigen)
    tenant_id, zaak_id = verzoek.tenant_id, verzoek.zaak_id
    namens = Handeling(handeling.sessie, wie, handeling.nu, handeling.regelboek, handeling.sleutelbos)
    return namens, haal_zaak(namens, tenant_id, zaak_id)


def _leg_vast(namens: Handeling, zaak: Zaak, link: Tekenlink, post: Post, machtiging: bool | None) -> Tekenverzoek:
    link = namens.sessie.get_one(Tekenlink, link.id)
    verzoek = namens.sessie.scalars(
        select(Tekenverzoek).where(Tekenverzoek.tenant_id == zaak.tenant_id, Tekenverzoek.id == link.verzoek_id)
    ).one()
    aanvraag = haal_aanvraag(namens, zaak)
    if kenmerk_van(namens, zaak, aanvraag) != verzoek.kenmerk:
        raise KanNiet(_ANDERS)
    bewijs: dict[str, Any] = {
        "hoe": HOE,
        "email": verzoek.email,
        "document": verzoek.titel,
        "document_id": str(verzoek.document_id),
        "sha256": verzoek.sha256,
        "getekend_op": namens.nu.isoformat(),
    }
    if verzoek.vertegenwoordiger:
        bewijs["vertegenwoordiger"] = True
    if machtiging is not None:
        bewijs["machtiging"] = machtiging
    onderteken(namens, zaak, verzoek.partij, verzoek.naam, bewijs=bewijs)
    verzoek.status, verzoek.getekend_op, verzoek.machtiging = Verzoekstand.GETEKEND, namens.nu, machtiging
    links.sluit(namens.sessie, verzoek.id, namens.nu)
    schrijf_bevestiging(namens.sessie, verzoek, namens.nu)
    namens.sessie.flush()
    stuur_volgende(namens, zaak, aanvraag, post.adres)
    return verzoek
