"""De vragen aan één regelset, getypeerd. De enige plek die ``pm.hook`` aanraakt."""

from datetime import date
from typing import TypeVar

import pluggy

from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.domain.omvang import Omvang, Wijziging
from dakpan.aanvraag.domain.stukken import VereisteStukken
from dakpan.aanvraag.domain.termijn import Beoordelaar, Termijnen
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.periode import Periode
from dakpan.betaling.domain import Betaalritme, Declaratie, Vergoeding
from dakpan.dossier.domain import Werkwijze
from dakpan.plan.domain import Plan
from dakpan.rapportage.domain import Rapportage, Rapportageplan, Rapportageplicht
from dakpan.regels.fouten import GeenRegel, OngeldigAntwoord, OngeldigeRegelset
from dakpan.regels.hookspecs import PROJECT, Vragen
from dakpan.regels.kenmerken import Kenmerken
from dakpan.regels.parameters.parameters import Parameters
from dakpan.regels.regelset import Regelset
from dakpan.uitleg.berekening import Berekening
from dakpan.uitleg.bevinding import Bevinding
from dakpan.uren.domain import Activiteiten, Groepsverdeling

X = TypeVar("X")


class Regels:
    """Wat zegt de regelset van deze financier? Elk antwoord is getoetst op zijn soort."""

    def __init__(self, regelset: Regelset) -> None:
        self.parameters: Parameters = regelset.parameters
        manager = pluggy.PluginManager(PROJECT)
        manager.add_hookspecs(Vragen)
        try:
            manager.register(regelset, name=self.naam)
            manager.check_pending()
        except pluggy.PluginValidationError as fout:
            raise OngeldigeRegelset(
                f"regelset '{self.naam}': onbekende hook of argument: {fout}; zie docs/hooks.md"
            ) from fout
        self._hook = manager.hook

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
        return self._een("bepaal_activiteiten", Activiteiten, peildatum=peildatum)

    def bepaal_rapportageplan(self, dossier: Dossier, periode: Periode) -> Berekening[Rapportageplan]:
        return self._een("bepaal_rapportageplan", Rapportageplan, dossier=dossier, periode=periode)

    def toets_rapportage(self, rapportage: Rapportage, plicht: Rapportageplicht, peildatum: date) -> list[Bevinding]:
        return self._allen("toets_rapportage", rapportage=rapportage, plicht=plicht, peildatum=peildatum)

    def bereken_vergoeding(self, declaratie: Declaratie, peildatum: date) -> Berekening[Vergoeding]:
        return self._een("bereken_vergoeding", Vergoeding, declaratie=declaratie, peildatum=peildatum)

    def bereken_na_wijziging(self, dossier: Dossier, wijziging: Wijziging, peildatum: date) -> Berekening[Omvang]:
        return self._een("bereken_na_wijziging", Omvang, dossier=dossier, wijziging=wijziging, peildatum=peildatum)

    def verdeel_groep(self, duur: Duur, aantal: int) -> Berekening[Groepsverdeling]:
        return self._een("verdeel_groep", Groepsverdeling, duur=duur, aantal=aantal)

    def bepaal_betaalritme(self, dossier: Dossier) -> Berekening[Betaalritme]:
        return self._een("bepaal_betaalritme", Betaalritme, dossier=dossier)

    def bepaal_kenmerken(self, peildatum: date) -> Berekening[Kenmerken]:
        return self._een("bepaal_kenmerken", Kenmerken, peildatum=peildatum)

    def _een(self, vraag: str, soort: type[X], **gegevens: object) -> Berekening[X]:
        antwoord = getattr(self._hook, vraag)(**gegevens)
        if antwoord is None:
            raise GeenRegel(self.naam, vraag)
        if not isinstance(antwoord, Berekening) or not isinstance(antwoord.resultaat, soort):
            raise OngeldigAntwoord(f"regelset '{self.naam}' geeft op '{vraag}' geen Berekening met {soort.__name__}")
        return antwoord

    def _allen(self, vraag: str, **gegevens: object) -> list[Bevinding]:
        bevindingen: list[Bevinding] = []
        for antwoord in getattr(self._hook, vraag)(**gegevens):
            if not isinstance(antwoord, list) or not set(map(type, antwoord)) <= {Bevinding}:
                raise OngeldigAntwoord(f"regelset '{self.naam}' geeft op '{vraag}' geen lijst bevindingen")
            bevindingen += antwoord
        return bevindingen
