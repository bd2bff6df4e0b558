"""Welke andere zaken gaan over dezelfde cliënt, en welke daarvan over dezelfde baan?

Dezelfde cliënt is: hetzelfde burgerservicenummer bij dezelfde financier, of een zaak die naar de andere verwijst. Op
een naam alleen wordt niets bij elkaar gezet. Wat de lezer niet mag zien is er voor hem niet.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from dakpan.aanvraag.behandelen.behandelaars import bij_wie
from dakpan.aanvraag.behandelen.werklijst import STAPPEN
from dakpan.aanvraag.beoordeeltabellen import Behandeling
from dakpan.aanvraag.tables import Aanvraag
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.dossier.zaken import gesloten_voor
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.tables import Persoon, Werkgever

TEN_HOOGSTE = 20
# Zoveel zaken van de mensen op één bladzijde worden er bekeken; meer dan een handvol heeft niemand er.
BEKEKEN = 1_000
_Mens = tuple[str, str]  # financier en nummer
_Ander = tuple[UUID, str, str]  # zaak, financier en zaaknummer
_Baan = tuple[str | None, str]  # kvk en naam van de werkgever


class Verband(StrEnum):
    """Hoe verwijst de ene zaak naar de andere, gezien vanaf de zaak die openstaat?"""

    ERVOOR = "ervoor"
    ERNA = "erna"
    VERVANGEN = "vervangen"
    VERVANGER = "vervanger"


class Verwant(NamedTuple):
    """Eén andere zaak. ``soort``: wat er is gevraagd, leeg als dat niet bekend is."""

    zaak: Zaak
    soort: str
    verband: Verband | None
    zelfde_baan: bool


class Samen(NamedTuple):
    """Een andere zaak van dezelfde cliënt bij dezelfde werkgever die nu ook wordt beoordeeld, en bij wie zij ligt."""

    tenant_id: str
    id: UUID
    nummer: str
    bij_mij: bool
    behandelaar: str | None


def zelfde_werkgever(een: Werkgever, ander: Werkgever) -> bool:
    """Hetzelfde KvK-nummer; staat dat er bij een van de twee niet, dan dezelfde naam."""
    return _zelfde((een.kvk, een.naam), (ander.kvk, ander.naam))


def _zelfde(een: tuple[str | None, str], ander: tuple[str | None, str]) -> bool:
    if een[0] and ander[0]:
        return een[0] == ander[0]
    return bool(een[1].strip()) and een[1].strip().casefold() == ander[1].strip().casefold()


def verwanten_van(handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag | None) -> tuple[Verwant, ...]:
    """De andere zaken van deze cliënt, de laatste eerst. Een vast aantal opdrachten, hoeveel het er ook zijn."""
    verbanden = dict(_verbanden(handeling, zaak, aanvraag))
    gevonden = _zaken(handeling, zaak, verbanden)
    soorten = _soorten(handeling, zaak, [een.id for een in gevonden])
    return tuple(
        Verwant(een, soorten.get(een.id, ""), verbanden.get(een.id), zelfde_werkgever(zaak.werkgever, een.werkgever))
        for een in gevonden
    )


def _verbanden(handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag | None) -> Iterator[tuple[UUID, Verband]]:
    """Waar deze zaak naar verwijst, en wat naar haar verwijst."""
    if aanvraag is not None and aanvraag.vorige_zaak_id is not None:
        yield aanvraag.vorige_zaak_id, Verband.ERVOOR
    if aanvraag is not None and aanvraag.vervangt_zaak_id is not None:
        yield aanvraag.vervangt_zaak_id, Verband.VERVANGEN
    naar = select(Aanvraag.zaak_id, Aanvraag.vervangt_zaak_id).where(
        Aanvraag.tenant_id == zaak.tenant_id,
        or_(Aanvraag.vorige_zaak_id == zaak.id, Aanvraag.vervangt_zaak_id == zaak.id),
    )
    for zaak_id, vervangt in handeling.sessie.execute(naar.limit(TEN_HOOGSTE)):
        yield zaak_id, Verband.VERVANGER if vervangt == zaak.id else Verband.ERNA


def _zaken(handeling: Handeling, zaak: Zaak, verbanden: Collection[UUID]) -> list[Zaak]:
    ids = {*verbanden, *_met_dit_nummer(handeling, zaak)} - {zaak.id}
    vraag = (
        select(Zaak)
        .where(Zaak.tenant_id == zaak.tenant_id, Zaak.id.in_(ids))
        .options(joinedload(Zaak.werkgever), joinedload(Zaak.organisatie))
        .order_by(Zaak.id.desc())
        .limit(TEN_HOOGSTE)
    )
    gevonden = handeling.sessie.scalars(vraag).all()
    return [een for een in gevonden if een.gearchiveerd_op is None or not gesloten_voor(handeling.vrager)]


def _met_dit_nummer(handeling: Handeling, zaak: Zaak) -> Iterable[UUID]:
    """Elke zaak met dit burgerservicenummer, langs de index van de personen; zonder nummer geen enkele."""
    if not zaak.persoon.bsn_zoek:
        return ()
    van_mens = (Zaak.tenant_id == Persoon.tenant_id) & (Zaak.persoon_id == Persoon.id)
    vraag = (
        select(Zaak.id)
        .select_from(Persoon)
        .join(Zaak, van_mens)
        .where(Persoon.tenant_id == zaak.tenant_id, Persoon.bsn_zoek == zaak.persoon.bsn_zoek)
        .order_by(Zaak.id.desc())
    )
    return handeling.sessie.scalars(vraag.limit(TEN_HOOGSTE + 1)).all()


def _soorten(handeling: Handeling, zaak: Zaak, ids: Sequence[UUID]) -> Mapping[UUID, str]:
    vraag = select(Aanvraag.zaak_id, Aanvraag.gegevens).where(
        Aanvraag.tenant_id == zaak.tenant_id, Aanvraag.zaak_id.in_(ids)
    )
    rijen = handeling.sessie.execute(vraag)
    return {zaak_id: str(gegevens.get("aanvraag", {}).get("soort") or "") for zaak_id, gegevens in rijen}


def samen_te_nemen(handeling: Handeling, zaak_ids: Sequence[UUID]) -> dict[UUID, list[Samen]]:
    """Per zaak wat een beoordelaar er het best bij neemt: zelfde cliënt, zelfde werkgever, nu ook te beoordelen."""
    paren = _open_paren(handeling, zaak_ids)
    bij = _bureaus(handeling, [een for anderen in paren.values() for een, *_rest in anderen])
    return {
        zaak_id: [Samen(tenant_id, id_, nummer, *bij.get(id_, (False, None))) for id_, tenant_id, nummer in anderen]
        for zaak_id, anderen in paren.items()
    }


def _open_paren(handeling: Handeling, zaak_ids: Sequence[UUID]) -> dict[UUID, list[tuple[UUID, str, str]]]:
    """Eerst van wie deze zaken zijn, dan wat er van die mensen nog meer ligt.

    In één keer wordt elke zaak van iemand naast elke andere gelegd, en van wie er veel heeft is dat heel veel.
    """
    vraag = (
        select(Zaak.id, Persoon.tenant_id, Persoon.bsn_zoek, Werkgever.kvk, Werkgever.naam)
        .join(Persoon, (Persoon.tenant_id == Zaak.tenant_id) & (Persoon.id == Zaak.persoon_id))
        .join(Werkgever, (Werkgever.tenant_id == Zaak.tenant_id) & (Werkgever.id == Zaak.werkgever_id))
        .where(Zaak.id.in_(zaak_ids))
    )
    deze = [((tenant, bsn), id_, (kvk, naam)) for id_, tenant, bsn, kvk, naam in handeling.sessie.execute(vraag) if bsn]
    bij_mens = _liggend(handeling, sorted({bsn for (_, bsn), *_rest in deze}))
    paren = {
        zaak_id: [een for een, baan_ander in bij_mens.get(mens, ()) if een[0] != zaak_id and _zelfde(baan, baan_ander)]
        for mens, zaak_id, baan in deze
    }
    return {zaak_id: anderen[:TEN_HOOGSTE] for zaak_id, anderen in paren.items() if anderen}


def _liggend(handeling: Handeling, nummers: Sequence[str]) -> Mapping[_Mens, list[tuple[_Ander, _Baan]]]:
    """Wat nu te beoordelen is van wie deze nummers hebben, met de werkgever."""
    wie = select(Persoon.tenant_id, Persoon.id, Persoon.bsn_zoek).where(Persoon.bsn_zoek.in_(nummers))
    mensen = wie.limit(BEKEKEN).subquery()
    vraag = (
        select(Zaak.tenant_id, mensen.c.bsn_zoek, Zaak.id, Zaak.nummer, Werkgever.kvk, Werkgever.naam)
        .join(mensen, (mensen.c.tenant_id == Zaak.tenant_id) & (mensen.c.id == Zaak.persoon_id))
        .join(Werkgever, (Werkgever.tenant_id == Zaak.tenant_id) & (Werkgever.id == Zaak.werkgever_id))
        .where(Zaak.status == Zaakstatus.LOPEND, Zaak.beurt_stap.in_(STAPPEN))
        .order_by(Zaak.id)
    )
    gevonden: dict[_Mens, list[tuple[_Ander, _Baan]]] = {}
    for tenant_id, bsn, id_, nummer, kvk, naam in handeling.sessie.execute(vraag):
        gevonden.setdefault((tenant_id, bsn), []).append(((id_, tenant_id, nummer), (kvk, naam)))
    return gevonden


def _bureaus(handeling: Handeling, ids: Sequence[UUID]) -> Mapping[UUID, tuple[bool, str | None]]:
    """Ligt de zaak bij de vrager, en anders bij wie? Leeg: nog bij niemand."""
    mij = handeling.vrager.lidmaatschap_id
    rijen = handeling.sessie.scalars(select(Behandeling).where(Behandeling.zaak_id.in_(ids)))
    bij = {een.zaak_id: bij_wie(een, handeling.vandaag) for een in rijen}
    return {zaak_id: (wie_id is not None and wie_id == mij, wie) for zaak_id, (wie_id, wie) in bij.items()}
