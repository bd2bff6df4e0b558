"""De vragen aan één regelset, getypeerd. De enige plek die ``pm.hook`` aanraakt."""

from collections.abc import Sequence
from datetime import date
from inspect import isfunction, signature
from pathlib import Path
from traceback import walk_tb
from typing import TypeVar

import pluggy

from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.domain.omvang import Omvang, Wijziging
from dakpan.aanvraag.domain.stukken import VereisteStukken
from dakpan.aanvraag.domain.termijn import Beoordelaar, Termijnen
from dakpan.aanvraag.domain.tijdlijn import Telling, Tijdlijn
from dakpan.aanvraag.domain.uitstel import Uitstelgronden
from dakpan.aanvraag.domain.vervanging import Vervanging
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.fouten import OngeldigeWaarde
from dakpan.begrippen.periode import Periode
from dakpan.betaling.domain import Betaalritme, Declaratie, Vergoeding
from dakpan.dossier.domain import Werkwijze
from dakpan.invoer.raad import bedoelde_u
from dakpan.plan.domain import Plan
from dakpan.rapportage.domain import Rapportage, Rapportageplan, Rapportageplicht
from dakpan.regels.fouten import GeenRegel, OngeldigAntwoord, OngeldigeRegelset, Regelfout
from dakpan.regels.hookspecs import PROJECT, Vragen
from dakpan.regels.kenmerken import Kenmerken
from dakpan.regels.parameters.parameters import Parameters
from dakpan.regels.regelset import Regelset
from dakpan.uitleg.berekening import Berekening
from dakpan.uitleg.bevinding import Bevinding
from dakpan.uren.domain import Activiteiten, Groepsverdeling

X = TypeVar("X")
MEESTE_DAGEN = 1_000


