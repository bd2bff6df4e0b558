"""Wat ligt er in het archief? Wat het laatst is opgeborgen staat bovenaan; zoeken kan op elk stuk van een naam."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, and_, false, or_, select

from dakpan.aanvraag.tables import Aanvraag
from dakpan.begrippen.nummers import Bsn
from dakpan.dossier.lijsten import heeft_bsn
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaakregels import KOLOMMEN, Zaakregel, met_namen
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Persoon, Werkgever
from dakpan.partijen.zoeknaam import stukken

PER_BLADZIJDE, MEESTE_STUKKEN = 50, 8


class Plaats(NamedTuple):
    """Waar een bladzijde ophield: wanneer die zaak is opgeborgen, en haar id."""

    op: datetime
    id: UUID


@dataclass(frozen=True, slots=True)
class Archiefvraag:
    """Welke zaken? Elk stuk staat in de naam, de werkgever of het nummer; ``bsn`` gaat voor ``tekst``."""

    tekst: str = ""
    bsn: Bsn | None = None
    na: Plaats | None = None


class Archiefblad(NamedTuple):
    """Ten hoogste vijftig zaken met de dag waarop zij zijn opgeborgen, en waar het verder gaat."""

    regels: tuple[tuple[Zaakregel, datetime], ...]
    volgende: Plaats | None


def zoek(handeling: Handeling, vraag: Archiefvraag) -> Archiefblad:
    """Eén bladzijde, in twee vragen aan de database. ``GeenRecht`` voor wie niet in het archief mag kijken."""
    handeling.vereis(Recht.ARCHIEF_INZIEN)
    waar = (Zaak.gearchiveerd_op.is_not(None), *_gezocht(handeling, vraag), *_na(vraag.na))
    volgorde = (Zaak.gearchiveerd_op.desc(), Zaak.id.desc())
    kort = select(*KOLOMMEN, Zaak.gearchiveerd_op).where(*waar).order_by(*volgorde).limit(PER_BLADZIJDE + 1)
    gevonden = {een.id: een.gearchiveerd_op for een in handeling.sessie.execute(kort)}
    deze = select(*KOLOMMEN, Zaak.gearchiveerd_op).where(Zaak.id.in_(gevonden)).subquery()
    regels = met_namen(handeling, deze, deze.c.gearchiveerd_op.desc(), deze.c.id.desc()) if gevonden else []
    blad = tuple((een, gevonden[een.id]) for een in regels[:PER_BLADZIJDE])
    verder = Plaats(blad[-1][1], blad[-1][0].id) if len(regels) > PER_BLADZIJDE else None
    return Archiefblad(blad, verder)


def _na(na: Plaats | None) -> Iterator[ColumnElement[bool]]:
    if na is not None:
        yield Zaak.gearchiveerd_op <= na.op
        yield or_(Zaak.gearchiveerd_op < na.op, and_(Zaak.gearchiveerd_op == na.op, Zaak.id < na.id))


def _gezocht(handeling: Handeling, vraag: Archiefvraag) -> Iterator[ColumnElement[bool]]:
    if vraag.bsn is not None:
        yield Zaak.persoon_id.in_(select(Persoon.id).where(heeft_bsn(handeling, vraag.bsn)))
    elif vraag.tekst:
        elk = [or_(*_staat_in(letters)) for letters in stukken(vraag.tekst)[:MEESTE_STUKKEN]]
        yield or_(_aanvraag(handeling, vraag.tekst), and_(*elk) if elk else false())


def _staat_in(letters: str) -> Iterator[ColumnElement[bool]]:
    """Namen worden eerst gezocht, los van de zaken: dat gaat langs hun eigen index, en één keer."""
    yield Zaak.nummer.contains(letters.upper(), autoescape=True)
    yield Zaak.persoon_id.in_(select(Persoon.id).where(Persoon.zoeknaam.contains(letters, autoescape=True)))
    yield Zaak.werkgever_id.in_(select(Werkgever.id).where(Werkgever.zoeknaam.contains(letters, autoescape=True)))


def _aanvraag(handeling: Handeling, tekst: str) -> ColumnElement[bool]:
    """Het hele nummer van de aanvraag; de index begint bij de financier."""
    bij, nummer = sorted(handeling.regelboek.tenants), tekst.strip().upper()
    return Zaak.id.in_(select(Aanvraag.zaak_id).where(Aanvraag.tenant_id.in_(bij), Aanvraag.nummer == nummer))
