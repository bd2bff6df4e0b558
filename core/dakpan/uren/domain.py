"""Eén regel uit het logboek, en wat een coach wel en niet mag schrijven."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from dakpan.begrippen.duur import Duur
from dakpan.plan.domain import Doel, Doelomschrijving

RAPPORTAGE_SCHRIJVEN = "opstellen_verantwoordingsrapportage"


class NietVergoed(StrEnum):
    """Wat iemand bij vergissing kan schrijven maar wat nooit wordt betaald."""

    REISTIJD = "reistijd"
    EIGEN_ADMINISTRATIE = "eigen_administratie"
    OVERDRACHT = "overdracht"
    SCHOLING = "scholing"
    INTERVISIE = "intervisie"
    BEMIDDELING_ANDER_WERK = "bemiddeling_ander_werk"


@dataclass(frozen=True, slots=True)
class Activiteit:
    """Wat deed de coach, wanneer, hoe lang en waarvoor?"""

    datum: date
    begin: time
    duur: Duur
    doel: Doel | NietVergoed
    activiteit: str = ""
    geaccordeerd: bool = False


@dataclass(frozen=True, slots=True)
class Activiteiten:
    """Waarvoor mag een coach schrijven, en wat wordt nooit betaald?"""

    doelen: tuple[Doelomschrijving, ...]
    niet_vergoed: tuple[NietVergoed, ...]
    hoofddoelen_ten_hoogste: int | None


@dataclass(frozen=True, slots=True)
class Groepsverdeling:
    """Hoeveel minuten krijgt elke deelnemer? Samen precies de hele duur."""

    delen: tuple[Duur, ...]
