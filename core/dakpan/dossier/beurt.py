"""Welke zaken zijn aan deze vrager? Wat het eerst klaar moet zijn staat bovenaan."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, and_, select

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.dossier import bevoegd
from dakpan.dossier.domain import Werkstap, Zaakstap
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.dossier.zaakregels import KOLOMMEN, Zaakregel, met_namen
from dakpan.opslag.handeling import Handeling


def mijn_stappen(handeling: Handeling) -> frozenset[Zaakstap]:
    """Welke stappen kan deze vrager zetten, als zij aan de beurt zijn?"""
    return frozenset(
        stap for stap in Zaakstap if any(bevoegd.mag(handeling, Werkstap(stap, partij)) for partij in Partij)
    )


def aan(handeling: Handeling, kolom: Callable[[Any], Any] = lambda gewoon: gewoon) -> ColumnElement[bool]:
    """De zaak loopt, en de stap die aan de beurt is kan deze vrager zetten."""
    stappen = mijn_stappen(handeling)
    partijen = {partij for partij in Partij for stap in stappen if bevoegd.mag(handeling, Werkstap(stap, partij))}
    return and_(
        kolom(Zaak.status) == Zaakstatus.LOPEND,
        kolom(Zaak.beurt_stap).in_(sorted(stappen)),
        kolom(Zaak.beurt).in_(sorted(partijen)),
    )


def aan_de_beurt(handeling: Handeling, aantal: int, *alleen: ColumnElement[bool]) -> list[Zaakregel]:
    """De zaken die het eerst aandacht vragen: op uiterste dag, en wie er geen heeft achteraan."""
    eerst = (Zaak.uiterlijk.is_(None), Zaak.uiterlijk, Zaak.id)
    # De sleutels komen uit de index; pas van deze paar zaken wordt de rest gelezen.
    sleutels = select(Zaak.tenant_id, Zaak.id).where(aan(handeling), *alleen).order_by(*eerst).limit(aantal).subquery()
    deze = (Zaak.tenant_id == sleutels.c.tenant_id) & (Zaak.id == sleutels.c.id)
    kort = select(*KOLOMMEN).join(sleutels, deze).subquery()
    return met_namen(handeling, kort, kort.c.uiterlijk.is_(None), kort.c.uiterlijk, kort.c.id)
