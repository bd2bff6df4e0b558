"""Wat is een lijst die mee kan, en hoe worden haar regels gelezen?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Row, Select

from dakpan.opslag.handeling import NEDERLAND, Handeling
from dakpan.partijen.rechten import Recht
from dakpan.web.uitvoer import Waarde

PER_KEER = 500


class Regel(NamedTuple):
    """Eén regel, en bij welke zaak zij hoort: ook in een lijst meegenomen is een blik in die zaak."""

    cellen: Sequence[Waarde]
    zaak: tuple[str, UUID] | None = None


@dataclass(frozen=True, slots=True)
class Lijst:
    """Een lijst uit het loket. ``open_voor``: mag deze vrager haar hebben? ``regels`` volgt wat er gezocht is.

    ``recht``: wat iemand mist voor wie zij dicht is; None: open voor iedereen.
    """

    naam: str
    titel: Any
    uitleg: Any
    koppen: Sequence[Any]
    open_voor: Callable[[Handeling], bool]
    regels: Callable[[Handeling, Mapping[str, str]], Iterator[Regel]]
    recht: Recht | None = None


def stroom(handeling: Handeling, vraag: Select[*tuple[Any, ...]]) -> Iterator[Row[*tuple[Any, ...]]]:
    """De rijen van deze vraag, een handvol tegelijk; de wacht begrenst haar zoals elke andere."""
    yield from handeling.sessie.execute(vraag.execution_options(yield_per=PER_KEER))


def dag_en_tijd(moment: datetime) -> tuple[date, str]:
    """Twee cellen: de dag, om op te sorteren, en hoe laat het in Nederland was."""
    hier = moment.astimezone(NEDERLAND)
    return hier.date(), f"{hier:%H:%M}"


def lees_id(velden: Mapping[str, str], naam: str) -> UUID | None:
    """Waar iemand het bij houdt; wat geen id is telt niet."""
    try:
        return UUID(velden.get(naam, ""))
    except ValueError:
        return None


def lees_dag(velden: Mapping[str, str], naam: str) -> date | None:
    """De gekozen dag; wat geen dag is telt niet, net als op de pagina zelf."""
    try:
        return date.fromisoformat(velden.get(naam, "").strip())
    except ValueError:
        return None
