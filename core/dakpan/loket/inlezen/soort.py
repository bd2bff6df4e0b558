"""Wat kan er ingelezen worden, en wat moet iemand daarvoor weten?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from dakpan.dossier.inleestabellen import Inleessoort
from dakpan.invoer.tabel import Kolom, Tabel, Uitkomst
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht
from dakpan.uren.inlezen.ingelezen import Ingelezen
from dakpan.uren.inlezen.terughalen import Houdtegen
from dakpan.uren.week import Week
from dakpan.web.uitvoer import Waarde


@dataclass(frozen=True, slots=True)
class Terughalen:
    """``ingelezen``: waarvan nog iets staat; ``houdt_tegen``: wat niet meer terug kan; ``waar``: waar het nu staat."""

    ingelezen: Callable[[Handeling], Sequence[Ingelezen]]
    houdt_tegen: Callable[[Handeling, UUID], Sequence[Houdtegen]]
    haal_terug: Callable[[Handeling, UUID, int], int]
    waar: Callable[[Handeling, UUID], Sequence[Week]]


@dataclass(frozen=True, slots=True)
class Inlezing:
    """Een soort bestand. ``uitleg_bij``: per veld wat in die kolom hoort; ``koppen``: boven een regel zoals
    het loket hem las; ``sommen``: de koppen boven wat erbij komt.

    ``voorbeeld``: regels voor het bestand om in te vullen, uit wat deze vrager in het loket heeft. ``daarna``: waar
    wat is ingelezen nu staat, en hoe iemand weghaalt wat er niet hoort. ``terug``: hoe een heel bestand terugkomt.
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
    terug: Terughalen | None = None

    @property
    def naam(self) -> str:
        return self.soort.value
