"""Een meting vastleggen, en wat er al gemeten is aan een volgende aanvraag aanbieden: één keer gevraagd is genoeg."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from dakpan.aanvraag.bijelkaar.tables import Meting, Metingsoort
from dakpan.aanvraag.bijelkaar.verwanten import verwanten_van
from dakpan.aanvraag.herkomst import Bronsoort, Overgenomen
from dakpan.aanvraag.inhoud import haal_aanvraag, haal_ingediend
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.bewaren import Aangeleverd, deel_meteen
from dakpan.dossier.tables import Document, Zaak
from dakpan.invoer.fouten import InvoerFout, Veldfout, fout_bij
from dakpan.opslag.basis import Zaakgegevens
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht

LANGSTE_TEKST = 4_000
VASTLEGGEN = (Recht.BEOORDELEN, Recht.BESLISSEN)
LOONWAARDE = "dienstverband.loonwaarde"


def mag_vastleggen(handeling: Handeling) -> bool:
    """Wie bij de financier beoordeelt of beslist."""
    return handeling.vrager.kant is Kant.FINANCIER and any(map(handeling.mag, VASTLEGGEN))


def metingen_van(handeling: Handeling, tenant_id: str, zaak_ids: Sequence[UUID]) -> Sequence[Meting]:
    """Wat er in deze zaken is vastgelegd, ook wat niet meer telt; de laatste meting eerst."""
    vraag = select(Meting).where(Meting.tenant_id == tenant_id, Meting.zaak_id.in_(zaak_ids))
    return handeling.sessie.scalars(vraag.order_by(Meting.gemeten_op.desc(), Meting.id.desc()).limit(50)).all()


@gebruiksgeval("Meting vastgelegd")
def leg_vast(
    handeling: Handeling,
    zaak: Zaak,
    gegevens: Mapping[str, Any],
    rapport: Aangeleverd | None = None,
    meting_id: UUID | None = None,
) -> Meting:
    """Wat er is gemeten, op welke dag en door wie. Twee keer hetzelfde ``meting_id`` is één meting.

    ``InvoerFout``: alles tegelijk wat er niet klopt. Beide kanten lezen haar zodra zij de zaak delen.
    """
    _vereis_vastlegger(handeling)
    haal_ingediend(handeling, zaak)
    eerder = handeling.sessie.get(Meting, (zaak.tenant_id, meting_id)) if meting_id is not None else None
    if eerder is not None:
        return eerder
    fouten = list(_fouten(gegevens, handeling.vandaag))
    if fouten:
        raise InvoerFout(*fouten)
    meting = Meting(
        tenant_id=zaak.tenant_id,
        organisatie_id=zaak.organisatie_id,
        kant=zaak.kant,
        zaak_id=zaak.id,
        soort=gegevens["soort"],
        gemeten_op=gegevens["gemeten_op"],
        gemeten_door=gegevens["gemeten_door"].strip(),
        loonwaarde=gegevens.get("loonwaarde") if gegevens["soort"] is Metingsoort.LOONWAARDE else None,
        bevinding=gegevens.get("bevinding", "").strip(),
        vastgelegd_op=handeling.nu,
        vastgelegd_door=handeling.vrager.naam,
    )
    if meting_id is not None:
        meting.id = meting_id
    if rapport is not None:
        meting.document_id = deel_meteen(handeling, zaak, rapport).id
    handeling.sessie.add(meting)
    return meting


def _fouten(gegevens: Mapping[str, Any], vandaag: date) -> Iterator[Veldfout]:
    if gegevens["gemeten_op"] > vandaag:
        yield Veldfout("gemeten_op", "wat morgen wordt gemeten is nog niet bekend; kies vandaag of eerder")
    if not gegevens["gemeten_door"].strip():
        yield Veldfout("gemeten_door", "schrijf wie de meting deed")
    if gegevens["soort"] is Metingsoort.LOONWAARDE and gegevens.get("loonwaarde") is None:
        yield Veldfout("loonwaarde", "vul de gemeten loonwaarde in, in hele procenten")
    if gegevens["soort"] is Metingsoort.PLAATSING and not gegevens.get("bevinding", "").strip():
        yield Veldfout("bevinding", "schrijf wat het onderzoek opleverde")


@gebruiksgeval("Meting telt niet meer")
def laat_vervallen(handeling: Handeling, zaak: Zaak, meting_id: UUID, waarom: str, versie: int | None = None) -> Meting:
    """Zij was niet juist; wat er stond en waarom blijft te lezen."""
    _vereis_vastlegger(handeling)
    meting = handeling.sessie.get(Meting, (zaak.tenant_id, meting_id))
    if meting is None or meting.zaak_id != zaak.id:
        raise NietGevonden
    if not waarom.strip():
        raise fout_bij("waarom", "schrijf wat er niet juist was")
    if meting.vervallen_op is not None:
        raise KanNiet("Deze meting telt al niet meer.")
    if versie is not None and versie != meting.versie:
        raise Gewijzigd
    meting.vervallen_op, meting.vervallen_door = handeling.nu, handeling.vrager.naam
    meting.vervallen_waarom = waarom.strip()
    return meting


def _vereis_vastlegger(handeling: Handeling) -> None:
    handeling.vereis(*VASTLEGGEN)
    if handeling.vrager.kant is not Kant.FINANCIER:
        raise NietGevonden


def geldende_loonwaarde(metingen: Sequence[Meting]) -> Meting | None:
    """De laatste loonwaardemeting die telt."""
    return next((een for een in metingen if een.vervallen_op is None and een.loonwaarde is not None), None)


def al_gemeten(handeling: Handeling, zaak: Zaak) -> dict[str, Overgenomen]:
    """De loonwaarde voor wie na deze zaak opnieuw aanvraagt, met waar zij vandaan komt. Leeg: er is niets gemeten."""
    verwanten = verwanten_van(handeling, zaak, haal_aanvraag(handeling, zaak))
    zaken = [zaak, *(een.zaak for een in verwanten if een.zelfde_baan)]
    meting = geldende_loonwaarde(metingen_van(handeling, zaak.tenant_id, [een.id for een in zaken]))
    if meting is None:
        return {}
    nummer = next(een.nummer for een in zaken if een.id == meting.zaak_id)
    dag, wie = f"{meting.gemeten_op:%d-%m-%Y}", meting.gemeten_door
    return {LOONWAARDE: Overgenomen(Bronsoort.METING, meting.loonwaarde, nummer, f"gemeten op {dag} door {wie}")}


def te_delen(handeling: Handeling, zaak: Zaak) -> list[Zaakgegevens]:
    """Wat er met de zaak meegaat als een ander haar gaat lezen: de metingen met hun rapport."""
    metingen = metingen_van(handeling, zaak.tenant_id, [zaak.id])
    ids = [een.document_id for een in metingen if een.document_id is not None]
    rapporten = select(Document).where(Document.tenant_id == zaak.tenant_id, Document.id.in_(ids))
    return [*metingen, *handeling.sessie.scalars(rapporten)]
