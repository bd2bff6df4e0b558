"""Hoeveel betalingen wachten er op iemand bij de financier, en voor hoeveel samen?"""

from datetime import date

from sqlalchemy import ColumnElement, cast, func, select

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.betaling.betalen.vrijgevers import door_een_ander
from dakpan.betaling.tables import Betaalopdracht
from dakpan.betaling.toestanden import Betaalstatus
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.typen import Centen


def stand(handeling: Handeling) -> dict[Betaalstatus, tuple[int, Bedrag]]:
    """Hoeveel betalingen wachten er per toestand op iemand hier, en voor hoeveel samen? Wat al weg is telt niet mee."""
    samen = cast(func.sum(Betaalopdracht.bedrag), Centen)  # PostgreSQL telt hele getallen anders op tot een breuk
    wachten = Betaalopdracht.status.in_((Betaalstatus.KLAARGEZET, Betaalstatus.VRIJGEGEVEN))
    vraag = select(Betaalopdracht.status, func.count(), samen).where(wachten).group_by(Betaalopdracht.status)
    return {status: (aantal, totaal) for status, aantal, totaal in handeling.sessie.execute(vraag)}


def vrij_te_geven(handeling: Handeling) -> tuple[int, Bedrag]:
    """Hoeveel betalingen kan de vrager nu vrijgeven? Niet waar hij zelf ja tegen zei, en niet wat pas later mag."""
    ander = door_een_ander(handeling.vrager.account_id)
    return _som(handeling, handeling.vandaag, Betaalopdracht.status == Betaalstatus.KLAARGEZET, ander)


def te_betalen(handeling: Handeling) -> tuple[int, Bedrag]:
    """Hoeveel vrijgegeven betalingen mogen vandaag naar de bank?"""
    return te_betalen_op(handeling, handeling.vandaag)


def te_betalen_op(handeling: Handeling, dag: date) -> tuple[int, Bedrag]:
    """Hoeveel vrijgegeven betalingen mogen op deze dag naar de bank?"""
    return _som(handeling, dag, Betaalopdracht.status == Betaalstatus.VRIJGEGEVEN)


def _som(handeling: Handeling, dag: date, *welke: ColumnElement[bool]) -> tuple[int, Bedrag]:
    samen = cast(func.sum(Betaalopdracht.bedrag), Centen)
    vraag = select(func.count(), samen).where(Betaalopdracht.vanaf <= dag, *welke)
    aantal, totaal = handeling.sessie.execute(vraag).one()
    return (aantal, totaal) if aantal else (0, NUL_EURO)
