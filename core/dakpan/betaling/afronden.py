"""Is de stap betaling klaar? Als alles wat tot nu toe betaald moest worden ook betaald is."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Select, or_, select

from dakpan.betaling.tables import Betaalopdracht, Declaratie
from dakpan.betaling.toestanden import KLAAR, Declaratiestatus
from dakpan.betaling.verzamelen import MIST_EINDDECLARATIE
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Mijlpaal, Zaak, Zaakstatus
from dakpan.dossier.voortgang import Voortgang
from dakpan.dossier.zaken import bereik_vanaf
from dakpan.opslag.handeling import Handeling
from dakpan.plan.tables import Jobcoachperiode
from dakpan.plan.toestanden import Periodestatus

X = TypeVar("X")


def rond_af(handeling: Handeling, zaak: Zaak, tot_en_met: date) -> None:
    """Vinkt de betaling af. Een zaak waarin nog betaald of geschreven wordt blijft lopen."""
    rond_alle_af(handeling, [zaak], tot_en_met)


def rond_alle_af(handeling: Handeling, zaken: Sequence[Zaak], tot_en_met: date) -> None:
    """Zoals ``rond_af``, voor zoveel zaken van één financier als in één vraag passen."""
    te_gaan, wachtend = _nog_te_betalen(handeling, zaken), _wacht_op_oordeel(handeling, zaken)
    betaald = [
        een for een in zaken if een.id not in wachtend and not any(vanaf <= tot_en_met for vanaf in te_gaan[een.id])
    ]
    klaar, lopend = _klaar(handeling, betaald), _lopend(handeling, betaald)
    for zaak in betaald:
        bereik_vanaf(handeling, zaak, Voortgang.uit(zaak.stappen, klaar[zaak.id]), Zaakstap.BETALING)
        if zaak.status is Zaakstatus.AFGEROND and (te_gaan[zaak.id] or _loopt(zaak, lopend)):
            zaak.status = Zaakstatus.LOPEND


def _nog_te_betalen(handeling: Handeling, zaken: Sequence[Zaak]) -> Mapping[UUID, list[date]]:
    vraag = select(Betaalopdracht.zaak_id, Betaalopdracht.vanaf).where(
        *_van(Betaalopdracht, zaken), Betaalopdracht.status.not_in(KLAAR)
    )
    return _per_zaak(handeling, vraag)


def _wacht_op_oordeel(handeling: Handeling, zaken: Sequence[Zaak]) -> frozenset[UUID]:
    """Van een declaratie die nog beoordeeld wordt volgt nog een betaling."""
    wachtend = select(Declaratie.zaak_id).where(
        *_van(Declaratie, zaken), Declaratie.status == Declaratiestatus.INGEDIEND
    )
    return frozenset(handeling.sessie.scalars(wachtend))


def _klaar(handeling: Handeling, zaken: Sequence[Zaak]) -> Mapping[UUID, list[Zaakstap]]:
    return _per_zaak(handeling, select(Mijlpaal.zaak_id, Mijlpaal.stap).where(*_van(Mijlpaal, zaken)))


def _lopend(handeling: Handeling, zaken: Sequence[Zaak]) -> frozenset[UUID]:
    """Waar is er nog een periode waarin uren geschreven worden, of die op haar einddeclaratie wacht?"""
    open_ = select(Jobcoachperiode.zaak_id).where(
        *_van(Jobcoachperiode, zaken), or_(Jobcoachperiode.status == Periodestatus.OPEN, MIST_EINDDECLARATIE)
    )
    return frozenset(handeling.sessie.scalars(open_))


def _loopt(zaak: Zaak, lopend: Collection[UUID]) -> bool:
    return zaak.id in lopend and any(stap["stap"] == Zaakstap.DECLARATIE for stap in zaak.stappen)


def _van(soort: Any, zaken: Sequence[Zaak]) -> tuple[ColumnElement[bool], ...]:
    tenants = {een.tenant_id for een in zaken}
    return soort.tenant_id.in_(tenants), soort.zaak_id.in_([een.id for een in zaken])


def _per_zaak(handeling: Handeling, vraag: Select[UUID, X]) -> Mapping[UUID, list[X]]:
    gevonden: dict[UUID, list[X]] = defaultdict(list)
    for zaak_id, wat in handeling.sessie.execute(vraag):
        gevonden[zaak_id].append(wat)
    return gevonden
