"""Een aanvraag die niet doorging door een nieuwe vervangen: wanneer kan dat, en gaan de uren dan mee?"""

from dataclasses import dataclass
from enum import StrEnum


class Afloop(StrEnum):
    """Waarom ging de aanvraag niet door?"""

    INGETROKKEN = "ingetrokken"
    AFGEWEZEN = "afgewezen"
    NIET_BEHANDELD = "niet_behandeld"


@dataclass(frozen=True, slots=True)
class Vervanging:
    """Na welke afloop kan een nieuwe aanvraag de oude vervangen, en mogen geschreven uren naar haar periode?

    ``na`` leeg: de bron kent vervangen niet, of zegt er niets over.
    """

    na: frozenset[Afloop] = frozenset()
    uren_mee: bool = False
