"""Wat staat er in een coachingsplan: doelen, hoe u ze bereikt, wanneer u terugkijkt en wat de werkgever doet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dakpan.begrippen.uren import Uren
from dakpan.plan.domain import Doel

MEESTE_DOELEN = 3


@dataclass(frozen=True, slots=True)
class Tussendoel:
    """Een doel op korte termijn, afgeleid van een hoofddoel."""

    tekst: str
    maatstaf: str = ""
    streefdatum: date | None = None


@dataclass(frozen=True, slots=True)
class Planactiviteit:
    """Wat er voor een doel wordt gedaan, en hoeveel uur dat in de hele periode kost."""

    tekst: str
    uren: Uren | None = None


@dataclass(frozen=True, slots=True)
class Plandoel:
    """Een hoofddoel in eigen woorden. ``soort``: bij welk van de acht doelen het hoort."""

    tekst: str
    soort: Doel | None = None
    maatstaf: str = ""
    streefdatum: date | None = None
    tussendoelen: tuple[Tussendoel, ...] = ()
    activiteiten: tuple[Planactiviteit, ...] = ()

    @property
    def uren(self) -> Uren:
        """De som van wat er is ingevuld."""
        return tel_op(een.uren for een in self.activiteiten)

    @property
    def is_begroot(self) -> bool:
        """Is er een activiteit, en heeft elke activiteit haar uren?"""
        return bool(self.activiteiten) and all(een.uren is not None for een in self.activiteiten)


@dataclass(frozen=True, slots=True)
class Evaluatiemoment:
    """Wanneer kijken zij samen terug, en met wie of waarover?"""

    datum: date
    tekst: str = ""


@dataclass(frozen=True, slots=True)
class Planinhoud:
    """Het hele plan. ``werkplek``: wat de werkgever doet; ``begeleider``: de afspraken met zijn begeleider."""

    doelen: tuple[Plandoel, ...] = ()
    evaluaties: tuple[Evaluatiemoment, ...] = ()
    werkplek: str = ""
    begeleider: str = ""

    @property
    def uren(self) -> Uren:
        """Alle uren van alle doelen samen."""
        return tel_op(een.uren for een in self.doelen)

    @property
    def is_begroot(self) -> bool:
        """Telt het totaal, of ontbreken er nog uren?"""
        return bool(self.doelen) and all(een.is_begroot for een in self.doelen)

    @property
    def soorten(self) -> tuple[Doel, ...]:
        """Aan welke van de acht doelen werkt dit plan? Elk één keer, op volgorde."""
        return tuple(dict.fromkeys(een.soort for een in self.doelen if een.soort is not None))


def tel_op(uren: Iterable[Uren | None]) -> Uren:
    """De som; wat niet is ingevuld telt niet mee."""
    return Uren(sum(een.honderdsten for een in uren if een is not None))
