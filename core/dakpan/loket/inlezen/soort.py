"""Wat kan er ingelezen worden, en wat moet iemand daarvoor weten?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from dakpan.dossier.inleestabellen import Inleessoort
from dakpan.invoer.tabel import Kolom, Tabel, Uitkomst
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht
from dakpan.web.uitvoer import Waarde


@dataclass(frozen=True, slots=True)
class Inlezing:
    """Een soort bestand. ``uitleg_bij``: per veld wat in die kolom hoort; ``koppen``: boven een regel zoals
    het loket hem las; ``sommen``: de koppen boven wat erbij komt.

    ``voorbeeld``: regels voor het bestand om in te vullen, uit wat deze vrager in het loket heeft. ``daarna``: waar
    wat is ingelezen nu staat, en hoe iemand weghaalt wat er niet hoort.
    """

    soort: Inleessoort
    recht: Recht
    titel: Any
    uitleg: Any
    kolommen: Sequence[Kolom]
    uitleg_bij: Mapping[str, Any]
    koppen: Sequence[Any]
    sommen: Sequence[Any]
    voorbeeld: Callable[[Handeling], Sequence[Sequence[Waarde]]]
    bekijk: Callable[[Handeling, Tabel], Uitkomst]
    lees_in: Callable[[Handeling, UUID, str], int]
    naderhand: str
    daarna: Any = ""

    @property
    def naam(self) -> str:
        return self.soort.value
