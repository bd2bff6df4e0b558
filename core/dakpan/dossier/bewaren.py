"""Een document erbij, eraf, of naar de andere kant: van de eigen kant tot het is verzonden, daarna van beide."""

from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select

from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.slot import zet_vast
from dakpan.dossier.tables import Document, Documentsoort, Zaak, Zaakstatus
from dakpan.dossier.zaken import voortgang
from dakpan.invoer.bestandscontrole import Afgekeurd, keur_bestand
from dakpan.invoer.fouten import fout_bij
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht

TOEVOEGEN = (Recht.AANVRAAG_WIJZIGEN, Recht.AANVRAAG_INDIENEN, Recht.BEOORDELEN, Recht.BESLISSEN)
VERZENDEN = (Recht.AANVRAAG_INDIENEN, Recht.BEOORDELEN, Recht.BESLISSEN)
LANGSTE_TITEL = 150
# Wat met de aanvraag meegaat: wat mensen brachten, en wat er is getekend.
_VAN_DE_AANVRAAG = (Documentsoort.STUK, Documentsoort.BIJLAGE, Documentsoort.AANVRAAG, Documentsoort.UITTREKSEL)
TE_VROEG = "Een document toevoegen kan zodra de aanvraag definitief is."


class Aangeleverd(NamedTuple):
    """Wat iemand brengt: het bestand, hoe het heet, en welk vereist stuk het is (None: iets anders)."""

    bestandsnaam: str
    inhoud: bytes
    titel: str
    stuk: str | None = None


class Toegevoegd(NamedTuple):
    """Het nieuwe document, en een eerder document met precies dezelfde inhoud als dat er is."""

    document: Document
    zelfde_als: Document | None


def mag_toevoegen(handeling: Handeling, zaak: Zaak) -> bool:
    """Kan deze vrager er nu een document bij doen?"""
    return any(map(handeling.mag, TOEVOEGEN)) and not waarom_niet_toevoegen(handeling, zaak)


def waarom_niet_toevoegen(handeling: Handeling, zaak: Zaak) -> str:
    """Wat moet er eerst? Leeg: er kan een document bij."""
    if zaak.status is Zaakstatus.INGETROKKEN:
        return "Deze zaak is ingetrokken; er komt geen document meer bij."
    return "" if Zaakstap.AANVRAAG in voortgang(handeling, zaak).klaar else TE_VROEG


@gebruiksgeval("Document toegevoegd")
def voeg_toe(handeling: Handeling, zaak: Zaak, nieuw: Aangeleverd) -> Toegevoegd:
    """Bewaart het bestand bij de zaak, alleen voor de eigen kant. ``InvoerFout`` bij een bestand dat niet kan."""
    handeling.vereis(*TOEVOEGEN)
    bezwaar = waarom_niet_toevoegen(handeling, zaak)
    if bezwaar:
        raise KanNiet(bezwaar)
    document = _document(handeling, zaak, nieuw)
    zet_vast(handeling, zaak)  # een groot bestand duurt even: wie intussen nog eens drukt brengt er geen twee
    eerder = _zelfde(handeling, zaak, document.sha256)
    if eerder is not None and eerder.stuk == nieuw.stuk:
        wanneer = f"{eerder.gemaakt_op:%d-%m-%Y}"
        raise fout_bij("bestand", f"dit bestand staat er al, als '{eerder.titel}' van {wanneer}; kies een ander")
    handeling.sessie.add(document)
    return Toegevoegd(document, eerder)


def bewaar_scan(handeling: Handeling, zaak: Zaak, nieuw: Aangeleverd) -> Document:
    """Het bewijs op papier; één scan kan van meer mensen zijn, en hetzelfde bestand is hetzelfde document."""
    document = _document(handeling, zaak, nieuw)
    eerder = _zelfde(handeling, zaak, document.sha256)
    if eerder is None:
        handeling.sessie.add(document)
        handeling.sessie.flush()
    return eerder or document


def deel_meteen(handeling: Handeling, zaak: Zaak, nieuw: Aangeleverd) -> Document:
    """Een bijlage die beide kanten meteen zien, zoals bij een vraag in de zaak; daarna blijft zij zoals zij is."""
    document = _document(handeling, zaak, nieuw)
    document.kant, document.verzonden_op = Kant.GEDEELD, handeling.nu
    handeling.sessie.add(document)
    return document


