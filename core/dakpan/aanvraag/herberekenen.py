"""Een besluit van toen nog eens door de regels: komt er hetzelfde uit? Leest alleen, schrijft nooit."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from dakpan.aanvraag.bezwaren.nieuw_besluit import voorstel_van
from dakpan.aanvraag.contract import toets_als_json
from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.overname.tables import Overname
from dakpan.aanvraag.schemas import DossierSchema
from dakpan.aanvraag.service import toets
from dakpan.aanvraag.tables import Aanleiding, Besluit
from dakpan.aanvraag.wijzigen.uitkomst import reeks_uit_json, uitkomst_van
from dakpan.dossier.tables import Zaak
from dakpan.opslag.vrager import Vrager
from dakpan.opslag.wacht import stel_vrager
from dakpan.partijen.regelboek import Regelboek
from dakpan.partijen.waarden.lezen import eigen_waarden
from dakpan.regels.regels import Regels

PER_KEER = 200
_DOSSIER = DossierSchema()
# De versie hoort bij de regelset; dat zij nu hoger is maakt de uitkomst niet anders.
_NIET_VERGELEKEN = frozenset({"versie", "voorstel"})
_SLEUTELS = ("code", "soort")


class Moment(StrEnum):
    """Met de regels van welk moment?"""

    TOEN = "toen"
    NU = "nu"


class Afwijking(NamedTuple):
    """Eén plek waar er iets anders uitkomt."""

    pad: str
    was: Any
    wordt: Any


class Herberekend(NamedTuple):
    """Een besluit met wat er nu anders uitkomt. ``probleem``: waarom het niet over te doen is."""

    tenant_id: str
    zaak: str
    genomen_op: datetime
    regelset: str
    versie: str
    peildatum: date
    versie_nu: str = ""
    afwijkingen: tuple[Afwijking, ...] = ()
    probleem: str = ""

    @property
    def klopt(self) -> bool:
        return not self.afwijkingen and not self.probleem


def herbereken(
    sessie: Session, regelboek: Regelboek, tenant_id: str, moment: Moment, vandaag: date, *, nummer: str | None = None
) -> Iterator[Herberekend]:
    """Elk besluit van deze financier, het oudste eerst; ``nummer`` kiest één zaak."""
    stel_vrager(sessie, Vrager(None, "herbereken", tenant_id=tenant_id))
    laatste: UUID | None = None
    while portie := _portie(sessie, tenant_id, laatste, nummer):
        for besluit, zaak in portie:
            peildatum = besluit.peildatum if moment is Moment.TOEN else vandaag
            yield _opnieuw(_regels(sessie, regelboek, besluit, moment, peildatum), besluit, zaak, peildatum)
        laatste = portie[-1][0].id
        sessie.expunge_all()


def _portie(sessie: Session, tenant_id: str, laatste: UUID | None, nummer: str | None) -> list[tuple[Besluit, str]]:
    vraag = (
        select(Besluit, Zaak.nummer)
        .join(Zaak, (Zaak.tenant_id == Besluit.tenant_id) & (Zaak.id == Besluit.zaak_id))
        .where(Besluit.tenant_id == tenant_id)
        .order_by(Besluit.id)
        .limit(PER_KEER)
    )
    if laatste is not None:
        vraag = vraag.where(Besluit.id > laatste)
    if nummer is not None:
        vraag = vraag.where(Zaak.nummer == nummer)
    return [(besluit, zaak) for besluit, zaak in sessie.execute(vraag)]


class _Regels(NamedTuple):
    """``aanvraag``: voor de toets van de aanvraag. ``daarna``: voor wat een wijziging of bezwaar eraan veranderde."""

    aanvraag: Regels
    daarna: Regels


def _regels(sessie: Session, regelboek: Regelboek, besluit: Besluit, moment: Moment, peildatum: date) -> _Regels | None:
    """Met wat de financier zelf invulde: zoals het gold toen ermee is gerekend, of zoals het nu geldt."""
    if besluit.tenant_id not in regelboek.tenants:
        return None
    eerste = _eerste(sessie, besluit)
    momenten = [_gerekend_op(sessie, een) if moment is Moment.TOEN else None for een in (eerste, besluit)]
    alle = [
        regelboek.van_tenant(besluit.tenant_id, peildatum, eigen_waarden(sessie, besluit.tenant_id, op))
        for op in momenten
    ]
    toen, nu = alle
    return _Regels(toen, nu) if toen is not None and nu is not None else None


def _eerste(sessie: Session, besluit: Besluit) -> Besluit:
    """Het besluit over de aanvraag zelf: zijn toets staat ook in elk later besluit van dezelfde zaak."""
    if besluit.aanleiding not in {Aanleiding.WIJZIGING, Aanleiding.BEZWAAR}:
        return besluit
    van_zaak = select(Besluit).where(Besluit.tenant_id == besluit.tenant_id, Besluit.zaak_id == besluit.zaak_id)
    return sessie.scalars(van_zaak.order_by(Besluit.id).limit(1)).one()


def _gerekend_op(sessie: Session, besluit: Besluit) -> datetime:
    """Wat elders was besloten is hier pas bij het bevestigen doorgerekend; de dag van het besluit is eerder."""
    if besluit.aanleiding is not Aanleiding.OVERNAME:
        return besluit.genomen_op
    bevestigd = select(Overname.bevestigd_op).where(
        Overname.tenant_id == besluit.tenant_id, Overname.zaak_id == besluit.zaak_id
    )
    return sessie.scalar(bevestigd) or besluit.genomen_op


def _opnieuw(regels: _Regels | None, besluit: Besluit, zaak: str, peildatum: date) -> Herberekend:
    kop = Herberekend(
        besluit.tenant_id, zaak, besluit.genomen_op, besluit.regelset, besluit.regelset_versie, besluit.peildatum
    )
    if regels is None:
        return kop._replace(probleem=f"op {peildatum} heeft deze financier hier geen regels")
    try:
        uitkomst = _uitkomst(regels, besluit, peildatum)
    except Exception as fout:
        return kop._replace(versie_nu=regels.daarna.versie, probleem=f"{type(fout).__name__}: {fout}")
    gevonden = tuple(afwijkingen(besluit.uitkomst, uitkomst))
    return kop._replace(versie_nu=regels.daarna.versie, afwijkingen=gevonden)


def _uitkomst(regels: _Regels, besluit: Besluit, peildatum: date) -> dict[str, Any]:
    """De toets van toen; is er halverwege iets veranderd, dan met de omvang van elk deel."""
    dossier: Dossier = _DOSSIER.lees(besluit.invoer)
    getoetst = toets_als_json(toets(regels.aanvraag, dossier, peildatum))
    if besluit.wijziging is not None:
        reeks = reeks_uit_json(besluit.wijziging)
        return {**getoetst, **uitkomst_van(regels.daarna, dossier, reeks, peildatum)}
    if besluit.aanleiding is Aanleiding.BEZWAAR:
        return {**getoetst, **voorstel_van(regels.daarna, besluit, peildatum).uitkomst}
    if besluit.aanleiding is Aanleiding.WIJZIGING:
        return {**getoetst, "omvang": None, "stappen": [], "bevindingen": []}
    return getoetst


def afwijkingen(was: Mapping[str, Any], wordt: Mapping[str, Any]) -> Iterator[Afwijking]:
    """Waar verschillen twee antwoorden van de regels? De dag waarop gerekend werd en de versie tellen niet."""
    stil = _NIET_VERGELEKEN | {"peildatum"}
    for sleutel in [een for een in dict.fromkeys([*was, *wordt]) if een not in stil]:
        yield from _verschil(sleutel, was.get(sleutel), wordt.get(sleutel))


def _verschil(pad: str, was: Any, wordt: Any) -> Iterator[Afwijking]:
    if isinstance(was, Mapping) and isinstance(wordt, Mapping):
        for sleutel in dict.fromkeys([*was, *wordt]):
            yield from _verschil(f"{pad}.{sleutel}", was.get(sleutel), wordt.get(sleutel))
    elif isinstance(was, list) and isinstance(wordt, list):
        links, rechts = _op_sleutel(was), _op_sleutel(wordt)
        for sleutel in dict.fromkeys([*links, *rechts]):
            yield from _verschil(f"{pad}.{sleutel}", links.get(sleutel), rechts.get(sleutel))
    elif was != wordt:
        yield Afwijking(pad, was, wordt)


def _op_sleutel(lijst: list[Any]) -> dict[str, Any]:
    """Een lijst op de code of soort van elk deel, zodat een deel erbij de rest niet verschuift."""
    gevonden: dict[str, Any] = {}
    for nummer, een in enumerate(lijst):
        namen = (str(een[sleutel]) for sleutel in _SLEUTELS if isinstance(een, Mapping) and sleutel in een)
        naam = next(namen, str(nummer))
        volgende, telling = naam, 1
        while volgende in gevonden:
            telling += 1
            volgende = f"{naam}#{telling}"
        gevonden[volgende] = een
    return gevonden
