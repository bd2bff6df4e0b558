"""Leest de invoer van een opdracht en meldt alle fouten tegelijk, waar zij ook zitten."""

from collections.abc import Callable
from typing import Any, TypeVar

from dakpan.invoer.fouten import Verzamelaar
from dakpan.invoer.json import lees_json

T = TypeVar("T")
Gelezen = dict[str, Any]


def lees_en_controleer(
    bestand: str, lees: Callable[[Gelezen], T], *controles: Callable[[Gelezen | None], object]
) -> tuple[Gelezen, T]:
    """Het gelezen JSON en wat ``lees`` ervan maakt; elke controle krijgt het JSON, of None als er geen was."""
    fouten = Verzamelaar()
    gelezen: Gelezen | None = None
    inhoud: list[T] = []
    with fouten.luister():
        gelezen = lees_json(bestand)
        inhoud.append(lees(gelezen))
    for controle in controles:
        with fouten.luister():
            controle(gelezen)
    fouten.stop_bij_fouten()
    return gelezen or {}, inhoud[0]
