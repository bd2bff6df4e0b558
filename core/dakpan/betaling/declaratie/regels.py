"""Wat een regelset over declareren zegt: wat telt, welk tarief geldt en waar dat staat."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.betaling.domain import Tarief
from dakpan.uitleg.bevinding import Bevinding
from dakpan.uitleg.bron import Bron
from dakpan.uren.domain import NietVergoed


class Tarieven(Protocol):
    """Welk uurtarief geldt op een werkdag? None: niet bekend."""

    def op(self, dag: date) -> Bedrag | None: ...

    def bron_op(self, dag: date) -> Bron | None:
        """Waar staat het tarief van deze dag? None: daar zegt de bron van de regel zelf genoeg over."""
        ...

    @property
    def opgemerkt(self) -> Sequence[Bevinding]: ...


class OpgegevenTarieven:
    """De tarieven die op de declaratie zelf staan; die gaan voor elk ander."""

    opgemerkt: Sequence[Bevinding] = ()

    def __init__(self, tarieven: Iterable[Tarief]) -> None:
        self._op_datum = sorted(tarieven, key=lambda t: t.vanaf)

    def op(self, dag: date) -> Bedrag | None:
        geldend = [t.tarief for t in self._op_datum if t.vanaf <= dag]
        return geldend[-1] if geldend else None

    def bron_op(self, dag: date) -> Bron | None:  # noqa: ARG002 - zo vraagt Tarieven het
        return None


@dataclass(frozen=True, slots=True)
class Declaratieregels:
    """Wat een regelset over declareren zegt.

    ``niet_vergoed`` geeft per soort de bron; ``tarieven`` gelden als de declaratie er geen noemt.
    ``rapportage_per_periode``: de grens geldt voor alle declaraties van de periode samen.
    """

    regelset: str
    plafond: Bron
    accorderen: Bron
    niet_vergoed: Mapping[NietVergoed, Bron]
    rapportage_ten_hoogste: Duur
    rapportage_bron: Bron
    tarief: Bron
    tarieven: Tarieven
    btw: Bron
    rapportage_per_periode: bool = False
