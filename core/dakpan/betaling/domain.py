"""Wat een organisatie in rekening brengt, en wat daarvan betaalbaar is."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.uren import Uren
from dakpan.uren.domain import Activiteit


class Declaratiesoort(StrEnum):
    """Tussentijds of aan het eind?"""

    REGULIER = "regulier"
    EIND = "eind"


@dataclass(frozen=True, slots=True)
class EerdereDeclaratie:
    """Wat is er voor deze toekenning al gedeclareerd?

    ``rapportage``: hoeveel daarvan aan de verantwoordingsrapportage is geschreven. Het loket weet dat; in het
    rekencontract staat het niet, en dan is het niets.
    """

    nummer: str
    soort: Declaratiesoort
    duur: Duur
    rapportage: Duur = GEEN_DUUR


@dataclass(frozen=True, slots=True)
class Tarief:
    """Welk uurtarief geldt vanaf welke dag, exclusief btw?"""

    vanaf: date
    tarief: Bedrag


@dataclass(frozen=True, slots=True)
class Declaratie:
    """Welke uren worden gedeclareerd? Zonder ``tarieven`` gelden die van de financier."""

    soort: Declaratiesoort
    declaratiedatum: date
    toegekend: Uren
    activiteiten: tuple[Activiteit, ...]
    eerder_gedeclareerd: tuple[EerdereDeclaratie, ...] = ()
    tarieven: tuple[Tarief, ...] | None = None
    btw_percentage: Percentage | None = None


@dataclass(frozen=True, slots=True)
class Jaardeel:
    """Hoeveel uren en geld in één kalenderjaar tegen één tarief?"""

    jaar: int
    uren: Uren
    tarief: Bedrag | None
    bedrag_excl: Bedrag | None


@dataclass(frozen=True, slots=True)
class Vergoeding:
    """Wat is er betaalbaar? Bedragen zijn leeg zolang een tarief ontbreekt."""

    totaal: Duur
    correctie: Duur
    declarabel: Duur
    resterend: Duur
    uren: Uren
    jaardelen: tuple[Jaardeel, ...]
    bedrag_excl: Bedrag | None
    btw: Bedrag | None
    bedrag_incl: Bedrag | None


@dataclass(frozen=True, slots=True)
class Betaalritme:
    """Wanneer betaalt de financier, aan wie, waarop, en komt er een factuur aan te pas?

    ``declaraties_ten_hoogste`` per periode; leeg is onbeperkt of niet in bron. ``terugvragen_werkdagen``: hoeveel
    werkdagen een organisatie heeft om een ingediende declaratie terug te vragen; leeg is niet in bron.
    """

    omschrijving: str
    aan: Partij
    per_kwartaal: bool
    achteraf: bool
    factuur: bool
    declaraties_ten_hoogste: int | None = None
    voorschot: Percentage | None = None
    terugvragen_werkdagen: int | None = None
