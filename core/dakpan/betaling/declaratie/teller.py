"""Hoeveel is er over een periode gedeclareerd, en past er nog iets bij? De grens staat in de opdracht die ophoogt."""

from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, true, update
from sqlalchemy.orm import InstrumentedAttribute

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.tables import Declaratie, Declaratieteller
from dakpan.opslag.handeling import Handeling

VOL = "Er past niet zoveel meer bij: een ander declareerde net ook. Maak de proef opnieuw; er is niets ingediend."


class Plafond(NamedTuple):
    """Tot waar er in deze periode gedeclareerd kan worden; ``bedrag`` exclusief btw, None: er is geen bedrag."""

    duur: Duur
    bedrag: Bedrag | None


def tel_op(handeling: Handeling, rij: Declaratie, plafond: Plafond) -> None:
    """Telt deze declaratie mee. ``KanNiet``: dan zou er meer gedeclareerd zijn dan is toegekend.

    Wie niets declareert past er altijd bij, ook als een later besluit minder toekende dan er al is gedeclareerd.
    """
    minuten, centen = _van(rij)
    past = and_(
        _past(Declaratieteller.minuten, minuten, plafond.duur.minuten),
        _past(Declaratieteller.centen, centen, plafond.bedrag.centen if plafond.bedrag is not None else None),
    )
    if _hoog_op(handeling, rij, minuten, centen, past):
        return
    eerste = handeling.sessie.get(Declaratieteller, (rij.tenant_id, rij.periode_id)) is None
    if not eerste or minuten > plafond.duur.minuten or (plafond.bedrag is not None and centen > plafond.bedrag.centen):
        raise KanNiet(VOL)
    handeling.sessie.add(
        Declaratieteller(tenant_id=rij.tenant_id, periode_id=rij.periode_id, minuten=minuten, centen=centen)
    )
    handeling.sessie.flush()


def tel_af(handeling: Handeling, rij: Declaratie) -> None:
    """De declaratie telt niet meer mee: wat zij innam is weer te declareren."""
    minuten, centen = _van(rij)
    _hoog_op(handeling, rij, -minuten, -centen, true())


def tel_minder(handeling: Handeling, rij: Declaratie, duur: Duur, excl: Bedrag) -> None:
    """De declaratie is zoveel lager dan zij was; dat deel is weer te declareren."""
    _hoog_op(handeling, rij, -duur.minuten, -excl.centen, true())


def _van(rij: Declaratie) -> tuple[int, int]:
    return rij.declarabel.minuten, (rij.bedrag_excl or NUL_EURO).centen


def _past(stand: InstrumentedAttribute[int], erbij: int, hoogste: int | None) -> ColumnElement[bool]:
    return true() if hoogste is None or erbij == 0 else stand + erbij <= hoogste


def _hoog_op(handeling: Handeling, rij: Declaratie, minuten: int, centen: int, als: ColumnElement[bool]) -> bool:
    """Waar: er stond een teller, en het paste."""
    opdracht = (
        update(Declaratieteller)
        .where(Declaratieteller.tenant_id == rij.tenant_id, Declaratieteller.periode_id == rij.periode_id, als)
        .values(minuten=Declaratieteller.minuten + minuten, centen=Declaratieteller.centen + centen)
        .returning(Declaratieteller.periode_id)
        .execution_options(synchronize_session=False)
    )
    return handeling.sessie.scalar(opdracht) is not None
