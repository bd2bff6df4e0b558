"""Welke vordering gaat van welke betaling af, en voor hoeveel? De oudste vordering eerst, nooit onder nul."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol, TypeVar

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag


class Schuld(Protocol):
    """``vrij``: wat er nog terug moet en niet al binnen is."""

    @property
    def vrij(self) -> Bedrag: ...


class Uitbetaling(Protocol):
    """Wat er betaald zou worden."""

    bedrag: Bedrag


S = TypeVar("S", bound=Schuld)
U = TypeVar("U", bound=Uitbetaling)


class Deel(NamedTuple):
    """Zoveel van deze schuld gaat van deze uitbetaling af; de plaatsen in de twee lijsten."""

    schuld: int
    uitbetaling: int
    bedrag: Bedrag


def verdeel(schulden: Sequence[S], uitbetalingen: Sequence[U], past: Callable[[S, U], bool]) -> Iterator[Deel]:
    """Gaat de schulden op volgorde langs; elk neemt wat er over is van de uitbetalingen waar zij bij past."""
    over = [een.bedrag for een in uitbetalingen]
    for hoeveelste, schuld in enumerate(schulden):
        rest = schuld.vrij
        for plek, uitbetaling in enumerate(uitbetalingen):
            if rest == NUL_EURO:
                break
            bedrag = min(rest, over[plek])
            if bedrag > NUL_EURO and past(schuld, uitbetaling):
                rest, over[plek] = rest - bedrag, over[plek] - bedrag
                yield Deel(hoeveelste, plek, bedrag)
