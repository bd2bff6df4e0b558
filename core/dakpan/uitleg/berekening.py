"""Een antwoord dat zichzelf uitlegt: resultaat en stappen, nooit het een zonder het ander."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from dakpan.uitleg.bevinding import Bevinding
from dakpan.uitleg.bron import Bron
from dakpan.uitleg.tonen import GEEN_WAARDEN, vul_in

X = TypeVar("X", covariant=True)


class Stap(NamedTuple):
    """Welke stap is gezet, met welke waarden, met welke uitkomst, volgens welke bron?"""

    code: str
    sjabloon: str
    uitkomst: object
    bron: Bron
    waarden: Mapping[str, object] = GEEN_WAARDEN

    @property
    def tekst(self) -> str:
        return vul_in(self.sjabloon, self.waarden)


def stap(code: str, sjabloon: str, *, uitkomst: object, bron: Bron, **waarden: object) -> Stap:
    """Een stap met zijn waarden bij naam."""
    return Stap(code, sjabloon, uitkomst, bron, waarden)


@dataclass(frozen=True, slots=True)
class Berekening(Generic[X]):
    """Het resultaat met ten minste één stap die zegt waar het vandaan komt.

    ``bevindingen``: wat onderweg opviel, zoals een parameter die ontbreekt.
    """

    resultaat: X
    stappen: tuple[Stap, ...]
    bevindingen: tuple[Bevinding, ...] = ()

    def __post_init__(self) -> None:
        if not self.stappen:
            raise ValueError("een berekening zonder stap legt niets uit: geef ten minste één stap met een bron")
        for een in self.stappen:
            if type(een) is not Stap or type(een.bron) is not Bron or not een.sjabloon:
                raise ValueError(f"{een!r} is geen stap met een zin en een bron; maak haar met stap(…)")
