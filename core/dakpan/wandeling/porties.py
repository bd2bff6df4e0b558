"""Langs alles wat er na te kijken is, in porties: zo vraagt een ronde ook met veel rijen weinig geheugen."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from sqlalchemy import Select, tuple_

from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen.leden import Ontvanger
from dakpan.wandeling.te_melden import TeMelden, meld

# Waar een portie ophield: wat er in de kolommen van de volgorde staat bij de laatste rij. None: er is niets meer.
Plek = tuple[Any, ...] | None
Rijen = Select[*tuple[Any, ...]]


class Nakijken(NamedTuple):
    """Welke rijen, op volgorde van welke kolommen (de laatste maakt haar uniek), en wat is er over één rij te melden?

    ``kant``: alleen die kijkt dit na; None: elke kant voor zichzelf.
    """

    rijen: Callable[[Handeling], Rijen]
    volgorde: tuple[Any, ...]
    meldt: Callable[[Handeling, list[Ontvanger], Any], Iterable[TeMelden]]
    kant: Kant | None = None


def kijk_na(handeling: Handeling, team: list[Ontvanger], wat: Nakijken, per_keer: int) -> int:
    """Portie na portie, elk in één geheel, tot er niets meer is. Hoeveel berichten werden het?"""
    if wat.kant not in {None, handeling.vrager.kant}:
        return 0
    aantal, plek = _portie(handeling, team, wat, None, per_keer)
    while plek is not None:
        meer, plek = _portie(handeling, team, wat, plek, per_keer)
        aantal += meer
    return aantal


@gebruiksgeval("Termijnen nagekeken")
def _portie(handeling: Handeling, team: list[Ontvanger], wat: Nakijken, na: Plek, per_keer: int) -> tuple[int, Plek]:
    vraag = wat.rijen(handeling).add_columns(*wat.volgorde).order_by(*wat.volgorde).limit(per_keer)
    if na is not None:
        vraag = vraag.where(tuple_(*wat.volgorde) > tuple_(*na))
    rijen = handeling.sessie.execute(vraag).all()
    verder = tuple(rijen[-1][-len(wat.volgorde) :]) if len(rijen) == per_keer else None
    return meld(handeling, (een for rij in rijen for een in wat.meldt(handeling, team, rij))), verder
