"""Eén opdracht aan de bank: wie betaalt op welke dag wat aan wie. De teksten staan al in SEPA-tekens."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from stdnum import bic as _bic

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.nummers import Iban, Nummer


@dataclass(frozen=True, slots=True, order=True)
class Bic(Nummer):
    """De code van een bank volgens ISO 9362: 8 of 11 tekens."""

    patroon: ClassVar[str] = r"[A-Z0-9]{8}(?:[A-Z0-9]{3})?"
    eis: ClassVar[str] = "dit is geen geldige BIC: schrijf 8 of 11 tekens, zoals ABNANL2A"

    @staticmethod
    def klopt(nummer: str) -> bool:
        return bool(_bic.is_valid(nummer))


@dataclass(frozen=True, slots=True)
class Betaler:
    """Van welke rekening gaat het geld af? Zonder ``bic`` zoekt de bank die zelf op."""

    naam: str
    iban: Iban
    bic: Bic | None = None


@dataclass(frozen=True, slots=True)
class Betaling:
    """Hoeveel gaat er naar wie? ``kenmerk`` komt op beide afschriften en is uniek binnen de opdracht."""

    kenmerk: str
    naam: str
    iban: Iban
    bedrag: Bedrag
    omschrijving: str | None = None


@dataclass(frozen=True, slots=True)
class Betaalopdracht:
    """Welke betalingen voert de bank op één dag uit?"""

    bericht_id: str
    uitvoeringsdatum: date
    betaler: Betaler
    betalingen: tuple[Betaling, ...]

    @property
    def aantal(self) -> int:
        return len(self.betalingen)

    @property
    def totaal(self) -> Bedrag:
        """De controlesom: alle bedragen bij elkaar."""
        return sum((betaling.bedrag for betaling in self.betalingen), NUL_EURO)
