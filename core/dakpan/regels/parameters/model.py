"""Eén parameter: een reeks gedateerde waarden, luid buiten haar bereik."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.uren import Uren
from dakpan.uitleg.bron import Bron
from dakpan.uitleg.waarde import Waarde

Getal = Bedrag | Percentage | Uren | int | tuple[str, ...]


class Soort(StrEnum):
    """Wat voor waarde heeft de parameter?"""

    BEDRAG = "bedrag"
    PERCENTAGE = "percentage"
    UREN = "uren"
    AANTAL = "aantal"
    KEUZE = "keuze"


@dataclass(frozen=True, slots=True)
class Reeks:
    """De waarden van één sleutel op volgorde van datum, zonder dubbele datum."""

    waarden: tuple[Waarde[Getal], ...]

    def op(self, dag: date) -> Waarde[Getal] | None:
        """Welke waarde geldt op deze dag? None buiten het bereik: er wordt nooit een waarde aangenomen."""
        plaats = bisect_right(self.waarden, dag, key=_vanaf)
        if plaats == 0:
            return None
        gevonden = self.waarden[plaats - 1]
        return None if gevonden.tot_en_met is not None and dag > gevonden.tot_en_met else gevonden


def _vanaf(waarde: Waarde[Getal]) -> date:
    return waarde.vanaf


Sleutel = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parameter:
    """Een naam met een of meer sleutels (zoals regime en jaar), elk met een reeks.

    ``gemis``: de bron die zegt waarom er soms niets staat. ``toegestaan``: waaruit een keuze mag kiezen.
    """

    naam: str
    titel: str
    soort: Soort
    eenheid: str
    gemis: Bron
    reeksen: Mapping[Sleutel, Reeks]
    indexdata: tuple[tuple[int, int], ...] = ()
    toegestaan: tuple[str, ...] = ()

    def op(self, sleutel: Sleutel, dag: date) -> Waarde[Getal] | None:
        """Welke waarde heeft deze sleutel op deze dag? None: niet in bron."""
        reeks = self.reeksen.get(sleutel)
        return reeks.op(dag) if reeks is not None else None


def eerste_index_na(vanaf: date, indexdata: tuple[tuple[int, int], ...]) -> date | None:
    """Op welke dag had deze waarde voor het eerst geïndexeerd moeten zijn?"""
    mogelijk = [date(jaar, maand, dag) for jaar in (vanaf.year, vanaf.year + 1) for maand, dag in indexdata]
    return min((dag for dag in mogelijk if dag > vanaf), default=None)