def _document(handeling: Handeling, zaak: Zaak, nieuw: Aangeleverd) -> Document:
    """Het bestand als document van de eigen kant. ``InvoerFout`` als het niet kan."""
    try:
        soort = keur_bestand(nieuw.bestandsnaam, nieuw.inhoud)
    except Afgekeurd as fout:
        raise fout_bij("bestand", str(fout)) from fout
    return Document(
        tenant_id=zaak.tenant_id,
        organisatie_id=zaak.organisatie_id,
        kant=handeling.vrager.kant,
        zaak_id=zaak.id,
        soort=Documentsoort.STUK if nieuw.stuk else Documentsoort.BIJLAGE,
        stuk=nieuw.stuk,
        titel=nieuw.titel[:LANGSTE_TITEL],
        bestandsnaam=nieuw.bestandsnaam,
        mediatype=soort.mediatype,
        sha256=sha256(nieuw.inhoud).hexdigest(),
        gemaakt_op=handeling.nu,
        door=handeling.vrager.naam,
        inhoud=nieuw.inhoud,
    )


def _zelfde(handeling: Handeling, zaak: Zaak, afdruk: str) -> Document | None:
    vraag = select(Document).where(
        Document.tenant_id == zaak.tenant_id, Document.zaak_id == zaak.id, Document.sha256 == afdruk
    )
    return handeling.sessie.scalars(vraag.order_by(Document.id).limit(1)).first()


def haal_document(handeling: Handeling, zaak: Zaak, document_id: UUID) -> Document:
    """Dit document van deze zaak, zonder zijn inhoud te lezen."""
    document = handeling.sessie.scalar(
        select(Document).where(
            Document.tenant_id == zaak.tenant_id, Document.zaak_id == zaak.id, Document.id == document_id
        )
    )
    if document is None:
        raise NietGevonden
    return document


def is_van_mij(handeling: Handeling, document: Document) -> bool:
    """Is dit een geüpload document van de eigen kant, dat nog niet is gedeeld?"""
    return document.soort in {Documentsoort.STUK, Documentsoort.BIJLAGE} and document.kant is handeling.vrager.kant


def kan_weg(handeling: Handeling, document: Document) -> bool:
    """Mag dit document nog worden verwijderd?"""
    return is_van_mij(handeling, document) and document.verzonden_op is None


@gebruiksgeval("Document verwijderd")
def verwijder(handeling: Handeling, zaak: Zaak, document_id: UUID) -> Document:
    """Haalt een document weg dat nog niet is verzonden; dat het er was blijft in de geschiedenis."""
    handeling.vereis(*TOEVOEGEN)
    document = haal_document(handeling, zaak, document_id)
    if not kan_weg(handeling, document):
        raise KanNiet("Dit document is al verzonden; het blijft bij de zaak.")
    handeling.sessie.delete(document)
    return document


@gebruiksgeval("Document verzonden")
def verzend(handeling: Handeling, zaak: Zaak, document_id: UUID) -> Document:
    """Deelt het document met de andere kant; vanaf nu ligt het vast."""
    handeling.vereis(*VERZENDEN)
    document = haal_document(handeling, zaak, document_id)
    if not is_van_mij(handeling, document):
        raise KanNiet("Dit document is al verzonden.")
    bezwaar = waarom_niet_verzenden(handeling, zaak)
    if bezwaar:
        raise KanNiet(bezwaar)
    document.verzonden_op = document.verzonden_op or handeling.nu
    document.organisatie_id, document.kant = zaak.organisatie_id, Kant.GEDEELD
    return document


def waarom_niet_verzenden(handeling: Handeling, zaak: Zaak) -> str:
    """Wat moet er eerst? Leeg: de andere kant ziet de zaak al."""
    if zaak.kant is Kant.GEDEELD and zaak.organisatie_id is not None:
        return ""
    if handeling.vrager.kant is Kant.ORGANISATIE:
        return "Verzenden kan zodra de aanvraag is ingediend. Bij het indienen gaat dit document vanzelf mee."
    return "Er is nog geen jobcoachorganisatie bij deze zaak om dit document mee te delen."


def verzend_alles(handeling: Handeling, zaak: Zaak) -> list[Document]:
    """Alles van de eigen kant dat nog niet is verzonden ligt nu vast; wie het aanroept deelt het."""
    vraag = select(Document).where(
        Document.tenant_id == zaak.tenant_id,
        Document.zaak_id == zaak.id,
        Document.kant == handeling.vrager.kant,
        Document.verzonden_op.is_(None),
        Document.soort.in_(_VAN_DE_AANVRAAG),
    )
    documenten = list(handeling.sessie.scalars(vraag))
    for document in documenten:
        document.verzonden_op = handeling.nu
    return documenten
