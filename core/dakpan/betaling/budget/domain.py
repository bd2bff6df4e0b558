"""Wat legt een toekenning vast, en in welk jaar telt dat? Zonder opslag."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from dakpan.begrippen.afronding import half_omhoog, naar_beneden
from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.periode import Periode
from dakpan.begrippen.uren import Uren

ZONDER = ""  # de kostenplaats van wie er geen heeft


class Jaarwijze(StrEnum):
    """In welk begrotingsjaar telt een toekenning die over twee jaren loopt? De financier kiest."""

    EERSTE_DAG = "eerste_dag"
    BESLUIT = "besluit"
    DAGEN = "dagen"


class Toegekend(NamedTuple):
    """Wat een besluit toekent; het tarief is zonder btw."""

    bedrag: Bedrag | None
    uren: Uren | None
    tarief: Bedrag | None
    periode: Periode

    @property
    def waarde(self) -> Bedrag | None:
        """Hoeveel geld is dat, op de cent half omhoog? None: de uren of het tarief zijn niet in bron."""
        if self.bedrag is not None:
            return self.bedrag
        if self.uren is None or self.tarief is None:
            return None
        return self.tarief.keer(self.uren.exact, half_omhoog)


def per_jaar(toegekend: Toegekend, besloten_in: int, wijze: Jaarwijze | None) -> Mapping[int, Bedrag | None]:
    """Hoeveel legt dit per begrotingsjaar vast? Zonder keuze telt het jaar van de eerste dag."""
    waarde, begin = toegekend.waarde, toegekend.periode.begin
    if wijze is Jaarwijze.DAGEN and waarde is not None:
        return _naar_dagen(waarde, toegekend.periode)
    return {besloten_in if wijze is Jaarwijze.BESLUIT else begin.year: waarde}


def _naar_dagen(waarde: Bedrag, periode: Periode) -> dict[int, Bedrag]:
    """Naar dagen; wat er tot en met een jaar is gaat naar beneden op de cent, zodat de delen samen het geheel zijn."""
    delen, eerder = {}, NUL_EURO
    for jaar in range(periode.begin.year, periode.eind.year + 1):
        tot = Periode(periode.begin, min(periode.eind, date(jaar, 12, 31)))
        samen = waarde.keer(Fraction(tot.dagen, periode.dagen), naar_beneden)
        delen[jaar], eerder = samen - eerder, samen
    return delen
