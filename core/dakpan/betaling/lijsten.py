"""De lijsten van declareren en betalen: ten hoogste vijftig regels, met een vast aantal vragen aan de database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, tuple_

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.betaling.betalen.vrijgevers import door_een_ander
from dakpan.betaling.domain import Declaratiesoort
from dakpan.betaling.tables import Betaalbestand, Betaalopdracht, Declaratie
from dakpan.betaling.toestanden import Betaalstatus, Declaratiestatus
from dakpan.betaling.verzamelen import MIST_EINDDECLARATIE, WACHT
from dakpan.betaling.zoeken import VAN_PERSOON, Zoek, bij, gezocht
from dakpan.dossier import bevoegd
from dakpan.dossier.tables import Zaak
from dakpan.opslag.bladeren import Vanaf, begrens
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Organisatie, Persoon
from dakpan.plan.tables import Jobcoachperiode
from dakpan.plan.toestanden import Periodestatus
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import Urenstatus

PER_BLADZIJDE = 50
PAS_GEWIJZIGD = timedelta(days=90)
TE_FACTUREREN = and_(Declaratie.status == Declaratiestatus.INGEDIEND, Declaratie.wacht_op_factuur)


@dataclass(frozen=True, slots=True)
class TeDeclareren:
    """Een periode waarover nu iets te declareren is, of die nog op haar einddeclaratie wacht."""

    tenant_id: str
    zaak_id: UUID
    zaak: str
    client: str
    beeindigd: bool
    declarabel: Duur
    wacht: Duur


@dataclass(frozen=True, slots=True)
class Declaratieregel:
    """Eén declaratie in een lijst. ``opmerkingen``: zoals bij de declaratie; leeg is heel goedgekeurd."""

    tenant_id: str
    zaak_id: UUID
    id: UUID
    nummer: str | None
    soort: Declaratiesoort
    status: Declaratiestatus
    datum: date
    declarabel: Duur
    bedrag_incl: Bedrag | None
    zaak: str
    client: str
    opmerkingen: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Betaalregel:
    """Eén betaling in een lijst; ``eigen``: de lezer zei zelf ja tegen haar bedrag.

    ``rekening_gewijzigd_op``: de organisatie die dit krijgt veranderde haar rekening pas; kijk dan twee keer.
    """

    tenant_id: str
    zaak_id: UUID
    id: UUID
    versie: int
    nummer: str
    begunstigde: str
    iban: str
    bedrag: Bedrag
    vanaf: date
    klaargezet_door: str
    eigen: bool
    zaak: str
    rekening_gewijzigd_op: datetime | None
    vorige_iban: str | None


@dataclass(frozen=True, slots=True)
class Bestandsregel:
    """Eén betaalbestand in een lijst."""

    id: UUID
    nummer: str
    gemaakt_op: datetime
    door: str
    uitvoeren_op: date
    aantal: int
    totaal: Bedrag


def te_beoordelen(handeling: Handeling) -> ColumnElement[bool]:
    """Wat de vrager nu kan beoordelen: waar een factuur bij hoort is zij er, en het oordeel is aan hem."""
    van_mij = [een for een in Partij if bevoegd.mag_toezien(handeling, Recht.DECLARATIE_BEOORDELEN, een)]
    aan_mij = or_(Declaratie.beoordelaar.is_(None), Declaratie.beoordelaar.in_(van_mij))
    return and_(Declaratie.status == Declaratiestatus.INGEDIEND, ~Declaratie.wacht_op_factuur, aan_mij)


def wacht_op_factuur(handeling: Handeling) -> int:
    """Hoeveel ingediende declaraties wachten op de factuur van de organisatie, en zijn dus nog niet te beoordelen?"""
    return handeling.sessie.scalar(select(func.count(Declaratie.id)).where(TE_FACTUREREN)) or 0


def zonder_einddeclaratie(handeling: Handeling, *alleen: ColumnElement[bool]) -> list[TeDeclareren]:
    """Van welke beëindigde perioden moet de einddeclaratie nog komen? De nieuwste eerst."""
    return _perioden(handeling, MIST_EINDDECLARATIE, *alleen)


def te_declareren(handeling: Handeling, zoek: Zoek = "", financier: str | None = None) -> list[TeDeclareren]:
    """Waarover kan de organisatie nu declareren, bij allemaal of bij deze financier? De nieuwste periode eerst."""
    sleutel = (Jobcoachperiode.tenant_id, Jobcoachperiode.id)
    waar = (_iets_te_doen(), *gezocht(handeling, zoek, Jobcoachperiode), *bij(financier, Jobcoachperiode))
    eerste = select(*sleutel).where(*waar).order_by(Jobcoachperiode.id.desc()).limit(PER_BLADZIJDE)
    return _perioden(handeling, tuple_(*sleutel).in_(eerste.correlate(None)))  # pas dan van wie: namen zijn duur


def _perioden(handeling: Handeling, *waar: ColumnElement[bool]) -> list[TeDeclareren]:
    vraag = (
        select(
            Jobcoachperiode.tenant_id,
            Jobcoachperiode.id,
            Jobcoachperiode.status,
            Zaak.id,
            Zaak.nummer,
            Persoon.voornaam,
            Persoon.achternaam,
        )
        .join(Zaak, (Zaak.tenant_id == Jobcoachperiode.tenant_id) & (Zaak.id == Jobcoachperiode.zaak_id))
        .join(Persoon, VAN_PERSOON)
        .where(*waar)
        .order_by(Jobcoachperiode.id.desc())
        .limit(PER_BLADZIJDE)
    )
    rijen = handeling.sessie.execute(vraag).all()
    minuten = _minuten(handeling, [rij[1] for rij in rijen])
    return [
        TeDeclareren(
            rij[0],
            rij[3],
            rij[4],
            f"{rij[5]} {rij[6]}",
            rij[2] is Periodestatus.BEEINDIGD,
            minuten.get((rij[1], True), GEEN_DUUR),
            GEEN_DUUR if rij[2] is Periodestatus.BEEINDIGD else minuten.get((rij[1], False), GEEN_DUUR),
        )
        for rij in rijen
    ]


def _iets_te_doen() -> ColumnElement[bool]:
    """Geaccordeerde uren in een toegekende periode, of een beëindigde periode zonder einddeclaratie."""
    van_periode = (Activiteit.tenant_id == Jobcoachperiode.tenant_id) & (Activiteit.periode_id == Jobcoachperiode.id)
    uren = select(Activiteit.id).where(van_periode, Activiteit.status == Urenstatus.GEACCORDEERD).exists()
    return or_(and_(Jobcoachperiode.status == Periodestatus.OPEN, uren), MIST_EINDDECLARATIE)


def _minuten(handeling: Handeling, perioden: Sequence[UUID]) -> dict[tuple[UUID, bool], Duur]:
    """Per periode wat er te declareren is (waar) en wat nog niet is geaccordeerd (onwaar)."""
    if not perioden:
        return {}
    rijen = handeling.sessie.execute(
        select(Activiteit.periode_id, Activiteit.status, func.sum(Activiteit.duur))
        .where(Activiteit.periode_id.in_(perioden), Activiteit.status.in_((*WACHT, Urenstatus.GEACCORDEERD)))
        .group_by(Activiteit.periode_id, Activiteit.status)
    )
    samen: dict[tuple[UUID, bool], Duur] = {}
    for periode_id, status, duur in rijen:
        sleutel = (periode_id, status is Urenstatus.GEACCORDEERD)
        samen[sleutel] = samen.get(sleutel, GEEN_DUUR) + duur
    return samen


def declaraties(
    handeling: Handeling, zoek: Zoek = "", *alleen: ColumnElement[bool], na: UUID | None = None
) -> list[Declaratieregel]:
    """Ten hoogste één meer dan een bladzijde, de laatste dag eerst; ``alleen``: welke; ``na``: verder vanaf deze."""
    volgorde, vanaf = (Declaratie.datum, Declaratie.id), _vanaf(handeling, na)
    gekozen = select(Declaratie.tenant_id, Declaratie.id).where(
        *gezocht(handeling, zoek, Declaratie, Declaratie.nummer), *alleen
    )
    eerste = begrens(gekozen, volgorde, vanaf, PER_BLADZIJDE, aflopend=True).subquery()
    vraag: Select[*tuple[Any, ...]] = (
        select(
            Declaratie.tenant_id,
            Declaratie.zaak_id,
            Declaratie.id,
            Declaratie.nummer,
            Declaratie.soort,
            Declaratie.status,
            Declaratie.datum,
            Declaratie.declarabel,
            Declaratie.bedrag_incl,
            Zaak.nummer,
            Persoon.voornaam + " " + Persoon.achternaam,
            Declaratie.opmerkingen,
        )
        .join(eerste, (eerste.c.tenant_id == Declaratie.tenant_id) & (eerste.c.id == Declaratie.id))
        .join(Zaak, (Zaak.tenant_id == Declaratie.tenant_id) & (Zaak.id == Declaratie.zaak_id))
        .join(Persoon, VAN_PERSOON)
    )
    op_dag = begrens(vraag, volgorde, vanaf, PER_BLADZIJDE, aflopend=True)
    return [Declaratieregel(*rij) for rij in handeling.sessie.execute(op_dag)]


def _vanaf(handeling: Handeling, declaratie_id: UUID | None) -> Vanaf | None:
    """Waar staat deze declaratie in de lijst? None: zij is er niet, dus vooraan beginnen."""
    if declaratie_id is None:
        return None
    dag = handeling.sessie.scalar(select(Declaratie.datum).where(Declaratie.id == declaratie_id))
    return Vanaf((dag, declaratie_id)) if dag is not None else None


def betalingen(handeling: Handeling, status: Betaalstatus) -> list[Betaalregel]:
    """De betalingen in deze toestand, wat het eerst betaald mag worden bovenaan."""
    vraag: Select[*tuple[Any, ...]] = (
        select(
            Betaalopdracht.tenant_id,
            Betaalopdracht.zaak_id,
            Betaalopdracht.id,
            Betaalopdracht.versie,
            Betaalopdracht.nummer,
            Betaalopdracht.begunstigde,
            Betaalopdracht.iban,
            Betaalopdracht.bedrag,
            Betaalopdracht.vanaf,
            Betaalopdracht.klaargezet_door,
            ~door_een_ander(handeling.vrager.account_id),
            Zaak.nummer,
            Organisatie.rekening_gewijzigd_op,
            Betaalopdracht.vorige_iban,
        )
        .join(Zaak, (Zaak.tenant_id == Betaalopdracht.tenant_id) & (Zaak.id == Betaalopdracht.zaak_id))
        .outerjoin(Organisatie, (Organisatie.id == Zaak.organisatie_id) & _pas_gewijzigd(handeling))
        .where(Betaalopdracht.status == status)
        .order_by(Betaalopdracht.vanaf, Betaalopdracht.id)
        .limit(PER_BLADZIJDE)
    )
    return [Betaalregel(*rij) for rij in handeling.sessie.execute(vraag)]


def _pas_gewijzigd(handeling: Handeling) -> ColumnElement[bool]:
    """Betalen aan de organisatie, en haar rekening is korter dan dit geleden veranderd."""
    pas = Organisatie.rekening_gewijzigd_op > handeling.nu - PAS_GEWIJZIGD
    return (Betaalopdracht.aan == Partij.JOBCOACHORGANISATIE) & pas


def bestanden(handeling: Handeling) -> list[Bestandsregel]:
    """De laatste betaalbestanden."""
    rijen = handeling.sessie.execute(
        select(
            Betaalbestand.id,
            Betaalbestand.nummer,
            Betaalbestand.gemaakt_op,
            Betaalbestand.door,
            Betaalbestand.uitvoeren_op,
            Betaalbestand.aantal,
            Betaalbestand.totaal,
        )
        .order_by(Betaalbestand.id.desc())
        .limit(PER_BLADZIJDE)
    )
    return [Bestandsregel(*rij) for rij in rijen]
