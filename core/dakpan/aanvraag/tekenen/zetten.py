"""De handtekening zelf: wie via de link komt leest zijn document, en tekent precies dat."""

from hashlib import sha256
from typing import Any

from sqlalchemy import select

from dakpan.aanvraag.indienen import onderteken
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.tekenen.brieven import schrijf_bevestiging
from dakpan.aanvraag.tekenen.document import kenmerk_van
from dakpan.aanvraag.tekenen.tables import Tekenverzoek
from dakpan.aanvraag.tekenen.toestanden import TEKENEN
from dakpan.aanvraag.tekenen.verzoeken import stuur_volgende
from dakpan.aanvraag.vialink import links
from dakpan.aanvraag.vialink.bezoek import Post, namens
from dakpan.aanvraag.vialink.tables import Tekenlink
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.documenten import Bestand
from dakpan.dossier.inzage import leg_vast
from dakpan.dossier.tables import Document, Zaak
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval

HOE = "link en code per e-mail"
_ANDERS = "Het document is veranderd nadat het aan u is gestuurd. Vraag uw jobcoach om een nieuwe link."


def zie_verzoek(handeling: Handeling, link: Tekenlink) -> Tekenverzoek:
    """Het verzoek van deze link, zoals de bezoeker het ziet."""
    verzoek = handeling.sessie.scalar(
        select(Tekenverzoek).where(Tekenverzoek.tenant_id == link.tenant_id, Tekenverzoek.id == link.verzoek_id)
    )
    if verzoek is None or not TEKENEN.kan(verzoek.status, "teken"):
        raise NietGevonden
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
    deze, zaak = namens(handeling, verzoek)
    leg_vast(deze, zaak, f"document: {verzoek.titel}", "gelezen via een link om te ondertekenen")
    return bestand


@gebruiksgeval("Ondertekend via een link")
def zet(handeling: Handeling, link: Tekenlink, post: Post, *, machtiging: bool | None = None) -> Tekenverzoek:
    """Tekent precies het document van deze link; daarna werkt de link niet meer en is de volgende aan de beurt."""
    verzoek = zie_verzoek(handeling, link)
    _document(handeling, link, verzoek)
    if verzoek.vraagt_machtiging and machtiging is None:
        raise KanNiet("Kies eerst of u de machtiging geeft of niet; beide mag.")
    deze, zaak = namens(handeling, verzoek)
    return _leg_vast(deze, zaak, link, post, machtiging if verzoek.vraagt_machtiging else None)


def _leg_vast(deze: Handeling, zaak: Zaak, link: Tekenlink, post: Post, machtiging: bool | None) -> Tekenverzoek:
    link = deze.sessie.get_one(Tekenlink, link.id)
    verzoek = deze.sessie.scalars(
        select(Tekenverzoek).where(Tekenverzoek.tenant_id == zaak.tenant_id, Tekenverzoek.id == link.verzoek_id)
    ).one()
    aanvraag = haal_aanvraag(deze, zaak)
    if kenmerk_van(deze, zaak, aanvraag) != verzoek.kenmerk:
        raise KanNiet(_ANDERS)
    bewijs: dict[str, Any] = {
        "hoe": HOE,
        "email": verzoek.email,
        "document": verzoek.titel,
        "document_id": str(verzoek.document_id),
        "sha256": verzoek.sha256,
        "getekend_op": deze.nu.isoformat(),
    }
    if verzoek.vertegenwoordiger:
        bewijs["vertegenwoordiger"] = True
    if machtiging is not None:
        bewijs["machtiging"] = machtiging
    onderteken(deze, zaak, verzoek.partij, verzoek.naam, bewijs=bewijs)
    verzoek.status, verzoek.getekend_op, verzoek.machtiging = TEKENEN.na(verzoek.status, "teken"), deze.nu, machtiging
    links.sluit(deze.sessie, verzoek.id, deze.nu)
    schrijf_bevestiging(deze.sessie, verzoek, deze.nu)
    deze.sessie.flush()
    stuur_volgende(deze, zaak, aanvraag, post.adres)
    return verzoek
