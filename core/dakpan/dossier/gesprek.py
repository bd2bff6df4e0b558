"""Vragen en antwoorden in de zaak zelf. Wat voor iemand nieuw is volgt uit wanneer hij het gesprek het laatst las."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select

from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.bewaren import Aangeleverd, deel_meteen
from dakpan.dossier.gesprektabellen import Gespreksbericht
from dakpan.dossier.tables import Document, Zaak
from dakpan.dossier.zaken import log_inzage
from dakpan.invoer.fouten import fout_bij
from dakpan.opslag.basis import id_van_formulier, nieuw_id
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.sporen import Inzage
from dakpan.opslag.vrager import Kant

LANGSTE_BERICHT = 4_000
TEN_HOOGSTE = 200
_GESPREK = "gesprek"


@gebruiksgeval("Bericht geschreven")
def zeg(
    handeling: Handeling,
    zaak: Zaak,
    tekst: str,
    bijlage: Aangeleverd | None = None,
    eenmalig: UUID | None = None,
) -> Gespreksbericht:
    """Een vraag of antwoord dat beide kanten lezen, met of zonder bijlage; het verandert daarna niet meer.

    ``eenmalig``: de sleutel van het formulier; wie hetzelfde nog eens verzendt krijgt wat er al staat.
    """
    if not is_gedeeld(zaak):
        raise KanNiet("Deze zaak is nog niet gedeeld; er is nog niemand om een vraag aan te stellen.")
    tekst = tekst.strip()
    if not tekst:
        raise fout_bij("tekst", "schrijf uw vraag of antwoord")
    if len(tekst) > LANGSTE_BERICHT:
        raise fout_bij("tekst", f"dit zijn {len(tekst)} tekens; ten hoogste {LANGSTE_BERICHT} passen hier")
    id_ = id_van_formulier(eenmalig, (zaak.id, tekst, bijlage)) if eenmalig is not None else nieuw_id()
    al = handeling.sessie.get(Gespreksbericht, (zaak.tenant_id, id_)) if eenmalig is not None else None
    if al is not None:
        return al
    bericht = Gespreksbericht(
        id=id_,
        tenant_id=zaak.tenant_id,
        organisatie_id=zaak.organisatie_id,
        kant=Kant.GEDEELD,
        zaak_id=zaak.id,
        van=handeling.vrager.kant,
        tekst=tekst,
        op=handeling.nu,
        door=handeling.vrager.naam,
        document_id=deel_meteen(handeling, zaak, bijlage).id if bijlage is not None else None,
    )
    handeling.sessie.add(bericht)
    return bericht


def is_gedeeld(zaak: Zaak) -> bool:
    """Is er een andere kant die meeleest?"""
    return zaak.organisatie_id is not None and zaak.kant is Kant.GEDEELD


@gebruiksgeval("Gesprek gelezen")
def open_gesprek(handeling: Handeling, zaak: Zaak) -> tuple[Sequence[Gespreksbericht], datetime | None]:
    """De berichten, het oudste eerst, en tot wanneer deze persoon ze al las; vanaf nu heeft hij ze gelezen."""
    gelezen = _laatst_gelezen(handeling, zaak)
    vraag = select(Gespreksbericht).where(
        Gespreksbericht.tenant_id == zaak.tenant_id, Gespreksbericht.zaak_id == zaak.id
    )
    berichten = handeling.sessie.scalars(vraag.order_by(Gespreksbericht.id.desc()).limit(TEN_HOOGSTE)).all()
    log_inzage(handeling, zaak, _GESPREK, "gelezen")
    return berichten[::-1], gelezen


def bijlagen_van(handeling: Handeling, zaak: Zaak, berichten: Sequence[Gespreksbericht]) -> dict[UUID, str]:
    """Hoe heten de bestanden bij deze berichten?"""
    ids = [een.document_id for een in berichten if een.document_id is not None]
    vraag = select(Document.id, Document.bestandsnaam).where(
        Document.tenant_id == zaak.tenant_id, Document.zaak_id == zaak.id, Document.id.in_(ids)
    )
    return {rij.id: rij.bestandsnaam for rij in handeling.sessie.execute(vraag)}


def ongelezen(handeling: Handeling, zaak: Zaak) -> int:
    """Hoeveel berichten van de andere kant las deze persoon nog niet?"""
    gelezen = _laatst_gelezen(handeling, zaak)
    vraag = select(func.count(Gespreksbericht.id)).where(
        Gespreksbericht.tenant_id == zaak.tenant_id,
        Gespreksbericht.zaak_id == zaak.id,
        Gespreksbericht.van != handeling.vrager.kant,
    )
    if gelezen is not None:
        vraag = vraag.where(Gespreksbericht.op > gelezen)
    return handeling.sessie.scalar(vraag) or 0


def _laatst_gelezen(handeling: Handeling, zaak: Zaak) -> datetime | None:
    vraag = select(func.max(Inzage.op)).where(
        Inzage.tenant_id == zaak.tenant_id,
        Inzage.zaak_id == zaak.id,
        Inzage.account_id == handeling.vrager.account_id,
        Inzage.wat == _GESPREK,
    )
    laatste: datetime | None = handeling.sessie.scalar(vraag)
    return laatste
