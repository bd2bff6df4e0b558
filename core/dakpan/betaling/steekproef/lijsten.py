"""De lijsten van de steekproeven: welke er zijn, hoe ver zij zijn, en wat erin staat."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import func, select

from dakpan.betaling.betalen.betalingen import tenant_van
from dakpan.betaling.steekproef.domain import KLAAR, Regeloordeel
from dakpan.betaling.steekproef.tables import Steekproef, Steekproefregel
from dakpan.betaling.steekproef.trekken import MAG
from dakpan.betaling.tables import Declaratie
from dakpan.betaling.verzamelen import TELT
from dakpan.dossier.tables import Zaak
from dakpan.opslag.bladeren import Blad, Vanaf, begrens, knip
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.tables import Organisatie

PER_BLADZIJDE = 50


class Voortgang(NamedTuple):
    """Hoe ver is het nakijken?"""

    aantal: int
    klopt: int = 0
    klopt_niet: int = 0
    navragen: int = 0

    @property
    def gedaan(self) -> int:
        return self.klopt + self.klopt_niet

    @property
    def klaar(self) -> bool:
        return self.gedaan == self.aantal


def steekproeven(handeling: Handeling, vanaf: Vanaf | None = None) -> Blad[Steekproef]:
    """Een bladzijde steekproeven van deze financier, de nieuwste eerst."""
    tenant_id = tenant_van(handeling)
    handeling.vereis(*MAG)
    vraag = select(Steekproef).where(Steekproef.tenant_id == tenant_id)
    op_volgorde = begrens(vraag, (Steekproef.id,), vanaf, PER_BLADZIJDE, aflopend=True)
    return knip(handeling.sessie.scalars(op_volgorde).all(), vanaf, PER_BLADZIJDE)


def open_steekproeven(handeling: Handeling) -> tuple[int, UUID | None]:
    """Hoeveel steekproeven wachten er nog op wie mag nakijken? Is het er maar één, dan ook welke."""
    if handeling.vrager.kant is not Kant.FINANCIER or not any(map(handeling.mag, MAG)):
        return 0, None
    open_ = (Steekproef.tenant_id == tenant_van(handeling), Steekproef.gesloten_op.is_(None))
    ids = handeling.sessie.scalars(select(Steekproef.id).where(*open_)).all()
    return len(ids), ids[0] if len(ids) == 1 else None


def voortgang(handeling: Handeling, proeven: Sequence[Steekproef]) -> Mapping[UUID, Voortgang]:
    """Van elk van deze steekproeven, in één vraag."""
    regel = Steekproefregel
    vraag = (
        select(regel.steekproef_id, regel.oordeel, func.count())
        .where(
            regel.tenant_id == tenant_van(handeling),
            regel.steekproef_id.in_([een.id for een in proeven]),
            regel.oordeel.is_not(None),
        )
        .group_by(regel.steekproef_id, regel.oordeel)
    )
    per_soort: dict[UUID, dict[str, int]] = defaultdict(dict)
    for proef_id, oordeel, aantal in handeling.sessie.execute(vraag):
        assert oordeel is not None  # noqa: S101 - zo is gevraagd
        per_soort[proef_id][oordeel.value] = aantal
    return {een.id: Voortgang(een.aantal, **per_soort[een.id]) for een in proeven}


def regels_van(
    handeling: Handeling, proef: Steekproef, oordeel: Regeloordeel | None = None, na: int | None = None
) -> Blad[Any]:
    """Een bladzijde regels met het nummer van hun zaak; ``oordeel``: alleen die."""
    vraag = (
        select(Steekproefregel, Zaak.nummer)
        .join(Zaak, (Zaak.tenant_id == Steekproefregel.tenant_id) & (Zaak.id == Steekproefregel.zaak_id))
        .where(Steekproefregel.tenant_id == proef.tenant_id, Steekproefregel.steekproef_id == proef.id)
    )
    if oordeel is not None:
        vraag = vraag.where(Steekproefregel.oordeel == oordeel)
    vanaf = Vanaf((max(0, min(na, proef.aantal)),)) if na is not None else None
    op_volgorde = begrens(vraag, (Steekproefregel.volgnummer,), vanaf, PER_BLADZIJDE)
    return knip(handeling.sessie.execute(op_volgorde).all(), vanaf, PER_BLADZIJDE)


def volgende(handeling: Handeling, proef: Steekproef, na: int = 0) -> int | None:
    """De eerste regel na deze waarover nog niets is gezegd; daarna vooraan verder. None: er is geen meer."""
    regel = Steekproefregel
    vraag = select(regel.volgnummer).where(
        regel.tenant_id == proef.tenant_id, regel.steekproef_id == proef.id, regel.oordeel.is_(None)
    )
    volgnummer: int | None = handeling.sessie.scalar(vraag.order_by(regel.volgnummer <= na, regel.volgnummer).limit(1))
    return volgnummer


def wat_niet_klopt(handeling: Handeling, declaratie: Declaratie) -> Mapping[UUID, str]:
    """Bij welke uren van deze declaratie vond een steekproef dat zij niet kloppen, en waarom? De laatste telt."""
    regel = Steekproefregel
    vraag = (
        select(regel.activiteit_id, regel.oordeel, regel.reden)
        .where(
            regel.tenant_id == declaratie.tenant_id,
            regel.declaratie_id == declaratie.id,
            regel.oordeel.in_(KLAAR),
        )
        .order_by(regel.op, regel.id)
    )
    laatste = {rij[0]: (rij[1], rij[2]) for rij in handeling.sessie.execute(vraag)}
    return {een: reden for een, (oordeel, reden) in laatste.items() if oordeel is Regeloordeel.KLOPT_NIET}


def organisaties(handeling: Handeling) -> Sequence[tuple[UUID, str]]:
    """Welke organisaties declareerden bij deze financier? Op naam."""
    hier = (Declaratie.tenant_id == tenant_van(handeling), Declaratie.status.in_(TELT))
    van_hier = select(Declaratie.organisatie_id).where(*hier)
    vraag = select(Organisatie.id, Organisatie.naam).where(Organisatie.id.in_(van_hier)).order_by(Organisatie.naam)
    return [(rij[0], rij[1]) for rij in handeling.sessie.execute(vraag)]


def naam_van(handeling: Handeling, organisatie_id: UUID) -> str:
    """Hoe de organisatie heet; zij staat in het openbare register."""
    return handeling.sessie.get_one(Organisatie, organisatie_id).naam
