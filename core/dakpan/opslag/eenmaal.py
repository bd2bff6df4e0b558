"""Van veel waarden naast elkaar is vaak een deel dezelfde: een keuze, een dag, een organisatie, een bron."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

X = TypeVar("X")


def elk_een_keer(maak: Callable[[Any], X], waarden: Sequence[Any]) -> Iterator[X]:
    """Wat er van elke waarde wordt gemaakt, op volgorde; van hetzelfde object één keer."""
    elk = {id(een): een for een in waarden}
    if len(elk) == len(waarden):
        return map(maak, waarden)
    gemaakt = {plek: maak(een) for plek, een in elk.items()}
    return map(gemaakt.__getitem__, map(id, waarden))
