"""Wat staat er al in de agenda van de coach, en wat komt er uit het bestand bij?"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import select

from dakpan.opslag.handeling import Handeling
from dakpan.uren.nakijken import Werk
from dakpan.uren.perioden import Klant
from dakpan.uren.tables import Activiteit, GeslotenWeek
from dakpan.uren.week import Week

Plek = tuple[Klant, date, int]


@dataclass(frozen=True, slots=True)
class Rooster:
    """``bezet``: wat er van deze cliënt op deze dag om deze tijd al staat, en op welke regel; None: in het loket.

    ``blokken``: per dag begin en einde in minuten, met dezelfde aanwijzing.
    """

    gesloten: frozenset[str]
    bezet: dict[Plek, int | None] = field(default_factory=dict)
    blokken: dict[date, list[tuple[int, int, int | None]]] = field(default_factory=lambda: defaultdict(list))

    def is_gesloten(self, dag: date) -> bool:
        return Week.van(dag).code in self.gesloten

    def waar_al(self, werk: Werk) -> list[int | None]:
        """Per cliënt van dit werk die er op deze dag en tijd al staat: waar."""
        plekken = ((klant, werk.datum, werk.beginminuut) for klant in werk.klanten)
        return [self.bezet[plek] for plek in plekken if plek in self.bezet]

    def tegelijk(self, werk: Werk) -> list[int | None]:
        """Wat er op hetzelfde moment ook is. Dat mag, maar het valt op."""
        begin, eind = werk.beginminuut, werk.beginminuut + werk.duur.minuten
        return list(dict.fromkeys(waar for van, tot, waar in self.blokken[werk.datum] if van < eind and begin < tot))

    def zet(self, werk: Werk, regel: int) -> None:
        """Wat er uit het bestand bij komt; ``regel``: waar het daar staat."""
        self.bezet.update({(klant, werk.datum, werk.beginminuut): regel for klant in werk.klanten})
        self.blokken[werk.datum].append((werk.beginminuut, werk.beginminuut + werk.duur.minuten, regel))


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
        rooster.bezet[(tenant_id, periode_id), dag, begin] = None
        rooster.blokken[dag].append((begin, begin + duur.minuten, None))
    return rooster
