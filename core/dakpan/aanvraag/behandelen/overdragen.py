"""Eén of veel zaken naar een collega: voor even, met een dag van terugkomen, of voorgoed. En terug, als het kan."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import func, select

from dakpan.aanvraag.behandelen.behandelaars import Collega, bij_wie, collegas, is_terug
from dakpan.aanvraag.behandelen.behandelen import LANGSTE_REDEN, zet
from dakpan.aanvraag.beoordeeltabellen import Behandeling, Overdracht
from dakpan.aanvraag.domain.tafels import Tafel, Zet
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.berichten import Aanleiding, stuur
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.opslag.basis import nieuw_id
from dakpan.opslag.fouten import GeenRecht, NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.sporen import Geschiedenis
from dakpan.partijen.rechten import Recht

TEN_HOOGSTE = 500
REEKSEN = 5


class Reeks(NamedTuple):
    """Wat iemand in één keer overdroeg."""

    id: UUID
    op: datetime
    naar: str
    aantal: int
    terug_op: date | None


@gebruiksgeval("Zaken overgedragen")
def draag_over(
    handeling: Handeling, zaak_ids: Collection[UUID], naar_id: UUID, reden: str, terug_op: date | None = None
) -> UUID:
    """Alle genoemde zaken gaan naar deze collega, of geen ervan. Het antwoord is de reeks, om haar terug te nemen."""
    gekozen = _haal(handeling, zaak_ids)
    collega = _vereis(handeling, gekozen, naar_id, reden, terug_op)
    reeks_id = nieuw_id()
    for een in gekozen:
        terug = _terug(handeling, een, terug_op)
        gezet = zet(
            handeling,
            een,
            Zet.AAN_COLLEGA,
            naar=(collega.id, collega.naam),
            reden=reden.strip(),
            reeks_id=reeks_id,
        )
        een.terug_naar_id, een.terug_naar, een.terug_op = terug
        gezet.terug_op = een.terug_op
    _meld(handeling, collega, gekozen, reeks_id)
    return reeks_id


def geschikte_collegas(handeling: Handeling, zaak_ids: Collection[UUID]) -> list[Collega]:
    """Wie heeft elke rol die deze zaken vragen? Zo biedt de pagina niemand aan die wordt geweigerd."""
    gekozen = _haal(handeling, zaak_ids)
    nodig, nu = {een.tafel for een in gekozen}, {bij_wie(een, handeling.vandaag)[0] for een in gekozen}
    return [een for een in collegas(handeling) if een.id not in nu and nodig <= set(een.tafels)]


def _meld(handeling: Handeling, collega: Collega, gekozen: Sequence[Behandeling], reeks_id: UUID) -> None:
    """Eén bericht voor alles wat de collega in één keer krijgt."""
    soort, eerste = Berichtsoort.ZAAK_GEKREGEN, gekozen[0]
    kenmerk = f"{soort}/{reeks_id}"
    zaak = None
    if len(gekozen) == 1:
        zaak = handeling.sessie.get(Zaak, (eerste.tenant_id, eerste.zaak_id))
    over = "" if zaak is not None else str(len(gekozen))
    stuur(handeling, Aanleiding(soort, eerste.tenant_id, kenmerk, zaak, over), [collega.id])


def _terug(
    handeling: Handeling, behandeling: Behandeling, terug_op: date | None
) -> tuple[UUID | None, str | None, date | None]:
    """Aan wie gaat de zaak terug? Wie haar al tijdelijk had gegeven houdt dat recht."""
    if behandeling.terug_op is not None and not is_terug(behandeling, handeling.vandaag):
        return behandeling.terug_naar_id, behandeling.terug_naar, behandeling.terug_op
    if terug_op is None:
        return None, None, None
    return (*bij_wie(behandeling, handeling.vandaag), terug_op)


def _haal(handeling: Handeling, zaak_ids: Collection[UUID]) -> Sequence[Behandeling]:
    """De zaken die op een bureau liggen; een id van een ander bestaat niet."""
    handeling.vereis(Recht.BEOORDELEN, Recht.BESLISSEN, Recht.MEDEWERKERS_BEHEREN)
    if len(zaak_ids) > TEN_HOOGSTE:
        raise KanNiet(f"Draag ten hoogste {TEN_HOOGSTE} zaken tegelijk over.")
    vraag = select(Behandeling).where(Behandeling.zaak_id.in_(zaak_ids), Behandeling.tafel != Tafel.KLAAR)
    rijen = handeling.sessie.scalars(vraag.order_by(Behandeling.id)).all()
    if len(rijen) != len(set(zaak_ids)):
        raise NietGevonden
    if not handeling.mag(Recht.MEDEWERKERS_BEHEREN):
        eigen = handeling.vrager.lidmaatschap_id
        if any(bij_wie(een, handeling.vandaag)[0] != eigen for een in rijen):
            raise GeenRecht(Recht.MEDEWERKERS_BEHEREN)
    return rijen


def _vereis(
    handeling: Handeling, gekozen: Sequence[Behandeling], naar_id: UUID, reden: str, terug_op: date | None
) -> Collega:
    fouten: list[Veldfout] = []
    collega = next((een for een in collegas(handeling) if een.id == naar_id), None)
    if not gekozen:
        fouten.append(Veldfout("zaken", "kies ten minste één zaak"))
    if collega is None:
        fouten.append(Veldfout("naar", "kies een collega die hier zaken behandelt"))
    elif any(bij_wie(een, handeling.vandaag)[0] == naar_id for een in gekozen):
        fouten.append(Veldfout("naar", "een van deze zaken ligt al bij deze collega; kies een ander"))
    elif ontbreekt := sorted({een.tafel.value for een in gekozen} - {een.value for een in collega.tafels}):
        rollen = " en ".join(ontbreekt)
        fouten.append(Veldfout("naar", f"een van deze zaken vraagt de rol {rollen}; die heeft {collega.naam} niet"))
    if not reden.strip():
        fouten.append(Veldfout("reden", "schrijf waarom; de collega leest dit"))
    elif len(reden) > LANGSTE_REDEN:
        fouten.append(Veldfout("reden", f"deze reden telt {len(reden)} tekens; ten hoogste {LANGSTE_REDEN}"))
    if terug_op is not None and terug_op <= handeling.vandaag:
        fouten.append(Veldfout("terug_op", "kies een dag na vandaag, of laat het leeg als u niet terugkomt"))
    if fouten or collega is None:
        raise InvoerFout(*fouten)
    return collega


@gebruiksgeval("Overdracht ongedaan gemaakt")
def maak_ongedaan(handeling: Handeling, reeks_id: UUID) -> int:
    """Zet de hele reeks terug, zolang er met geen van de zaken iets is gebeurd."""
    vraag = select(Overdracht).where(Overdracht.reeks_id == reeks_id, Overdracht.zet == Zet.AAN_COLLEGA)
    reeks = handeling.sessie.scalars(vraag.order_by(Overdracht.id)).all()
    if not reeks or not _van_mij(handeling, reeks):
        raise NietGevonden
    stand = {een.zaak_id: een for een in _behandelingen(handeling, reeks)}
    bezig = [een.zaak_id for een in reeks if _gebeurde_iets(handeling, een, stand[een.zaak_id])]
    if bezig:
        raise KanNiet(f"Er is al iets gebeurd in {_nummers(handeling, bezig)}. Vraag de collega om de zaak terug.")
    for een in reeks:
        _zet_terug(handeling, een, stand[een.zaak_id])
    return len(reeks)


def _van_mij(handeling: Handeling, reeks: Sequence[Overdracht]) -> bool:
    eigen = handeling.vrager.lidmaatschap_id
    return handeling.mag(Recht.MEDEWERKERS_BEHEREN) or all(een.van_id == eigen for een in reeks)


def _behandelingen(handeling: Handeling, reeks: Sequence[Overdracht]) -> Sequence[Behandeling]:
    vraag = select(Behandeling).where(Behandeling.zaak_id.in_([een.zaak_id for een in reeks]))
    return handeling.sessie.scalars(vraag).all()


def _gebeurde_iets(handeling: Handeling, overdracht: Overdracht, behandeling: Behandeling) -> bool:
    """Is er een zet na deze, of deed de collega iets in de zaak?"""
    if behandeling.laatste_id != overdracht.id:
        return True
    wie = next((een.account_id for een in collegas(handeling) if een.id == overdracht.naar_id), None)
    deed = select(Geschiedenis.id).where(
        Geschiedenis.tenant_id == overdracht.tenant_id,
        Geschiedenis.zaak_id == overdracht.zaak_id,
        Geschiedenis.id > overdracht.id,
        Geschiedenis.account_id == wie,
    )
    return wie is not None and handeling.sessie.scalar(deed.limit(1)) is not None


def _nummers(handeling: Handeling, zaak_ids: Sequence[UUID]) -> str:
    vraag = select(Zaak.nummer).where(Zaak.id.in_(zaak_ids)).order_by(Zaak.nummer).limit(3)
    return ", ".join(handeling.sessie.scalars(vraag))


def _zet_terug(handeling: Handeling, overdracht: Overdracht, behandeling: Behandeling) -> None:
    vorige = overdracht.vorige
    wie = (_id(vorige["behandelaar_id"]), vorige["behandelaar"])
    zet(handeling, behandeling, Zet.ONGEDAAN, naar=wie)
    behandeling.terug_naar_id, behandeling.terug_naar = _id(vorige["terug_naar_id"]), vorige["terug_naar"]
    behandeling.terug_op = date.fromisoformat(vorige["terug_op"]) if vorige["terug_op"] else None


def _id(tekst: str | None) -> UUID | None:
    return UUID(tekst) if tekst else None


def reeksen_van(handeling: Handeling, bureau: UUID | None = None) -> list[Reeks]:
    """Wat er het laatst van dit bureau werd overgedragen en nog terug kan; zonder te noemen het eigen bureau."""
    laatste = (
        select(Overdracht.reeks_id)
        .where(Overdracht.van_id == (bureau or handeling.vrager.lidmaatschap_id), Overdracht.zet == Zet.AAN_COLLEGA)
        .join(Behandeling, (Behandeling.tenant_id == Overdracht.tenant_id) & (Behandeling.laatste_id == Overdracht.id))
        .group_by(Overdracht.reeks_id)
        .order_by(func.max(Overdracht.op).desc())
        .limit(REEKSEN)
    )
    ids = [een.reeks_id for een in handeling.sessie.execute(laatste)]
    per_reeks = select(Overdracht).where(Overdracht.reeks_id.in_(ids), Overdracht.zet == Zet.AAN_COLLEGA)
    reeksen: dict[UUID, list[Overdracht]] = {id_: [] for id_ in ids}
    for een in handeling.sessie.scalars(per_reeks):
        reeksen[een.reeks_id].append(een)
    return [Reeks(id_, alle[0].op, alle[0].naar or "", len(alle), alle[0].terug_op) for id_, alle in reeksen.items()]
