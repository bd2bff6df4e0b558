"""De bestanden bij een zaak: welke er zijn, en er één openen."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, select

from dakpan.dossier import inzage
from dakpan.dossier.tables import Document, Documentsoort, Zaak
from dakpan.dossier.zaken import haal_zaak
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import MATCHING_LEZEN

TEN_HOOGSTE = 200
_REGEL = (
    Document.id,
    Document.soort,
    Document.titel,
    Document.bestandsnaam,
    Document.gemaakt_op,
    Document.door,
    Document.stuk,
    Document.kant,
    Document.verzonden_op,
)


class Documentregel(NamedTuple):
    """Eén document in een lijst, zonder zijn inhoud."""

    id: UUID
    soort: Documentsoort
    titel: str
    bestandsnaam: str
    gemaakt_op: datetime
    door: str
    stuk: str | None
    kant: Kant
    verzonden_op: datetime | None


class Bestand(NamedTuple):
    """Een document om te bewaren."""

    bestandsnaam: str
    mediatype: str
    inhoud: bytes


def documenten_van(
    handeling: Handeling, zaak: Zaak, *, ten_hoogste: int | None = TEN_HOOGSTE
) -> Sequence[Documentregel]:
    """De documenten van deze zaak, het nieuwste eerst."""
    rijen = handeling.sessie.execute(
        select(*_REGEL)
        .where(Document.tenant_id == zaak.tenant_id, Document.zaak_id == zaak.id, *_voor_lezer(handeling))
        .order_by(Document.id.desc())
        .limit(ten_hoogste)
    )
    return [Documentregel(*rij) for rij in rijen]


def nog_te_verzenden(handeling: Handeling, documenten: Sequence[Documentregel]) -> tuple[Documentregel, ...]:
    """Wat de eigen kant toevoegde en de andere kant nog niet ziet."""
    geupload = (een for een in documenten if een.soort in {Documentsoort.STUK, Documentsoort.BIJLAGE})
    return tuple(een for een in geupload if een.verzonden_op is None and een.kant is handeling.vrager.kant)


def _voor_lezer(handeling: Handeling) -> list[ColumnElement[bool]]:
    """Wat de cliënt tekent is de hele aanvraag, met de matching: alleen voor wie die mag lezen."""
    return [] if any(map(handeling.mag, MATCHING_LEZEN)) else [Document.soort != Documentsoort.AANVRAAG]


@gebruiksgeval("Document geopend")
def open_document(handeling: Handeling, tenant_id: str, zaak_id: UUID, document_id: UUID) -> Bestand:
    """De inhoud van één document van deze zaak, met een regel dat het is geopend."""
    zaak = haal_zaak(handeling, tenant_id, zaak_id)
    rij = handeling.sessie.execute(
        select(Document.titel, Document.bestandsnaam, Document.mediatype, Document.inhoud).where(
            Document.tenant_id == tenant_id,
            Document.zaak_id == zaak_id,
            Document.id == document_id,
            *_voor_lezer(handeling),
        )
    ).one_or_none()
    if rij is None:
        raise NietGevonden
    inzage.leg_vast(handeling, zaak, f"document: {rij.titel}", "document gedownload")
    return Bestand(rij.bestandsnaam, rij.mediatype, rij.inhoud)
