"""Een opdracht die blijft bestaan onthoudt zelf hoe zij ontleed is."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, CursorResult, Executable


class Blijvend:
    """Een opdracht voor wie haar bewaart: SQLAlchemy hoeft niet elke keer te beschrijven welke het is."""

    def __init__(self, opdracht: Executable) -> None:
        self._opdracht = opdracht
        self._opties = {"compiled_cache": _Vormen()}

    def stel(self, verbinding: Connection, waarden: Any, opties: Mapping[str, Any] | None = None) -> CursorResult[Any]:
        """``waarden``: van één keer, of een rij waarden voor vaker. Het antwoord is dat van de verbinding."""
        samen = {**self._opties, **opties} if opties else self._opties
        return verbinding.execute(self._opdracht, waarden, execution_options=samen)


class _Vormen(dict[Any, Any]):
    """Hoe één opdracht ontleed is: per database, naar welke waarden erbij komen en of het er veel zijn.

    In de sleutel waarmee SQLAlchemy zoekt staat ook de hele opdracht. Hier is dat steeds dezelfde; haar elke keer
    vergelijken kost zoveel als een rij opzoeken.
    """

    def get(self, sleutel: Any, anders: Any = None) -> Any:
        return super().get(_zonder_opdracht(sleutel), anders)

    def __setitem__(self, sleutel: Any, vorm: Any) -> None:
        super().__setitem__(_zonder_opdracht(sleutel), vorm)


def _zonder_opdracht(sleutel: Any) -> tuple[Any, ...]:
    database, _opdracht, *rest = sleutel
    return database, *rest
