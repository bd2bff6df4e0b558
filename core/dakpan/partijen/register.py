"""Het openbare register: welke organisaties zijn er, waarin zijn zij goed, waar werken zij, en wie erkent hen?

Zonder account te lezen. Van coaches staat er hoeveel er wat behaalden; een naam alleen van wie daar zelf voor koos.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Select, String, cast, func, or_, select
from sqlalchemy.orm import Session

from dakpan.partijen.heet import HEET
from dakpan.partijen.registertabellen import Erkenning, Registerbewijs
from dakpan.partijen.tables import Account, Lidmaatschap, Organisatie
from dakpan.partijen.toestanden import Erkenningstatus

TEN_HOOGSTE = 50


@dataclass(frozen=True, slots=True)
class Registervraag:
    """Wat iemand zoekt; leeg is alles."""

    tekst: str = ""
    regio: str = ""
    specialisatie: str = ""
    financier: str = ""
    certificaat: str = ""


@dataclass(frozen=True, slots=True)
class Registerregel:
    """Eén organisatie zoals iedereen haar mag zien. ``erkend``: de financiers die haar nu erkennen.

    ``coaches``: hoeveel coaches er nu een geldig certificaat van elke soort hebben.
    """

    id: UUID
    naam: str
    kvk: str
    plaats: str
    regios: tuple[str, ...]
    specialisaties: tuple[str, ...]
    erkend: tuple[str, ...]
    coaches: tuple[tuple[str, int], ...] = ()


def zoek(sessie: Session, vraag: Registervraag, dag: date) -> tuple[list[Registerregel], bool]:
    """Ten hoogste vijftig organisaties op naam, en of er meer zijn; in drie vragen aan de database."""
    gekozen = select(Organisatie).order_by(Organisatie.naam, Organisatie.id).limit(TEN_HOOGSTE + 1)
    rijen = sessie.scalars(gekozen.where(*_voorwaarden(vraag, dag))).all()
    ids = [een.id for een in rijen]
    erkend, coaches = _erkend(sessie, ids, dag), _coaches(sessie, ids, dag)
    return [_regel(een, erkend[een.id], coaches[een.id]) for een in rijen[:TEN_HOOGSTE]], len(rijen) > TEN_HOOGSTE


def _voorwaarden(vraag: Registervraag, dag: date) -> list[ColumnElement[bool]]:
    waar: list[ColumnElement[bool]] = []
    if vraag.tekst:
        velden = (Organisatie.naam, Organisatie.plaats, Organisatie.kvk)
        waar.append(or_(*(veld.icontains(vraag.tekst, autoescape=True) for veld in velden), _coach(vraag.tekst)))
    for kolom, code in ((Organisatie.regios, vraag.regio), (Organisatie.specialisaties, vraag.specialisatie)):
        if code:
            waar.append(cast(kolom, String).contains(f'"{code}"', autoescape=True))
    if vraag.financier:
        bij = select(Erkenning.id).where(Erkenning.organisatie_id == Organisatie.id, geldt(dag))
        waar.append(bij.where(Erkenning.tenant_id == vraag.financier).exists())
    if vraag.certificaat:
        heeft = _bewijzen(dag).where(Registerbewijs.organisatie_id == Organisatie.id)
        waar.append(heeft.where(Registerbewijs.soort == vraag.certificaat).exists())
    return waar


def _coach(tekst: str) -> ColumnElement[bool]:
    """Werkt er een coach die met deze naam in het register wil staan?"""
    naam = HEET
    met_naam = select(Lidmaatschap.id).join(Account).where(Lidmaatschap.organisatie_id == Organisatie.id, vermeld())
    return met_naam.where(naam.icontains(tekst, autoescape=True)).exists()


def vermeld() -> ColumnElement[bool]:
    """Wie er nu werkt en er zelf voor koos met naam in het register te staan."""
    return Lidmaatschap.in_register & Lidmaatschap.actief & Lidmaatschap.aanvaard_op.is_not(None)


def geldt(dag: date) -> ColumnElement[bool]:
    """Is de erkenning op deze dag verleend en niet afgelopen?"""
    loopt = or_(Erkenning.tot_en_met.is_(None), Erkenning.tot_en_met >= dag)
    return (Erkenning.status == Erkenningstatus.VERLEEND) & (Erkenning.van <= dag) & loopt


def bewijs_geldt(dag: date) -> ColumnElement[bool]:
    """Geldt dit certificaat op deze dag, van iemand die er nog werkt?"""
    loopt = or_(Registerbewijs.geldig_tot.is_(None), Registerbewijs.geldig_tot >= dag)
    return Lidmaatschap.actief & (Registerbewijs.behaald_op <= dag) & loopt


def _bewijzen(dag: date) -> Select[UUID]:
    van = Lidmaatschap.id == Registerbewijs.medewerker_id
    return select(Registerbewijs.id).join(Lidmaatschap, van).where(bewijs_geldt(dag))


def _erkend(sessie: Session, ids: Collection[UUID], dag: date) -> dict[UUID, list[str]]:
    bij: dict[UUID, list[str]] = defaultdict(list)
    gekozen = select(Erkenning.organisatie_id, Erkenning.tenant_id).where(Erkenning.organisatie_id.in_(ids), geldt(dag))
    for organisatie_id, tenant_id in sessie.execute(gekozen.order_by(Erkenning.tenant_id)):
        bij[organisatie_id].append(tenant_id)
    return bij


def _coaches(sessie: Session, ids: Collection[UUID], dag: date) -> dict[UUID, list[tuple[str, int]]]:
    aantal = func.count(Registerbewijs.medewerker_id.distinct())
    per = (Registerbewijs.organisatie_id, Registerbewijs.soort)
    van = Lidmaatschap.id == Registerbewijs.medewerker_id
    gekozen = select(*per, aantal).join(Lidmaatschap, van).where(Registerbewijs.organisatie_id.in_(ids))
    bij: dict[UUID, list[tuple[str, int]]] = defaultdict(list)
    for organisatie_id, soort, hoeveel in sessie.execute(gekozen.where(bewijs_geldt(dag)).group_by(*per)):
        bij[organisatie_id].append((soort, hoeveel))
    return bij


def _regel(een: Organisatie, erkend: list[str], coaches: list[tuple[str, int]]) -> Registerregel:
    return Registerregel(
        een.id,
        een.naam,
        een.kvk,
        een.plaats or "",
        tuple(een.regios),
        tuple(een.specialisaties),
        tuple(erkend),
        tuple(sorted(coaches)),
    )
