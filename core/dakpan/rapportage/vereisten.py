"""Wat moet er in een verslag, en wie tekent het? Gevraagd aan de toets van de regelset zelf.

De kern kent de onderdelen en de partijen; de regelset keurt af wat ontbreekt. Door een vol verslag steeds één ding
minder te geven blijkt wat zij eist, zonder dat zij daar een aparte lijst voor hoeft bij te houden.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import permutations

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.rapportage.domain import Rapportage, Rapportageonderdeel, Rapportageplicht
from dakpan.regels.regels import Regels
from dakpan.uitleg.bevinding import Ernst

ALLES = frozenset(Rapportageonderdeel)
_TEKENAARS = (Partij.JOBCOACH, Partij.WERKGEVER, Partij.CLIENT)
# Wat het systeem zelf weet en er altijd bij doet.
VANZELF = frozenset(
    {
        Rapportageonderdeel.ALGEMENE_GEGEVENS,
        Rapportageonderdeel.LOGBOEK,
        Rapportageonderdeel.ACTIVITEITENOVERZICHT,
    }
)
# Een oordeel van een ander: de schrijver zegt alleen of het erbij zit, wat erin staat ziet hij niet.
BIJLAGEN = frozenset({Rapportageonderdeel.BEOORDELING_WERKNEMER, Rapportageonderdeel.BEOORDELING_WERKGEVER})


@dataclass(frozen=True, slots=True)
class Vereisten:
    """Welke onderdelen zijn nodig, en wie tekent in welke volgorde?"""

    onderdelen: tuple[Rapportageonderdeel, ...]
    handtekeningen: tuple[Partij, ...]

    @property
    def teksten(self) -> tuple[Rapportageonderdeel, ...]:
        """Wat iemand zelf schrijft. Vraagt de regelset niets, dan alleen hoe het ging."""
        zelf = tuple(een for een in self.onderdelen if een not in VANZELF | BIJLAGEN)
        return zelf or (Rapportageonderdeel.VERLOOP,)

    @property
    def bijlagen(self) -> tuple[Rapportageonderdeel, ...]:
        return tuple(een for een in self.onderdelen if een in BIJLAGEN)


def vereisten(regels: Regels, plicht: Rapportageplicht, peildatum: date) -> Vereisten:
    """Wat eist deze regelset van dit verslag?"""

    def bezwaren(onderdelen: frozenset[Rapportageonderdeel], getekend: tuple[Partij, ...]) -> int:
        proef = Rapportage(plicht.uiterlijk, schriftelijk=True, onderdelen=onderdelen, ondertekend_door=getekend)
        bevindingen = regels.toets_rapportage(proef, plicht, peildatum)
        return sum(een.ernst is Ernst.BLOKKEREND for een in bevindingen)

    tekenen = min(_volgordes(), key=lambda getekend: (bezwaren(ALLES, getekend), len(getekend)))
    ten_minste = bezwaren(ALLES, tekenen)
    nodig = (een for een in Rapportageonderdeel if bezwaren(ALLES - {een}, tekenen) > ten_minste)
    return Vereisten(tuple(nodig), tekenen)


def _volgordes() -> Iterator[tuple[Partij, ...]]:
    for aantal in range(len(_TEKENAARS) + 1):
        yield from permutations(_TEKENAARS, aantal)
