"""Welke zaken zijn aan deze vrager? Wat het eerst klaar moet zijn staat bovenaan."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, and_, false, or_, select

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.dossier import bevoegd
from dakpan.dossier.domain import Werkstap, Zaakstap
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.dossier.zaakregels import KOLOMMEN, Zaakregel, met_namen
from dakpan.opslag.handeling import Handeling


def mijn_stappen(handeling: Handeling) -> Mapping[frozenset[Partij], list[Zaakstap]]:
    """Welke stappen kan deze vrager zetten als zij aan de beurt zijn? Bij elkaar wat dezelfde partijen openen."""
    stappen: dict[frozenset[Partij], list[Zaakstap]] = {}
    for stap in Zaakstap:
        partijen = frozenset(een for een in Partij if bevoegd.mag(handeling, Werkstap(stap, een)))
        if partijen:
            stappen.setdefault(partijen, []).append(stap)
    return stappen


def aan(handeling: Handeling, kolom: Callable[[Any], Any] = lambda gewoon: gewoon) -> ColumnElement[bool]:
    """De zaak loopt, en de stap die aan de beurt is kan deze vrager zetten."""
    mijn = (
        and_(kolom(Zaak.beurt_stap).in_(sorted(stappen)), kolom(Zaak.beurt).in_(sorted(partijen)))
        for partijen, stappen in mijn_stappen(handeling).items()
    )
    return and_(kolom(Zaak.status) == Zaakstatus.LOPEND, or_(false(), *mijn))


def aan_de_beurt(handeling: Handeling, aantal: int, *alleen: ColumnElement[bool]) -> list[Zaakregel]:
    """De zaken die het eerst aandacht vragen: op uiterste dag, en wie er geen heeft achteraan."""
    eerst = (Zaak.uiterlijk.is_(None), Zaak.uiterlijk, Zaak.id)
    # De sleutels komen uit de index; pas van deze paar zaken wordt de rest gelezen.
    sleutels = select(Zaak.tenant_id, Zaak.id).where(aan(handeling), *alleen).order_by(*eerst).limit(aantal).subquery()
    deze = (Zaak.tenant_id == sleutels.c.tenant_id) & (Zaak.id == sleutels.c.id)
    kort = select(*KOLOMMEN).join(sleutels, deze).subquery()
    return met_namen(handeling, kort, kort.c.uiterlijk.is_(None), kort.c.uiterlijk, kort.c.id)
