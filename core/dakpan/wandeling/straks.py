"""Nu of straks? Een stap kan aan de beurt zijn terwijl het werk pas later kan of hoeft.

Uren zodra de periode begint, een verslag vanaf vier weken voor zijn uiterste dag, een betaling op haar eigen dag.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, union_all

from dakpan.betaling.tables import Betaalopdracht, Declaratie
from dakpan.betaling.toestanden import KLAAR, Betaalstatus, Declaratiestatus
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.plan.tables import Jobcoachperiode
from dakpan.plan.toestanden import Periodestatus
from dakpan.rapportage.overzicht import BINNENKORT
from dakpan.rapportage.tables import Verslag
from dakpan.rapportage.toestanden import Verslagstatus

# Zoveel betalingen die nog komen worden er van elke stand bekeken, op de dag dat zij kunnen.
KOMEND = 500
Sleutel = tuple[str, UUID]
VERSLAGSTAPPEN = (Zaakstap.RAPPORTAGE, Zaakstap.VERANTWOORDING)
_PERIODE = Jobcoachperiode.status.in_([Periodestatus.OPEN, Periodestatus.VOORLOPIG])
_VERSLAG = Verslag.status == Verslagstatus.OPEN
_BETALING = Betaalopdracht.status.not_in(KLAAR)


def vanaf(handeling: Handeling, zaken: Iterable[Sleutel]) -> Mapping[tuple[str, UUID, Zaakstap], date]:
    """Per zaak en stap vanaf welke dag; wat vandaag al kan staat er niet bij. Altijd even veel vragen."""
    ids = sorted(set(zaken))
    if not ids:
        return {}
    begin = _eerste(handeling, Jobcoachperiode, Jobcoachperiode.begin, _PERIODE, ids)
    verslag = _eerste(handeling, Verslag, Verslag.uiterlijk, _VERSLAG, ids)
    gevonden = {(*een, Zaakstap.UREN): dag for een, dag in begin.items()}
    gevonden |= {(*een, stap): dag - BINNENKORT for een, dag in verslag.items() for stap in VERSLAGSTAPPEN}
    if handeling.vrager.kant is Kant.FINANCIER:
        betaling = _eerste(handeling, Betaalopdracht, Betaalopdracht.vanaf, _BETALING, ids)
        gevonden |= {(*een, Zaakstap.BETALING): dag for een, dag in betaling.items()}
    return {een: dag for een, dag in gevonden.items() if dag > handeling.vandaag}


def _eerste(
    handeling: Handeling, tabel: Any, dag: Any, welke: ColumnElement[bool], ids: Sequence[Sleutel]
) -> dict[Sleutel, date]:
    vraag = (
        select(tabel.tenant_id, tabel.zaak_id, func.min(dag))
        .where(tabel.tenant_id.in_(sorted({een for een, _ in ids})), tabel.zaak_id.in_([een for _, een in ids]), welke)
        .group_by(tabel.tenant_id, tabel.zaak_id)
    )
    return {(tenant_id, zaak_id): eerste for tenant_id, zaak_id, eerste in handeling.sessie.execute(vraag)}


def later(handeling: Handeling, stap: Zaakstap) -> ColumnElement[bool] | None:
    """Dezelfde vraag als voorwaarde, van een zaak bij deze stap. None: deze stap kan altijd meteen."""
    dag = handeling.vandaag
    if stap is Zaakstap.UREN:
        return _pas_na(Jobcoachperiode, Jobcoachperiode.begin, _PERIODE, dag)
    if stap in VERSLAGSTAPPEN:
        return _pas_na(Verslag, Verslag.uiterlijk, _VERSLAG, dag + BINNENKORT)
    if stap is Zaakstap.BETALING:
        return _pas_na(Betaalopdracht, Betaalopdracht.vanaf, _BETALING, dag)
    return None


def eerst_komend(handeling: Handeling, stap: Zaakstap) -> list[ColumnElement[bool]]:
    """Waar ``later`` te zoeken is: van een betaling alleen bij wat het eerst komt, hoeveel er ook al betaald kan.

    Wie ``later`` zelf langsgaat begint bij de zaken die nu al kunnen, en dat zijn ze bijna allemaal.
    """
    if stap is not Zaakstap.BETALING:
        return []
    komt = (
        select(Betaalopdracht.zaak_id)
        .where(Betaalopdracht.status == status, Betaalopdracht.vanaf > handeling.vandaag)
        .order_by(Betaalopdracht.vanaf, Betaalopdracht.id)
        .limit(KOMEND)
        .subquery()
        for status in Betaalstatus
        if status not in KLAAR
    )
    return [Zaak.id.in_(union_all(*map(select, komt)))]


def staat_bij_betalingen() -> ColumnElement[bool]:
    """Wacht de betaling op een oordeel, op vrijgeven of op de bank? Dat werk staat per soort bij elkaar."""
    ingediend = _van_zaak(Declaratie, Declaratie.status == Declaratiestatus.INGEDIEND)
    klaar = _van_zaak(Betaalopdracht, _BETALING)
    return or_(ingediend.exists(), klaar.exists())


def _pas_na(tabel: Any, kolom: Any, welke: ColumnElement[bool], dag: date) -> ColumnElement[bool]:
    """Er is er een, en geen ervan is er al aan toe."""
    return and_(_van_zaak(tabel, welke).exists(), ~_van_zaak(tabel, welke, kolom <= dag).exists())


def _van_zaak(tabel: Any, *welke: ColumnElement[bool]) -> Select[UUID]:
    return select(tabel.id).where(tabel.tenant_id == Zaak.tenant_id, tabel.zaak_id == Zaak.id, *welke)
