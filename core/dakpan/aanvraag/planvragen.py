"""Welke onderdelen van een coachingsplan vraagt deze financier, en wat mankeert er nog aan?

De kern kent de onderdelen; of zij nodig zijn zegt de regelset, door een leeg plan af te keuren.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.domain.omvang import Eenheid, Omvang
from dakpan.aanvraag.domain.soorten import Regime
from dakpan.aanvraag.domain.stukken import VereisteStukken
from dakpan.dossier.domain import Werkwijze, Zaakstap
from dakpan.invoer.fouten import Veldfout
from dakpan.plan.coachingsplan.domain import Planinhoud
from dakpan.plan.coachingsplan.onderdelen import UIT_PLAN, als_teksten
from dakpan.plan.domain import Doel, Plan, Planonderdeel
from dakpan.regels.regels import Regels
from dakpan.uitleg.bevinding import Bevinding, Ernst

HOOFDDOELEN = "hoofddoelen"
_COACHINGSPLAN = "coachingsplan"
# Voor vragen waarbij het budget er niet toe doet.
GEEN_BUDGET = Omvang(Eenheid.EURO, Regime.MIDDEN, 1)


class Planvragen(NamedTuple):
    """Wat er in het plan wordt gevraagd. Leeg: deze financier vraagt hier geen plan.

    ``ten_hoogste``: zoveel hoofddoelen mogen het zijn; None: dat zegt de regelset niet.
    """

    onderdelen: tuple[Planonderdeel, ...] = ()
    hoofddoelen: bool = False
    ten_hoogste: int | None = None

    @property
    def naast_plan(self) -> "Planvragen":
        """Wat er nog als tekst te vragen is als doelen, activiteiten en uren in een uitgewerkt plan staan."""
        return Planvragen(tuple(een for een in self.onderdelen if een not in UIT_PLAN))


def planvragen(regels: Regels, peildatum: date) -> Planvragen:
    """Wat keurt de regelset af aan een leeg plan?"""
    namen = [plek_van(een) for een in blokkerend(regels.toets_plan(Plan({}), GEEN_BUDGET, peildatum))]
    onderdelen = tuple(Planonderdeel(naam) for naam in namen if naam in set(Planonderdeel))
    if HOOFDDOELEN not in namen:
        return Planvragen(onderdelen)
    ten_hoogste = regels.bepaal_activiteiten(peildatum).resultaat.hoofddoelen_ten_hoogste
    return Planvragen(onderdelen, hoofddoelen=True, ten_hoogste=ten_hoogste)


def vragen_bij_aanvraag(regels: Regels, dossier: Dossier, peildatum: date) -> Planvragen:
    """Hoort het plan bij de aanvraag zelf? Alleen zonder offerte, en als een van de stukken het plan is."""
    werkwijze = regels.bepaal_werkwijze(dossier, peildatum).resultaat
    stukken = regels.bepaal_vereiste_stukken(dossier, peildatum).resultaat
    if _heeft_offerte(werkwijze) or not _noemt_plan(stukken):
        return Planvragen()
    return planvragen(regels, peildatum)


def _heeft_offerte(werkwijze: Werkwijze) -> bool:
    return any(een.stap is Zaakstap.OFFERTE for een in werkwijze.stappen)


def _noemt_plan(stukken: VereisteStukken) -> bool:
    """Een eigen stuk, of een formulier dat de doelen van de coaching zelf bevat."""
    doelen = Planonderdeel.COACHINGSDOELEN.value
    return any(een.code == _COACHINGSPLAN or any(doelen in deel for deel in een.bevat) for een in stukken.stukken)


def maak_plan(teksten: Mapping[str, str], hoofddoelen: Iterable[str], uitgewerkt: Planinhoud | None = None) -> Plan:
    """Het plan zoals een regelset het toetst. Wat een uitgewerkt plan zelf zegt telt daar, en niet meer als tekst."""
    per_onderdeel = {Planonderdeel(naam): tekst for naam, tekst in teksten.items() if naam in set(Planonderdeel)}
    if uitgewerkt is None:
        return Plan(per_onderdeel, tuple(map(Doel, hoofddoelen)))
    ernaast = {onderdeel: tekst for onderdeel, tekst in per_onderdeel.items() if onderdeel not in UIT_PLAN}
    uren = uitgewerkt.uren if uitgewerkt.is_begroot else None
    return Plan(ernaast | als_teksten(uitgewerkt), uitgewerkt.soorten, uren)


def blokkerend(bevindingen: Iterable[Bevinding]) -> list[Bevinding]:
    return [een for een in bevindingen if een.ernst is Ernst.BLOKKEREND]


def plek_van(bevinding: Bevinding) -> str:
    """Waarover gaat deze bevinding? Het laatste deel van haar code."""
    return bevinding.code.rpartition(".")[2]


def bezwaren(bevindingen: Iterable[Bevinding]) -> tuple[Veldfout, ...]:
    """Elke blokkerende bevinding bij haar veld, met de bron erachter."""
    onderdelen = {onderdeel.value for onderdeel in Planonderdeel}
    return tuple(
        Veldfout(f"teksten.{plek}" if plek in onderdelen else plek, met_bron(een))
        for een in blokkerend(bevindingen)
        for plek in [plek_van(een)]
    )


def nog_te_vullen(gevraagd: Planvragen, bevindingen: Iterable[Bevinding]) -> tuple[Veldfout, ...]:
    """De bezwaren bij de vragen van het plan zelf, zonder wat over uren of geld gaat."""
    velden = {f"teksten.{een.value}" for een in gevraagd.onderdelen} | (
        {HOOFDDOELEN} if gevraagd.hoofddoelen else set()
    )
    return tuple(een for een in bezwaren(bevindingen) if een.veld in velden)


def met_bron(bevinding: Bevinding) -> str:
    """De zin met erachter waar het staat."""
    return f"{bevinding.tekst} ({bevinding.bron})"
