"""Wat staat er al in de agenda van de coach, en wat komt er uit het bestand bij?"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select

from dakpan.begrippen.duur import Duur
from dakpan.opslag.handeling import Handeling
from dakpan.uren.nakijken import Werk
from dakpan.uren.perioden import Klant
from dakpan.uren.tables import Activiteit, GeslotenWeek
from dakpan.uren.week import Week

Plek = tuple[Klant, date, int]
_VOLGNUMMER = itemgetter(1)


class Bezet(NamedTuple):
    """Hoe lang er al staat, en op welke regel; None: in het loket."""

    duur: Duur
    regel: int | None


@dataclass(frozen=True, slots=True)
class Rooster:
    """``bezet``: wat er van deze cliënt op deze dag om deze tijd al staat."""

    gesloten: frozenset[str]
    bezet: dict[Plek, Bezet] = field(default_factory=dict)
    _dagen: dict[date, "_Dag"] = field(default_factory=lambda: defaultdict(_Dag))

    def is_gesloten(self, dag: date) -> bool:
        return Week.van(dag).code in self.gesloten

    def staat_al(self, werk: Werk) -> list[Bezet]:
        """Per cliënt van dit werk die er op deze dag en tijd al staat: hoe lang, en waar."""
        plekken = ((klant, werk.datum, werk.beginminuut) for klant in werk.klanten)
        return [self.bezet[plek] for plek in plekken if plek in self.bezet]

    def tegelijk(self, werk: Werk) -> list[int | None]:
        """Wat er op hetzelfde moment ook is. Dat mag, maar het valt op."""
        begin, eind = werk.beginminuut, werk.beginminuut + werk.duur.minuten
        return self._dagen[werk.datum].tijdens(begin, eind)

    def zet(self, werk: Werk, delen: Sequence[Duur], regel: int) -> None:
        """Wat er uit het bestand bij komt, met het deel van elke cliënt; ``regel``: waar het daar staat."""
        for klant, deel in zip(werk.klanten, delen, strict=True):
            self.bezet[klant, werk.datum, werk.beginminuut] = Bezet(deel, regel)
        self.zet_blok(werk.datum, werk.beginminuut, werk.duur.minuten, regel)

    def zet_blok(self, dag: date, begin: int, duur: int, waar: int | None) -> None:
        """Van dit moment is de coach zo lang bezig."""
        self._dagen[dag].zet(begin, begin + duur, waar)


class _Dag:
    """Wanneer is de coach die dag bezig? Op begin, zodat zoeken niet langs alles hoeft wat er die dag is."""

    def __init__(self) -> None:
        self._blokken: list[tuple[int, int, int, int | None]] = []
        self._langste = 0

    def zet(self, begin: int, eind: int, waar: int | None) -> None:
        insort(self._blokken, (begin, len(self._blokken), eind, waar))
        self._langste = max(self._langste, eind - begin)

    def tijdens(self, begin: int, eind: int) -> list[int | None]:
        """Waar staat wat op dit moment ook is, op volgorde van opschrijven?"""
        van, tot = bisect_left(self._blokken, (begin - self._langste,)), bisect_left(self._blokken, (eind,))
        samen = sorted([een for een in self._blokken[van:tot] if een[2] > begin], key=_VOLGNUMMER)
        return list(dict.fromkeys([waar for _begin, _volgnummer, _eind, waar in samen]))


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
        rooster.bezet[(tenant_id, periode_id), dag, begin] = Bezet(duur, None)
        rooster.zet_blok(dag, begin, duur.minuten, None)
    return rooster
