"""Bladeren op sleutel: verder vanaf de regel die iemand het laatst zag, nooit op plaats.

Zo slaat een bladzijde niets over en toont zij niets dubbel als er intussen iets bij kwam of wegging.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from sqlalchemy import literal, tuple_

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Vanaf:
    """De regel waar iemand is: de waarden waarop de lijst is geordend. ``terug``: naar wat ervoor staat."""

    plaats: tuple[Any, ...]
    terug: bool = False


class Blad(NamedTuple, Generic[T]):
    """Eén bladzijde, en of er ervoor en erna nog iets komt."""

    regels: tuple[T, ...]
    vorige: bool
    volgende: bool


def begrens(vraag: Any, volgorde: Sequence[Any], vanaf: Vanaf | None, aantal: int, *, aflopend: bool = False) -> Any:
    """De vraag op volgorde, met één regel meer dan er op een bladzijde past; elke plaats in de volgorde is anders."""
    omlaag = aflopend is not (vanaf is not None and vanaf.terug)
    op_volgorde = vraag.order_by(*(een.desc() if omlaag else een for een in volgorde)).limit(aantal + 1)
    if vanaf is None:
        return op_volgorde
    hier = tuple_(*(literal(waarde, een.type) for waarde, een in zip(vanaf.plaats, volgorde, strict=True)))
    sleutel = tuple_(*volgorde)
    return op_volgorde.where(sleutel < hier if omlaag else sleutel > hier)


def knip(rijen: Sequence[T], vanaf: Vanaf | None, aantal: int) -> Blad[T]:
    """De bladzijde uit wat de begrensde vraag gaf, weer in de gewone volgorde.

    Is er intussen niets meer, dan is er ook geen regel om voor of na verder te gaan.
    """
    if not rijen:
        return Blad((), False, False)
    meer, regels = len(rijen) > aantal, tuple(rijen[:aantal])
    if vanaf is not None and vanaf.terug:
        return Blad(regels[::-1], meer, True)
    return Blad(regels, vanaf is not None, meer)
