"""Hoeveel jobcoaching: in uren of in geld."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from dakpan.aanvraag.domain.soorten import Regime
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.fouten import OngeldigeWaarde
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.uren import Uren


class Eenheid(StrEnum):
    """Waarin drukt de financier het budget uit?"""

    UREN = "uren"
    EURO = "euro"


class Tijdvak(StrEnum):
    """Waarvoor geldt het cijfer: voor de gevraagde periode, of voor het hele jaar ook als minder is gevraagd?"""

    PERIODE = "periode"
    JAAR = "jaar"


class Omvang(NamedTuple):
    """Hoeveel is er ten hoogste? Leeg is: deze financier kent het niet, of het staat niet in de bron."""

    eenheid: Eenheid
    regime: Regime
    jaar: int
    percentage: Percentage | None = None
    dagen: int | None = None
    sanctiedagen: int = 0
    uren: Uren | None = None
    uren_formulier: Uren | None = None
    plafond: Bedrag | None = None
    maximum_tarief: Bedrag | None = None
    maximum_uren: Uren | None = None
    termijnbedragen: tuple[Bedrag, ...] | None = None
    geldt_voor: Tijdvak = Tijdvak.PERIODE


class Wijzigingsoort(StrEnum):
    """Wat verandert er halverwege?"""

    EINDE = "einde"
    UREN = "uren"
    REGIME = "regime"
    VERLENGING = "verlenging"


@dataclass(frozen=True, slots=True)
class Wijziging:
    """Wat verandert er, vanaf welke dag, en wanneer is dat gemeld?

    Bij ``EINDE`` is ``ingangsdatum`` de eerste dag zonder dienstverband. ``tot_en_met``: tot wanneer een proefplaatsing
    die langer duurt nu loopt. ``gold_tot_en_met``: de laatste dag van de periode zoals die gold bij het melden; leeg:
    die van het dossier.
    """

    soort: Wijzigingsoort
    ingangsdatum: date
    gemeld_op: date
    uren_per_week: Uren | None = None
    regime: Regime | None = None
    tot_en_met: date | None = None
    gold_tot_en_met: date | None = None

    def __post_init__(self) -> None:
        if self.soort is Wijzigingsoort.UREN and self.uren_per_week is None:
            raise OngeldigeWaarde("bij een wijziging van uren hoort het nieuwe aantal uren per week")
        if self.soort is Wijzigingsoort.REGIME and self.regime is None:
            raise OngeldigeWaarde("bij een ander begeleidingsregime hoort welk regime het wordt")
        if self.soort is Wijzigingsoort.VERLENGING and self.tot_en_met is None:
            raise OngeldigeWaarde("bij een verlenging hoort tot en met welke dag")


def op_datum(wijzigingen: Iterable[Wijziging]) -> tuple[Wijziging, ...]:
    """Zoals de regels haar lezen: de eerste verandering eerst."""
    return tuple(sorted(wijzigingen, key=lambda een: een.ingangsdatum))
