"""Welke uren zijn er te declareren, en wat is er al gedeclareerd?"""

from collections.abc import Iterable, Sequence
from datetime import date, time

from sqlalchemy import and_, or_, select, union_all

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.betaling.corrigeren.geldend import tellende_activiteiten
from dakpan.betaling.domain import Declaratiesoort, EerdereDeclaratie
from dakpan.betaling.tables import Declaratie
from dakpan.betaling.toestanden import Declaratiestatus
from dakpan.opslag.handeling import Handeling
from dakpan.plan.domain import Doel
from dakpan.plan.tables import Jobcoachperiode
from dakpan.plan.toestanden import Periodestatus
from dakpan.uren import domain as uren
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import Urenstatus

TELT = (Declaratiestatus.INGEDIEND, Declaratiestatus.GOEDGEKEURD)
WACHT = (Urenstatus.VOORRAAD, Urenstatus.TE_ACCORDEREN)


# De perioden waarover niets meer kan: hun einddeclaratie is er.
MET_EINDDECLARATIE = select(Declaratie.periode_id).where(
    Declaratie.soort == Declaratiesoort.EIND, Declaratie.status.in_(TELT)
)
_VOORBIJ = select(Jobcoachperiode.id).where(
    Jobcoachperiode.status.in_((Periodestatus.BEEINDIGD, Periodestatus.VERVALLEN))
)
_VERVALLEN = select(Jobcoachperiode.id).where(Jobcoachperiode.status == Periodestatus.VERVALLEN)
# Geschreven, maar nooit meer te declareren: niet akkoord voor de periode eindigde, niet op de einddeclaratie, of in een
# periode die er nooit kwam.
NOOIT_MEER = or_(
    and_(Activiteit.status.in_(WACHT), Activiteit.periode_id.in_(_VOORBIJ)),
    and_(
        Activiteit.status == Urenstatus.GEACCORDEERD,
        Activiteit.periode_id.in_(union_all(MET_EINDDECLARATIE, _VERVALLEN)),  # één lijst: zo loopt de index haar langs
    ),
)
_EIND = select(Declaratie.id).where(
    Declaratie.tenant_id == Jobcoachperiode.tenant_id,
    Declaratie.periode_id == Jobcoachperiode.id,
    Declaratie.soort == Declaratiesoort.EIND,
    Declaratie.status.in_(TELT),
)
# Over een beëindigde periode komt altijd nog een einddeclaratie, ook als zij van nul is.
MIST_EINDDECLARATIE = and_(Jobcoachperiode.status == Periodestatus.BEEINDIGD, ~_EIND.exists())


def open_uren(handeling: Handeling, periode: Jobcoachperiode, tot_en_met: date) -> list[Activiteit]:
    """Alle uren tot en met deze dag die nog op geen declaratie staan, van oud naar nieuw."""
    return list(
        handeling.sessie.scalars(
            select(Activiteit)
            .where(
                Activiteit.tenant_id == periode.tenant_id,
                Activiteit.periode_id == periode.id,
                Activiteit.status != Urenstatus.GEDECLAREERD,
                Activiteit.datum <= tot_en_met,
            )
            .order_by(Activiteit.datum, Activiteit.begin, Activiteit.id)
        )
    )


def te_declareren(alle: Iterable[Activiteit]) -> list[Activiteit]:
    """Alleen wat geaccordeerd is."""
    return [een for een in alle if een.status is Urenstatus.GEACCORDEERD]


def wachtend(alle: Iterable[Activiteit]) -> dict[Urenstatus, Duur]:
    """Hoeveel is er geschreven dat nog niet mee kan, per toestand?"""
    duren: dict[Urenstatus, Duur] = {}
    for een in alle:
        if een.status in WACHT:
            duren[een.status] = duren.get(een.status, GEEN_DUUR) + een.duur
    return duren


def ingediende(handeling: Handeling, periode: Jobcoachperiode) -> list[Declaratie]:
    """De declaraties over deze periode die meetellen: ingediend en niet afgekeurd."""
    return list(
        handeling.sessie.scalars(
            select(Declaratie)
            .where(
                Declaratie.tenant_id == periode.tenant_id,
                Declaratie.periode_id == periode.id,
                Declaratie.status.in_(TELT),
            )
            .order_by(Declaratie.ingediend_op, Declaratie.id)
        )
    )


def latere_einddeclaratie(handeling: Handeling, rij: Declaratie) -> str:
    """Welke einddeclaratie is er al na deze? Leeg: wat hiervan teruggaat kan nog ergens op."""
    vraag = select(Declaratie.nummer).where(
        Declaratie.tenant_id == rij.tenant_id,
        Declaratie.periode_id == rij.periode_id,
        Declaratie.soort == Declaratiesoort.EIND,
        Declaratie.status.in_(TELT),
        Declaratie.id != rij.id,
    )
    return handeling.sessie.scalar(vraag) or ""


def als_eerder(declaraties: Sequence[Declaratie]) -> tuple[EerdereDeclaratie, ...]:
    """Zoals de regelset ze te zien krijgt."""
    return tuple(
        EerdereDeclaratie(een.nummer or "", een.soort, een.declarabel, _rapportage(een)) for een in declaraties
    )


def _rapportage(rij: Declaratie) -> Duur:
    """Hoeveel tijd in wat nog telt ging naar de verantwoordingsrapportage?"""
    geschreven = (een for een in tellende_activiteiten(rij) if een["activiteit"] == uren.RAPPORTAGE_SCHRIJVEN)
    return sum((Duur.uit_tekst(een["duur"]) for een in geschreven), GEEN_DUUR)


def som_excl(declaraties: Iterable[Declaratie]) -> Bedrag:
    """Hoeveel is er al gedeclareerd, exclusief btw?"""
    return sum((een.bedrag_excl for een in declaraties if een.bedrag_excl is not None), NUL_EURO)


def als_activiteit(rij: Activiteit) -> uren.Activiteit:
    """Een regel uit het logboek zoals de regelset haar te zien krijgt."""
    return uren.Activiteit(
        rij.datum,
        time(*divmod(rij.begin, 60)),
        rij.duur,
        lees_doel(rij.doel),
        rij.soort,
        geaccordeerd=rij.status is Urenstatus.GEACCORDEERD,
    )


def lees_doel(code: str) -> Doel | uren.NietVergoed:
    """Een doel van jobcoaching, of iets dat wel is geschreven maar nooit wordt betaald."""
    return Doel(code) if code in set(Doel) else uren.NietVergoed(code)
