"""Alles wat er mis is met de invoer, bij elkaar."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Veldfout:
    """Welk veld, en wat is ermee? ``veld`` is het pad met punten, lijsten op volgnummer."""

    veld: str
    melding: str


class InvoerFout(Exception):
    """De invoer klopt niet. ``fouten`` noemt elk verkeerd veld."""

    def __init__(self, *fouten: Veldfout) -> None:
        super().__init__("; ".join(f"{fout.veld}: {fout.melding}" for fout in fouten))
        self.fouten = fouten


def fout_bij(veld: str, melding: str) -> InvoerFout:
    """Eén fout bij één veld."""
    return InvoerFout(Veldfout(veld, melding))


class Verzamelaar:
    """Laat elk onderdeel zijn fouten melden en stopt pas als alles is nagekeken."""

    def __init__(self) -> None:
        self._fouten: list[Veldfout] = []

    @contextmanager
    def luister(self) -> Iterator[None]:
        """Vangt de invoerfouten van dit onderdeel op en gaat verder."""
        try:
            yield
        except InvoerFout as fout:
            self._fouten += fout.fouten

    def stop_bij_fouten(self) -> None:
        """Geeft alle fouten in één keer terug, elk één keer."""
        if self._fouten:
            raise InvoerFout(*dict.fromkeys(self._fouten))