class Regels:
    """Wat zegt de regelset van deze financier? Elk antwoord is getoetst op zijn soort."""

    def __init__(self, regelset: Regelset) -> None:
        self.parameters: Parameters = regelset.parameters
        self._pakket = type(regelset).__module__.partition(".")[0]
        manager = pluggy.PluginManager(PROJECT)
        manager.add_hookspecs(Vragen)
        try:
            manager.register(regelset, name=self.naam)
            manager.check_pending()
        except pluggy.PluginValidationError as fout:
            raise OngeldigeRegelset(
                f"regelset '{self.naam}': onbekende hook of argument: {_vergissing(regelset, fout)} Zie docs/hooks.md"
            ) from fout
        self._hook = manager.hook
        self._activiteiten: dict[date, Berekening[Activiteiten]] = {}

    @property
    def naam(self) -> str:
        return self.parameters.regelset

    @property
    def versie(self) -> str:
        return self.parameters.versie

    def toets_aanspraak(self, dossier: Dossier, peildatum: date) -> list[Bevinding]:
        return self._allen("toets_aanspraak", dossier=dossier, peildatum=peildatum)

    def bereken_omvang(self, dossier: Dossier, peildatum: date) -> Berekening[Omvang]:
        return self._een("bereken_omvang", Omvang, dossier=dossier, peildatum=peildatum)

    def bepaal_termijnen(self, dossier: Dossier, peildatum: date) -> Berekening[Termijnen]:
        return self._een("bepaal_termijnen", Termijnen, dossier=dossier, peildatum=peildatum)

    def bepaal_beoordelaar(self, dossier: Dossier, peildatum: date) -> Berekening[Beoordelaar]:
        return self._een("bepaal_beoordelaar", Beoordelaar, dossier=dossier, peildatum=peildatum)

    def bepaal_werkwijze(self, dossier: Dossier, peildatum: date) -> Berekening[Werkwijze]:
        return self._een("bepaal_werkwijze", Werkwijze, dossier=dossier, peildatum=peildatum)

    def bepaal_vereiste_stukken(self, dossier: Dossier, peildatum: date) -> Berekening[VereisteStukken]:
        return self._een("bepaal_vereiste_stukken", VereisteStukken, dossier=dossier, peildatum=peildatum)

    def toets_plan(self, plan: Plan, omvang: Omvang, peildatum: date) -> list[Bevinding]:
        return self._allen("toets_plan", plan=plan, omvang=omvang, peildatum=peildatum)

    def bepaal_activiteiten(self, peildatum: date) -> Berekening[Activiteiten]:
        """Wie schrijft vraagt dit elke keer, en op een dag is het antwoord steeds hetzelfde: het blijft bewaard."""
        bekend = self._activiteiten.get(peildatum)
        if bekend is None:
            bekend = self._een("bepaal_activiteiten", Activiteiten, peildatum=peildatum)
            if len(self._activiteiten) >= MEESTE_DAGEN:
                self._activiteiten.clear()
            self._activiteiten[peildatum] = bekend
        return bekend

    def bepaal_rapportageplan(self, dossier: Dossier, periode: Periode) -> Berekening[Rapportageplan]:
        return self._een("bepaal_rapportageplan", Rapportageplan, dossier=dossier, periode=periode)

    def toets_rapportage(self, rapportage: Rapportage, plicht: Rapportageplicht, peildatum: date) -> list[Bevinding]:
        return self._allen("toets_rapportage", rapportage=rapportage, plicht=plicht, peildatum=peildatum)

    def bereken_vergoeding(self, declaratie: Declaratie, peildatum: date) -> Berekening[Vergoeding]:
        return self._een("bereken_vergoeding", Vergoeding, declaratie=declaratie, peildatum=peildatum)

    def bereken_na_wijziging(
        self, dossier: Dossier, wijzigingen: Sequence[Wijziging], peildatum: date
    ) -> Berekening[Omvang]:
        gegevens = {"dossier": dossier, "wijzigingen": wijzigingen, "peildatum": peildatum}
        return self._een("bereken_na_wijziging", Omvang, **gegevens)

    def bepaal_wijzigingstermijnen(
        self, dossier: Dossier, ingangsdatum: date, gemeld_op: date
    ) -> Berekening[Termijnen]:
        dagen = {"ingangsdatum": ingangsdatum, "gemeld_op": gemeld_op}
        return self._een("bepaal_wijzigingstermijnen", Termijnen, dossier=dossier, **dagen)

    def bepaal_uitstelgronden(self, dossier: Dossier, peildatum: date) -> Berekening[Uitstelgronden]:
        return self._een("bepaal_uitstelgronden", Uitstelgronden, dossier=dossier, peildatum=peildatum)

    def bepaal_vervanging(self, dossier: Dossier, peildatum: date) -> Berekening[Vervanging]:
        return self._een("bepaal_vervanging", Vervanging, dossier=dossier, peildatum=peildatum)

    def bereken_tijdlijn(self, tijdlijn: Tijdlijn, peildatum: date) -> Berekening[Telling]:
        return self._een("bereken_tijdlijn", Telling, tijdlijn=tijdlijn, peildatum=peildatum)

    def verdeel_groep(self, duur: Duur, aantal: int) -> Berekening[Groepsverdeling]:
        """Een groep die niet bestaat (geen deelnemers) is een fout van wie het vraagt, niet van de regelset."""
        try:
            return self._een("verdeel_groep", Groepsverdeling, duur=duur, aantal=aantal)
        except OngeldigAntwoord as fout:
            if isinstance(fout.__cause__, OngeldigeWaarde):
                raise fout.__cause__ from None
            raise

    def bepaal_betaalritme(self, dossier: Dossier) -> Berekening[Betaalritme]:
        return self._een("bepaal_betaalritme", Betaalritme, dossier=dossier)

    def bepaal_kenmerken(self, peildatum: date) -> Berekening[Kenmerken]:
        return self._een("bepaal_kenmerken", Kenmerken, peildatum=peildatum)

    def _een(self, vraag: str, soort: type[X], **gegevens: object) -> Berekening[X]:
        try:
            antwoord = getattr(self._hook, vraag)(**gegevens)
        except Regelfout:
            raise
        except Exception as fout:
            raise self._vastgelopen(vraag, fout) from fout
        if antwoord is None:
            raise GeenRegel(self.naam, vraag)
        if not isinstance(antwoord, Berekening) or not isinstance(antwoord.resultaat, soort):
            raise OngeldigAntwoord(f"regelset '{self.naam}' geeft op '{vraag}' geen Berekening met {soort.__name__}")
        return antwoord

    def _allen(self, vraag: str, **gegevens: object) -> list[Bevinding]:
        bevindingen: list[Bevinding] = []
        try:
            antwoorden = getattr(self._hook, vraag)(**gegevens)
        except Regelfout:
            raise
        except Exception as fout:
            raise self._vastgelopen(vraag, fout) from fout
        for antwoord in antwoorden:
            if not isinstance(antwoord, list) or [b for b in antwoord if type(b) is not Bevinding or not b.sjabloon]:
                raise OngeldigAntwoord(f"regelset '{self.naam}' geeft op '{vraag}' geen lijst bevindingen met een zin")
            bevindingen += antwoord
        return bevindingen

    def _vastgelopen(self, vraag: str, fout: Exception) -> OngeldigAntwoord:
        """Een fout in de code van de regelset, met de laatste regel van haar eigen pakket."""
        eigen = (
            f" in {Path(kader.f_code.co_filename).name}, regel {regel}"
            for kader, regel in walk_tb(fout.__traceback__)
            if kader.f_globals.get("__name__", "").partition(".")[0] == self._pakket
        )
        *_, waar = ("", *eigen)
        return OngeldigAntwoord(
            f"regelset '{self.naam}' loopt vast op '{vraag}'{waar}: {type(fout).__name__}: {fout}; herstel de regelset"
        )


def _vergissing(regelset: Regelset, fout: pluggy.PluginValidationError) -> str:
    """Welke hook of welk argument bestaat niet, en wat leek erop?"""
    vragen = {naam: signature(vraag).parameters for naam, vraag in vars(Vragen).items() if isfunction(vraag)}
    for naam in dir(regelset):
        hook = getattr(regelset, naam)
        if not hasattr(hook, f"{PROJECT}_impl"):
            continue
        if naam not in vragen:
            return f"'{naam}'; {bedoelde_u(naam, vragen)}"
        bekend = [argument for argument in vragen[naam] if argument != "self"]
        for argument in signature(hook).parameters:
            if argument not in bekend:
                return f"'{argument}' van '{naam}'; {bedoelde_u(argument, bekend)}"
    return str(fout)
