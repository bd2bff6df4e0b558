"""Aantekeningen voor de eigen kant; zij worden nooit gedeeld en nooit afgedrukt."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, select

from dakpan.dossier.tables import Notitie, Zaak
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.opslag.basis import nieuw_id
from dakpan.opslag.handeling import Handeling, gebruiksgeval

LANGSTE_NOTITIE = 4_000
TEN_HOOGSTE = 200
LANGSTE_NAAM = 200


@gebruiksgeval("Notitie geschreven")
def schrijf(
    handeling: Handeling, zaak: Zaak, tekst: str, eenmalig: UUID | None = None, *, met: str | None = None
) -> Notitie:
    """Een nieuwe notitie, alleen voor de kant van wie haar schrijft; ``met``: zij gaat over een telefoongesprek.

    ``eenmalig``: de sleutel van het formulier; met een dubbele klik blijft het bij één notitie.
    """
    tekst = tekst.strip()
    if not tekst:
        raise InvoerFout(Veldfout("tekst", "dit veld is verplicht; schrijf een notitie"))
    if len(tekst) > LANGSTE_NOTITIE:
        raise InvoerFout(Veldfout("tekst", f"dit zijn {len(tekst)} tekens; ten hoogste {LANGSTE_NOTITIE} passen hier"))
    al = handeling.sessie.get(Notitie, (zaak.tenant_id, eenmalig)) if eenmalig is not None else None
    if al is not None and (al.zaak_id, al.tekst) == (zaak.id, tekst):
        return al
    notitie = Notitie(
        id=eenmalig if eenmalig is not None and al is None else nieuw_id(),
        tenant_id=zaak.tenant_id,
        organisatie_id=zaak.organisatie_id,
        kant=handeling.vrager.kant,
        zaak_id=zaak.id,
        met=met.strip()[:LANGSTE_NAAM] if met else None,
        tekst=tekst,
        op=handeling.nu,
        door=handeling.vrager.naam,
    )
    handeling.sessie.add(notitie)
    return notitie


def notities_van(handeling: Handeling, zaak: Zaak) -> Sequence[Notitie]:
    """De notities van de eigen kant, de nieuwste eerst; wat over de telefoon ging staat apart."""
    return _notities(handeling, zaak, Notitie.met.is_(None))


def telefoonnotities_van(handeling: Handeling, zaak: Zaak) -> Sequence[Notitie]:
    """Wat iemand van de eigen kant over een telefoongesprek opschreef, het laatste eerst."""
    return _notities(handeling, zaak, Notitie.met.is_not(None))


def _notities(handeling: Handeling, zaak: Zaak, welke: ColumnElement[bool]) -> Sequence[Notitie]:
    vraag = select(Notitie).where(Notitie.tenant_id == zaak.tenant_id, Notitie.zaak_id == zaak.id, welke)
    return handeling.sessie.scalars(vraag.order_by(Notitie.id.desc()).limit(TEN_HOOGSTE)).all()
