"""Alle perioden van de organisatie, bij al haar financiers, om in te zoeken op elk stuk van elk veld."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import FromClause, Select, func, select

from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.collegas import Collega, collegas
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Persoon, Werkgever
from dakpan.plan.periodenzoeken import noemt_per_periode, noemt_per_tabel
from dakpan.plan.tables import Jobcoachperiode, Koppeling
from dakpan.plan.toestanden import LEVEND, Periodestatus
from dakpan.plan.waarschuwingen import Waarschuwing, waarschuwingen

Rijen = Select[*tuple[Any, ...]]
PER_BLADZIJDE, TEL_TOT, MEESTE_WOORDEN = 50, 100, 8
# De nieuwste perioden: wat vaak voorkomt vult daarmee al een bladzijde.
VENSTER = 1_000


@dataclass(frozen=True, slots=True)
class Zoekvraag:
    """Welke perioden? Elk woord moet ergens voorkomen. ``na``: ouder dan deze; ``voor``: nieuwer."""

    tekst: str = ""
    ook_gesloten: bool = False
    na: UUID | None = None
    voor: UUID | None = None

    @property
    def woorden(self) -> list[str]:
        return self.tekst.casefold().split()[:MEESTE_WOORDEN]


@dataclass(frozen=True, slots=True)
class Koppelstand:
    """Eén coach op een periode, met wie nu accordeert en wat er na te kijken is."""

    coach: str
    van: date | None
    tot_en_met: date | None
    accordeerders: tuple[str, ...]
    waarschuwingen: tuple[Waarschuwing, ...]


@dataclass(frozen=True, slots=True)
class Perioderegel:
    """Eén periode in de lijst."""

    tenant_id: str
    id: UUID
    zaak_id: UUID
    status: Periodestatus
    begin: date
    eind: date
    nummer: str
    client: str
    werkgever: str
    koppelingen: list[Koppelstand] = field(default_factory=list)


class Bladzijde(NamedTuple):
    """Ten hoogste vijftig perioden, met hoeveel er ten minste zijn en waar het verder gaat."""

    regels: tuple[Perioderegel, ...]
    aantal: int
    meer: bool
    vorige: UUID | None = None
    volgende: UUID | None = None


class Gevonden(NamedTuple):
    """Welke perioden, de nieuwste eerst. ``niet_uitgeteld``: er zijn er misschien meer, maar een bladzijde is vol."""

    ids: list[UUID]
    niet_uitgeteld: bool = False

    @property
    def meer(self) -> bool:
        return self.niet_uitgeteld or len(self.ids) > TEL_TOT

    @property
    def aantal(self) -> int:
        """Hoeveel zijn het er; met ``meer`` zijn het er meer dan dit."""
        if len(self.ids) > TEL_TOT:
            return TEL_TOT
        return PER_BLADZIJDE if self.niet_uitgeteld else len(self.ids)


def zoek(handeling: Handeling, vraag: Zoekvraag) -> Bladzijde:
    """De nieuwste periode eerst; eerst welke het zijn, en pas van deze bladzijde wat erbij hoort."""
    handeling.vereis(Recht.PERIODES_BEHEREN)
    mensen = collegas(handeling)
    terug, bladert = vraag.voor is not None, vraag.na is not None or vraag.voor is not None
    alle = _welke(handeling, replace(vraag, na=None, voor=None), mensen, TEL_TOT + 1)
    gevonden = (_welke(handeling, vraag, mensen, PER_BLADZIJDE + 1) if bladert else alle).ids
    regels = _regels(handeling, gevonden[:PER_BLADZIJDE])
    _zet_koppelingen(handeling, regels, {een.id: een for een in mensen})
    verder = len(gevonden) > PER_BLADZIJDE
    heeft_vorige, heeft_volgende = (verder, True) if terug else (vraag.na is not None, verder)
    return Bladzijde(
        tuple(regels),
        alle.aantal,
        alle.meer,
        regels[0].id if regels and heeft_vorige else None,
        regels[-1].id if regels and heeft_volgende else None,
    )


def _welke(handeling: Handeling, vraag: Zoekvraag, mensen: Sequence[Collega], ten_hoogste: int) -> Gevonden:
    """Alleen de ids; verder dan ``ten_hoogste`` wordt er niet gelezen. Eerst bij de nieuwste, zo nodig bij alle."""
    alle = _op_volgorde(vraag)
    if not vraag.woorden:
        return Gevonden(list(handeling.sessie.scalars(alle.limit(ten_hoogste))))
    gevonden = _bij_de_nieuwste(handeling, vraag, mensen, ten_hoogste)
    if len(gevonden.ids) < ten_hoogste and not gevonden.niet_uitgeteld:
        samen = (noemt_per_tabel(handeling, woord, mensen) for woord in vraag.woorden)
        return Gevonden(list(handeling.sessie.scalars(alle.where(*samen).limit(ten_hoogste))))
    return gevonden


def _bij_de_nieuwste(handeling: Handeling, vraag: Zoekvraag, mensen: Sequence[Collega], ten_hoogste: int) -> Gevonden:
    """Met een volle bladzijde is het genoeg, ook als er onder de oudere nog meer kunnen zijn."""
    los = (noemt_per_periode(handeling, woord, mensen) for woord in vraag.woorden)
    venster = _op_volgorde(vraag).limit(VENSTER).cte()
    vol = select(func.count() == VENSTER).select_from(venster).scalar_subquery()
    nieuwste = _volgorde(_met_namen(venster).where(*los).add_columns(vol), vraag).limit(ten_hoogste)
    rijen = handeling.sessie.execute(nieuwste).all()
    return Gevonden([rij[0] for rij in rijen], len(rijen) > PER_BLADZIJDE and bool(rijen[0][1]))


def _op_volgorde(vraag: Zoekvraag) -> Rijen:
    """Alle perioden van de vraag, nog zonder haar woorden."""
    periode = Jobcoachperiode
    zichtbaar = select(Zaak.id).where(
        Zaak.tenant_id == periode.tenant_id, Zaak.id == periode.zaak_id, Zaak.gearchiveerd_op.is_(None)
    )
    welke: Rijen = select(periode.id).where(zichtbaar.exists())
    if not vraag.ook_gesloten:
        welke = welke.where(periode.status.in_(LEVEND))
    if vraag.na is not None:
        welke = welke.where(periode.id < vraag.na)
    if vraag.voor is not None:
        welke = welke.where(periode.id > vraag.voor)
    return _volgorde(welke, vraag)


def _volgorde(welke: Rijen, vraag: Zoekvraag) -> Rijen:
    return welke.order_by(Jobcoachperiode.id.desc() if vraag.voor is None else Jobcoachperiode.id.asc())


def _met_namen(deze: FromClause) -> Rijen:
    """Deze perioden met hun zaak, cliënt en werkgever erbij."""
    periode = Jobcoachperiode
    rijen: Rijen = (
        select(periode.id)
        .join(deze, deze.c.id == periode.id)
        .join(Zaak, (Zaak.tenant_id == periode.tenant_id) & (Zaak.id == periode.zaak_id))
        .join(Persoon, (Persoon.tenant_id == Zaak.tenant_id) & (Persoon.id == Zaak.persoon_id))
        .join(Werkgever, (Werkgever.tenant_id == Zaak.tenant_id) & (Werkgever.id == Zaak.werkgever_id))
    )
    return rijen


def _regels(handeling: Handeling, ids: Sequence[UUID]) -> list[Perioderegel]:
    """Deze perioden met de namen die erbij horen, de nieuwste eerst."""
    periode = Jobcoachperiode
    lijst: Rijen = (
        select(
            *(periode.tenant_id, periode.id, periode.zaak_id, periode.status, periode.begin, periode.eind),
            *(Zaak.nummer, Persoon.voornaam, Persoon.achternaam, Werkgever.naam.label("werkgevernaam")),
        )
        .select_from(periode)
        .join(Zaak, (Zaak.tenant_id == periode.tenant_id) & (Zaak.id == periode.zaak_id))
        .join(Persoon, (Persoon.tenant_id == Zaak.tenant_id) & (Persoon.id == Zaak.persoon_id))
        .join(Werkgever, (Werkgever.tenant_id == Zaak.tenant_id) & (Werkgever.id == Zaak.werkgever_id))
        .where(periode.id.in_(ids))
        .order_by(periode.id.desc())
    )
    return [_regel(rij) for rij in handeling.sessie.execute(lijst)]


def _regel(rij: Any) -> Perioderegel:
    return Perioderegel(
        rij.tenant_id,
        rij.id,
        rij.zaak_id,
        rij.status,
        rij.begin,
        rij.eind,
        rij.nummer,
        f"{rij.voornaam} {rij.achternaam}",
        rij.werkgevernaam,
    )


def _zet_koppelingen(handeling: Handeling, regels: Sequence[Perioderegel], mensen: Mapping[UUID, Collega]) -> None:
    """Bij elke periode haar coaches, in één vraag voor de hele bladzijde."""
    bij = {(een.tenant_id, een.id): een for een in regels}
    gekozen = select(Koppeling).where(Koppeling.periode_id.in_([een.id for een in regels]))
    for een in handeling.sessie.scalars(gekozen.order_by(Koppeling.id)):
        regel = bij.get((een.tenant_id, een.periode_id))
        if regel is not None:
            regel.koppelingen.append(koppelstand(een, regel.status, mensen, handeling.vandaag))


def koppelstand(een: Koppeling, status: Periodestatus, mensen: Mapping[UUID, Collega], vandaag: date) -> Koppelstand:
    """De koppeling in namen; alleen in een periode die leeft is er iets na te kijken."""
    namen = tuple(mensen[id_].naam if id_ in mensen else "" for id_ in een.akkoord.op(vandaag))
    coach = mensen[een.coach_id].naam if een.coach_id in mensen else ""
    letop = tuple(waarschuwingen(een.akkoord, mensen, vandaag)) if status in LEVEND else ()
    return Koppelstand(coach, een.van, een.tot_en_met, namen, letop)
