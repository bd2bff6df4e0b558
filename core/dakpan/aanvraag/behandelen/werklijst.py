"""De werklijst van wie beoordeelt: wat op zijn bureau ligt en wat hij kan opnemen, het dringendste eerst.

Elke tak leest ten hoogste één bladzijde langs een index, ook als er honderdduizend zaken zijn; bladeren gaat op de
uiterste dag en het id van de laatste zaak, nooit op plaats.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, union_all

from dakpan.aanvraag.behandelen.behandelen import eigen_tafels
from dakpan.aanvraag.beoordeeltabellen import Behandeling
from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.domain.tafels import OPEN, Tafel
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.dossier.zaakregels import KOLOMMEN, Zaakregel, met_namen
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.tables import Organisatie, Persoon
from dakpan.partijen.zoeknaam import bereik_van, zoektermen

PER_BLADZIJDE = 50
GROOTSTE_BUREAU = 2_000
TE_BEHANDELEN = (Zaakstap.BEOORDELING, Zaakstap.BESLUIT)
STAPPEN = (*TE_BEHANDELEN, Zaakstap.AANVULLING)
_VAN_ZAAK = (Behandeling.tenant_id == Zaak.tenant_id) & (Behandeling.zaak_id == Zaak.id)
_SLEUTEL = (Zaak.tenant_id, Zaak.id, Zaak.uiterlijk)
Rijen = Select[*tuple[Any, ...]]


class Plek(NamedTuple):
    """Waar een bladzijde ophield: de uiterste dag (leeg: er is geen) en het id."""

    uiterlijk: date | None
    id: UUID


@dataclass(frozen=True, slots=True)
class Werkvraag:
    """Welke zaken? ``vrij``: wat nog niemand opnam; anders wat op dit bureau ligt."""

    bureau: UUID | None = None
    vrij: bool = False
    stap: Zaakstap | None = None
    organisatie_id: UUID | None = None
    tekst: str = ""
    na: Plek | None = None


class Werkblad(NamedTuple):
    """Ten hoogste vijftig zaken, met waar het verder gaat en voor hoe lang iemand anders ze heeft."""

    regels: tuple[Zaakregel, ...]
    volgende: Plek | None
    terug: Mapping[UUID, date]


def werklijst(handeling: Handeling, vraag: Werkvraag) -> Werkblad:
    """Eén bladzijde. Zaken zonder uiterste dag staan achteraan."""
    takken = list(_vrij(handeling, vraag) if vraag.vrij else _op_bureau(handeling, vraag))
    # Elke tak is zelf al kort; op SQLite hoort zij daarvoor in een eigen deelvraag.
    delen = [select(tak.subquery()) for tak in takken]
    kort = (union_all(*delen) if len(delen) > 1 else delen[0]).subquery()
    # De sleutels komen uit de index; pas van deze paar zaken wordt de rest gelezen.
    sleutels = select(kort).order_by(*_volgorde(kort.c)).limit(PER_BLADZIJDE + 1).subquery()
    deze = (Zaak.tenant_id == sleutels.c.tenant_id) & (Zaak.id == sleutels.c.id)
    bladzijde = select(*KOLOMMEN).join(sleutels, deze).subquery()
    rijen = met_namen(handeling, bladzijde, *_volgorde(bladzijde.c))
    regels = tuple(rijen[:PER_BLADZIJDE])
    verder = Plek(regels[-1].uiterlijk, regels[-1].id) if len(rijen) > PER_BLADZIJDE else None
    return Werkblad(regels, verder, {} if vraag.vrij else _terug(handeling, regels))


def _volgorde(kolommen: Any) -> tuple[Any, ...]:
    return kolommen.uiterlijk.is_(None), kolommen.uiterlijk, kolommen.id


def _gewoon(kolom: Any) -> Any:
    return kolom


def _buiten_index(kolom: Any) -> Any:
    """De waarde van een kolom, zonder dat haar index telt: de zaken zijn al gevonden."""
    return func.coalesce(kolom, kolom)


def _stap(vraag: Werkvraag, kolom: Callable[[Any], Any] = _gewoon) -> ColumnElement[bool]:
    stap = kolom(Zaak.beurt_stap)
    gekozen: ColumnElement[bool] = stap == vraag.stap if vraag.stap is not None else stap.in_(STAPPEN)
    return gekozen


def _tak(vraag: Werkvraag, *waar: ColumnElement[bool], dag: bool, kolom: Callable[[Any], Any] = _gewoon) -> Rijen:
    """De eerste zaken met, of die zonder uiterste dag."""
    basis: Rijen = select(*_SLEUTEL).where(kolom(Zaak.status) == Zaakstatus.LOPEND, *waar, *_gekozen(vraag))
    basis = basis.where(Zaak.uiterlijk.is_not(None) if dag else Zaak.uiterlijk.is_(None), *_na(vraag.na, dag=dag))
    return basis.order_by(*((Zaak.uiterlijk, Zaak.id) if dag else (Zaak.id,))).limit(PER_BLADZIJDE + 1)


def _na(na: Plek | None, *, dag: bool) -> Iterator[ColumnElement[bool]]:
    if na is None:
        return
    if na.uiterlijk is None:
        yield Zaak.id > na.id if not dag else Zaak.id.is_(None)
    elif dag:
        yield or_(Zaak.uiterlijk > na.uiterlijk, and_(Zaak.uiterlijk == na.uiterlijk, Zaak.id > na.id))
        yield Zaak.uiterlijk >= na.uiterlijk


def _gekozen(vraag: Werkvraag) -> Iterator[ColumnElement[bool]]:
    if vraag.organisatie_id is not None:
        yield Zaak.organisatie_id == vraag.organisatie_id
    if vraag.tekst:
        yield or_(Zaak.nummer == vraag.tekst.strip().upper(), *map(_heet, zoektermen(vraag.tekst)))


def _heet(term: str) -> ColumnElement[bool]:
    eerste, laatste = bereik_van(term)
    zo = select(Persoon.id).where(Persoon.zoeknaam >= eerste, Persoon.zoeknaam <= laatste)
    return Zaak.persoon_id.in_(zo)


def _op_bureau(handeling: Handeling, vraag: Werkvraag) -> Iterator[Rijen]:
    """Wat hier ligt: wat er blijft, en wat vandaag of eerder terugkwam."""
    vandaag, bureau = handeling.vandaag, vraag.bureau or handeling.vrager.lidmaatschap_id
    hier = (
        (Behandeling.behandelaar_id == bureau, or_(Behandeling.terug_op.is_(None), Behandeling.terug_op > vandaag)),
        (Behandeling.terug_naar_id == bureau, Behandeling.terug_op <= vandaag),
    )
    for van_mij in hier:
        # Een bureau is klein: eerst wat er ligt, dan pas de zaken erbij, en die op hun sleutel.
        ligt = select(Behandeling.tenant_id, Behandeling.zaak_id).where(Behandeling.tafel.in_(OPEN), *van_mij)
        bureau_ = ligt.limit(GROOTSTE_BUREAU).subquery()
        deze = (Zaak.tenant_id == bureau_.c.tenant_id) & (Zaak.id == bureau_.c.zaak_id)
        for dag in (True, False):
            yield _tak(vraag, _stap(vraag, _buiten_index), dag=dag, kolom=_buiten_index).join(bureau_, deze)


def _vrij(handeling: Handeling, vraag: Werkvraag) -> Iterator[Rijen]:
    """Wat niemand opnam, en wat iemand naar een tafel van de vrager doorgaf zonder een naam."""
    tafels = sorted(eigen_tafels(handeling))
    partijen = [*tafels, Partij.FINANCIER] if Tafel.BESLISSER in tafels else tafels
    for dag in (True, False):
        los = Behandeling.tafel.in_(tafels) & Behandeling.behandelaar_id.is_(None)
        yield _tak(vraag, _stap(vraag), dag=dag).join(Behandeling, _VAN_ZAAK).where(los)
        for een in TE_BEHANDELEN if vraag.stap is None else (vraag.stap,):
            nooit = ~select(Behandeling.id).where(_VAN_ZAAK).exists()
            yield _tak(vraag, Zaak.beurt_stap == een, Zaak.beurt.in_(partijen), nooit, dag=dag)


def _terug(handeling: Handeling, regels: Sequence[Zaakregel]) -> Mapping[UUID, date]:
    """Welke van deze zaken gaan later terug naar wie ze gaf?"""
    vraag = select(Behandeling.zaak_id, Behandeling.terug_op).where(
        Behandeling.zaak_id.in_([een.id for een in regels]), Behandeling.terug_op > handeling.vandaag
    )
    return {zaak_id: dag for zaak_id, dag in handeling.sessie.execute(vraag) if dag is not None}


def organisaties_van(handeling: Handeling, bureau: UUID | None = None) -> list[tuple[UUID, str]]:
    """Van welke organisaties liggen er zaken op dit bureau? Om uit te kiezen."""
    van_wie = bureau or handeling.vrager.lidmaatschap_id
    vraag = (
        select(Organisatie.id, Organisatie.naam)
        .distinct()
        .join(Zaak, Zaak.organisatie_id == Organisatie.id)
        .join(Behandeling, _VAN_ZAAK)
        .where(or_(Behandeling.behandelaar_id == van_wie, Behandeling.terug_naar_id == van_wie))
        .where(Behandeling.tafel.in_(OPEN))
        .order_by(Organisatie.naam)
        .limit(100)
    )
    return [(id_, naam) for id_, naam in handeling.sessie.execute(vraag)]
