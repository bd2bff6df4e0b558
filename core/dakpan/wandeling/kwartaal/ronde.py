"""De ronde zelf: beginnen of hervatten, portie na portie, en onthouden tot waar zij is.

Elke portie is een geheel: stopt het halverwege, dan gaat de ronde later verder waar zij was en gebeurt niets dubbel.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from dakpan.begrippen.periode import Kwartaal
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.kwartaal.tables import Gedaan, Kwartaalregel, Kwartaalronde
from dakpan.opslag.basis import nieuw_id
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.veel import voeg_toe
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.wandeling.kwartaal.blik import kijk
from dakpan.wandeling.kwartaal.doen import doe
from dakpan.wandeling.kwartaal.zaak import Uitkomst

PER_KEER = 1000
# Een portie duurt seconden; is er zo lang niets gebeurd, dan doet niemand haar meer.
STIL_NA = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Stand:
    """Hoe ver is de ronde? ``per_soort``: bij hoeveel zaken gebeurde het."""

    ronde: Kwartaalronde
    per_soort: Mapping[Gedaan, int]

    @property
    def klaar(self) -> bool:
        return self.ronde.klaar_op is not None


@gebruiksgeval("kwartaalronde begonnen")
def begin(handeling: Handeling, kwartaal: Kwartaal) -> Kwartaalronde:
    """Een nieuwe ronde, of die van dit kwartaal die nog niet klaar was. ``KanNiet``: het kwartaal moet nog beginnen."""
    tenant_id = _van_financier(handeling)
    if kwartaal.periode.begin > handeling.vandaag:
        raise KanNiet(f"Het {kwartaal} is nog niet begonnen; kies een kwartaal dat loopt of voorbij is.")
    open_ = select(Kwartaalronde).where(
        Kwartaalronde.tenant_id == tenant_id, Kwartaalronde.kwartaal == kwartaal.iso, Kwartaalronde.loopt.is_(True)
    )
    bezig = handeling.sessie.scalar(open_)
    if bezig is not None:
        bezig.verder_op = handeling.nu
        return bezig
    nieuw = Kwartaalronde(
        tenant_id=tenant_id,
        kant=Kant.FINANCIER,
        kwartaal=kwartaal.iso,
        door=handeling.vrager.naam,
        begonnen_op=handeling.nu,
        verder_op=handeling.nu,
    )
    handeling.sessie.add(nieuw)
    return nieuw


@gebruiksgeval("kwartaalronde")
def portie(handeling: Handeling, ronde_id: UUID, per_keer: int = PER_KEER) -> bool:
    """De volgende portie zaken. Waar: er is nog meer. ``Gewijzigd``: een ander deed haar net."""
    ronde = haal(handeling, ronde_id)
    if ronde.loopt is None:
        return False
    kwartaal = Kwartaal.uit_iso(ronde.kwartaal)
    blik = kijk(handeling, kwartaal.periode, ronde.tot, per_keer)
    gedaan = doe(handeling, kwartaal, blik)
    regels = [_regel(ronde, zaak_id, een) for zaak_id, uitkomsten in gedaan.items() for een in uitkomsten]
    voeg_toe(handeling.sessie, Kwartaalregel, regels)
    ronde.zaken += len(blik.zaken)
    ronde.in_orde += len(blik.zaken) - len(gedaan)
    ronde.verder_op = handeling.nu
    if len(blik.zaken) < per_keer:
        ronde.klaar_op, ronde.loopt = handeling.nu, None
        return False
    ronde.tot = blik.zaken[-1].zaak_id
    return True


def loop(handeling: Handeling, ronde_id: UUID, per_keer: int = PER_KEER) -> Iterator[Stand]:
    """De hele ronde, met na elke portie waar zij is en pas na de laatste wat zij per soort deed.

    Het geheugen blijft gelijk, hoeveel zaken er ook zijn.
    """
    while portie(handeling, ronde_id, per_keer):
        yield Stand(haal(handeling, ronde_id), {})
        handeling.sessie.expunge_all()
    yield stand(handeling, ronde_id)


def haal(handeling: Handeling, ronde_id: UUID) -> Kwartaalronde:
    """Deze ronde. ``NietGevonden``: zij bestaat niet, of is van een ander."""
    tenant_id = _van_financier(handeling)
    vraag = select(Kwartaalronde).where(Kwartaalronde.tenant_id == tenant_id, Kwartaalronde.id == ronde_id)
    ronde = handeling.sessie.scalar(vraag.execution_options(populate_existing=True))
    if ronde is None:
        raise NietGevonden
    return ronde


def stand(handeling: Handeling, ronde_id: UUID) -> Stand:
    """Hoe ver is zij, en wat deed zij tot nu toe?"""
    ronde = haal(handeling, ronde_id)
    vraag = (
        select(Kwartaalregel.gedaan, func.count())
        .where(Kwartaalregel.tenant_id == ronde.tenant_id, Kwartaalregel.ronde_id == ronde_id)
        .group_by(Kwartaalregel.gedaan)
    )
    return Stand(ronde, Counter({rij[0]: rij[1] for rij in handeling.sessie.execute(vraag)}))


def waarom_overgeslagen(handeling: Handeling, ronde_id: UUID) -> Mapping[str, int]:
    """Elke reden om een zaak over te slaan, met bij hoeveel zaken: de meeste eerst."""
    hoevaak = func.count().label("hoevaak")
    vraag = (
        select(Kwartaalregel.waarom, hoevaak)
        .where(
            Kwartaalregel.tenant_id == _van_financier(handeling),
            Kwartaalregel.ronde_id == ronde_id,
            Kwartaalregel.gedaan == Gedaan.OVERGESLAGEN,
        )
        .group_by(Kwartaalregel.waarom)
        .order_by(hoevaak.desc(), Kwartaalregel.waarom)
    )
    return {rij[0]: rij[1] for rij in handeling.sessie.execute(vraag)}


def staat_stil(handeling: Handeling, ronde: Kwartaalronde) -> bool:
    """Is de ronde niet klaar, en is er een tijd niets aan gedaan? Dan kan iemand haar hervatten."""
    return ronde.klaar_op is None and handeling.nu - ronde.verder_op > STIL_NA


def _regel(ronde: Kwartaalronde, zaak_id: UUID, uitkomst: Uitkomst) -> dict[str, Any]:
    van = {"tenant_id": ronde.tenant_id, "organisatie_id": None, "kant": Kant.FINANCIER}
    return {"id": nieuw_id(), **van, "zaak_id": zaak_id, "ronde_id": ronde.id, **uitkomst._asdict()}


def _van_financier(handeling: Handeling) -> str:
    """Alleen wie bij een financier betalingen klaarzet; voor een organisatie bestaat de ronde niet."""
    if handeling.vrager.tenant_id is None:
        raise NietGevonden
    handeling.vereis(Recht.BETALEN)
    return handeling.vrager.tenant_id
