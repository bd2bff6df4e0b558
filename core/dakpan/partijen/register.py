"""Het openbare register: welke organisaties zijn er, waarin zijn zij goed, waar werken zij, en wie erkent hen?

Zonder account te lezen. Er staat niets in over mensen.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, String, cast, or_, select
from sqlalchemy.orm import Session

from dakpan.partijen.registertabellen import Erkenning
from dakpan.partijen.tables import Organisatie
from dakpan.partijen.toestanden import Erkenningstatus

TEN_HOOGSTE = 50


@dataclass(frozen=True, slots=True)
class Registervraag:
    """Wat iemand zoekt; leeg is alles."""

    tekst: str = ""
    regio: str = ""
    specialisatie: str = ""
    financier: str = ""


@dataclass(frozen=True, slots=True)
class Registerregel:
    """Eén organisatie zoals iedereen haar mag zien. ``erkend``: de financiers die haar nu erkennen."""

    naam: str
    kvk: str
    plaats: str
    regios: tuple[str, ...]
    specialisaties: tuple[str, ...]
    erkend: tuple[str, ...]


def zoek(sessie: Session, vraag: Registervraag, dag: date) -> tuple[list[Registerregel], bool]:
    """Ten hoogste vijftig organisaties op naam, en of er meer zijn; in twee vragen aan de database."""
    gekozen = select(Organisatie).order_by(Organisatie.naam, Organisatie.id).limit(TEN_HOOGSTE + 1)
    if vraag.tekst:
        velden = (Organisatie.naam, Organisatie.plaats, Organisatie.kvk)
        gekozen = gekozen.where(or_(*(veld.icontains(vraag.tekst, autoescape=True) for veld in velden)))
    for kolom, code in ((Organisatie.regios, vraag.regio), (Organisatie.specialisaties, vraag.specialisatie)):
        if code:
            gekozen = gekozen.where(cast(kolom, String).contains(f'"{code}"', autoescape=True))
    if vraag.financier:
        bij = select(Erkenning.id).where(Erkenning.organisatie_id == Organisatie.id, _geldt(dag))
        gekozen = gekozen.where(bij.where(Erkenning.tenant_id == vraag.financier).exists())
    rijen = sessie.scalars(gekozen).all()
    erkend = _erkend(sessie, [een.id for een in rijen], dag)
    return [_regel(een, erkend[een.id]) for een in rijen[:TEN_HOOGSTE]], len(rijen) > TEN_HOOGSTE


def _geldt(dag: date) -> ColumnElement[bool]:
    loopt = or_(Erkenning.tot_en_met.is_(None), Erkenning.tot_en_met >= dag)
    return (Erkenning.status == Erkenningstatus.VERLEEND) & (Erkenning.van <= dag) & loopt


def _erkend(sessie: Session, ids: Collection[UUID], dag: date) -> dict[UUID, list[str]]:
    bij: dict[UUID, list[str]] = defaultdict(list)
    gekozen = select(Erkenning.organisatie_id, Erkenning.tenant_id).where(
        Erkenning.organisatie_id.in_(ids), _geldt(dag)
    )
    for organisatie_id, tenant_id in sessie.execute(gekozen.order_by(Erkenning.tenant_id)):
        bij[organisatie_id].append(tenant_id)
    return bij


def _regel(een: Organisatie, erkend: list[str]) -> Registerregel:
    return Registerregel(
        een.naam, een.kvk, een.plaats or "", tuple(een.regios), tuple(een.specialisaties), tuple(erkend)
    )
