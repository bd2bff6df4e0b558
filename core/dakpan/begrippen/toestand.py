"""Toestanden en overgangen: wat kan er nu, en wat moet er eerst gebeuren?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T", bound=StrEnum)


class KanNiet(Exception):
    """Dit kan nu niet. De tekst zegt wat er eerst moet gebeuren."""


@dataclass(frozen=True, slots=True)
class Overgang(Generic[T]):
    """Vanuit welke toestanden, naar welke, en wat moet er eerst als het nog niet kan?

    ``voorbij``: wat er te zeggen is vanuit een toestand waarin het niet meer kan, zoals bij een tweede klik.
    """

    van: tuple[T, ...]
    naar: T
    eerst: str
    voorbij: Mapping[T, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Toestanden(Generic[T]):
    """Alle overgangen van één soort ding, in één leesbare tabel."""

    overgangen: Mapping[str, Overgang[T]]

    def kan(self, nu: T, handeling: str) -> bool:
        return nu in self.overgangen[handeling].van

    def na(self, nu: T, handeling: str) -> T:
        """De toestand na deze handeling; ``KanNiet`` als dat nu niet kan."""
        overgang = self.overgangen[handeling]
        if nu not in overgang.van:
            raise KanNiet(overgang.voorbij.get(nu, overgang.eerst))
        return overgang.naar
