"""Wat staat er al in de agenda van de coach, en wat komt er uit het bestand bij?"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select

from dakpan.begrippen.duur import Duur
from dakpan.opslag.handeling import Handeling
from dakpan.uren.perioden import Klant
from dakpan.uren.tables import Activiteit, GeslotenWeek

_VAK = 10


class Bezet(NamedTuple):
    """Hoe lang er al staat, en op welke regel; None: in het loket."""

    duur: Duur
    regel: int | None


# Per minuut waarop iets begint.
Plek = dict[int, Bezet]


class Dag:
    """Wanneer is de coach die dag bezig? Per tien minuten, zodat zoeken niet langs alles hoeft wat er die dag is."""

    def __init__(self) -> None:
        self._vakken: dict[int, list[tuple[int, int, int, int | None]]] = defaultdict(list)
        self._aantal = 0

    def zet(self, begin: int, duur: int, waar: int | None) -> None:
        blok = self._aantal, begin, begin + duur, waar
        self._aantal += 1
        for vak in _vakken(begin, begin + duur):
            self._vakken[vak].append(blok)

    def tijdens(self, begin: int, duur: int) -> list[int | None]:
        """Waar staat wat op dit moment ook is, op volgorde van opschrijven? Dat mag, maar het valt op."""
        eind = begin + duur
        samen = {
            volgnummer: waar
            for vak in _vakken(begin, eind)
            if vak in self._vakken
            for volgnummer, van, tot, waar in self._vakken[vak]
            if van < eind and begin < tot
        }
        return list(dict.fromkeys([samen[nummer] for nummer in sorted(samen)]))


def _vakken(begin: int, eind: int) -> range:
    return range(begin // _VAK, (eind - 1) // _VAK + 1)


@dataclass(frozen=True, slots=True)
class Rooster:
    """De gesloten weken, wat er op elke dag is, en wat daarvan met elke cliënt."""

    gesloten: frozenset[str]
    dagen: dict[date, Dag] = field(default_factory=lambda: defaultdict(Dag))
    plekken: dict[tuple[Klant, date], Plek] = field(default_factory=lambda: defaultdict(dict))


def rooster_van(handeling: Handeling, mij: UUID, dagen: Iterable[date]) -> Rooster:
    """In twee opdrachten, hoe lang het bestand ook is."""
    sessie, dagen = handeling.sessie, sorted(dagen)
    weken = sessie.scalars(select(GeslotenWeek.weeknummer).where(GeslotenWeek.medewerker_id == mij))
    rooster = Rooster(frozenset(weken))
    if not dagen:
        return rooster
    kolommen = (Activiteit.tenant_id, Activiteit.periode_id, Activiteit.datum, Activiteit.begin, Activiteit.duur)
    er_staat = select(*kolommen).where(
        Activiteit.medewerker_id == mij, Activiteit.datum >= dagen[0], Activiteit.datum <= dagen[-1]
    )
    for tenant_id, periode_id, dag, begin, duur in sessie.execute(er_staat):
        rooster.plekken[(tenant_id, periode_id), dag][begin] = Bezet(duur, None)
        rooster.dagen[dag].zet(begin, duur.minuten, None)
    return rooster
