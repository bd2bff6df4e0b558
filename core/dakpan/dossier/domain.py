"""Welke stappen een zaak kan hebben; de regelset kiest welke ervan deze zaak heeft."""

from dataclasses import dataclass
from enum import StrEnum

from dakpan.aanvraag.domain.stukken import Partij


class Zaakstap(StrEnum):
    """Alle stappen die de straat kent. De kern kent ze; de regelset kiest en ordent ze.

    Aanvullen staat in geen werkwijze: die stap is er alleen zolang er om aanvulling is gevraagd.
    """

    AANVRAAG = "aanvraag"
    ONDERTEKENING = "ondertekening"
    INDIENEN = "indienen"
    OFFERTEVERZOEK = "offerteverzoek"
    OFFERTE = "offerte"
    BEOORDELING = "beoordeling"
    AANVULLING = "aanvulling"
    BESLUIT = "besluit"
    OPDRACHT = "opdracht"
    UREN = "uren"
    ACCORDEREN = "accorderen"
    RAPPORTAGE = "rapportage"
    VERANTWOORDING = "verantwoording"
    DECLARATIE = "declaratie"
    FACTUUR = "factuur"
    BETALING = "betaling"
    VASTSTELLING = "vaststelling"


@dataclass(frozen=True, slots=True)
class Werkstap:
    """Wie opent deze stap, en welke stappen moeten er eerst klaar zijn?"""

    stap: Zaakstap
    opent: Partij
    na: tuple[Zaakstap, ...] = ()


@dataclass(frozen=True, slots=True)
class Werkwijze:
    """Welke stappen heeft deze zaak, op volgorde? Leeg: niet in bron, de financier vult het in."""

    stappen: tuple[Werkstap, ...]

    def __post_init__(self) -> None:
        eerder: set[Zaakstap] = set()
        for werkstap in self.stappen:
            if not eerder.issuperset(werkstap.na):
                raise ValueError(f"stap {werkstap.stap} wacht op een stap die er niet eerder staat")
            eerder.add(werkstap.stap)


class Onderwerp(StrEnum):
    """Waarop vergelijkt iemand financiers?"""

    DOELGROEP = "doelgroep"
    DIENSTVERBAND = "dienstverband"
    REGIMES = "begeleidingsregimes"
    BUDGET = "budget"
    TARIEF = "uurtarief"
    MAXIMALE_DUUR = "maximale duur"
    AANVRAAGTERMIJN = "aanvraagtermijn"
    BESLISTERMIJN = "beslistermijn"
    RAPPORTAGE = "rapportage"
    BETALING = "betaling"
