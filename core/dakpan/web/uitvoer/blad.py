"""Eén tabel om mee te nemen, los van de vorm van het bestand."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.uren import Uren

# Geld en uren blijven in een rekenblad getallen om mee te rekenen; ``None`` is een lege cel.
Waarde = str | int | date | Bedrag | Uren | None

# Wat in geen enkel rekenblad mag staan: stuurtekens en halve tekens.
_KAN_NIET = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Blad:
    """Een naam, een rij koppen, en regels die één voor één komen: nooit de hele lijst in het geheugen."""

    naam: str
    koppen: Sequence[str]
    regels: Iterable[Sequence[Waarde]]


def als_tekst(waarde: str) -> str:
    """De tekst zonder tekens die een rekenblad onleesbaar maken."""
    return _KAN_NIET.sub("", waarde)
