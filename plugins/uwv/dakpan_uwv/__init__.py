"""UWV: jobcoaching volgens het Protocol Jobcoach en het Protocol Interne Jobcoach.

Elk onderwerp heeft zijn eigen module; deze klasse wijst alleen de weg.
"""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from dakpan.pluginkit import (
    Activiteiten,
    Beoordelaar,
    Berekening,
    Betaalritme,
    Bevinding,
    Declaratie,
    Dossier,
    Duur,
    Groepsverdeling,
    Kenmerken,
    Omvang,
    Periode,
    Plan,
    Rapportage,
    Rapportageplan,
    Rapportageplicht,
    Regelset,
    Telling,
    Termijnen,
    Tijdlijn,
    Uitstelgronden,
    VereisteStukken,
    Vergoeding,
    Vervanging,
    Vorm,
    Werkwijze,
    Wijziging,
    hookimpl,
)
from dakpan_uwv import (
    aanvraag,
    activiteiten,
    beoordelaar,
    betaalritme,
    dienstverband,
    doelgroep,
    groep,
    kenmerken,
    omvang_intern,
    proefplaatsing,
    stukken,
    termijnen,
    uitstel,
    vergoeding,
    verlenging,
    vervanging,
    werkwijze,
    wijziging_ingang,
    wijziging_intern,
)
from dakpan_uwv import rapportage as verantwoording
from dakpan_uwv.omvang import bereken_extern
from dakpan_uwv.plan import toets_plan
from dakpan_uwv.tijdlijn import bereken_tijdlijn
from dakpan_uwv.wijziging import na_wijziging_extern


class Uwv(Regelset):
    """De regels van UWV."""

    pakket: ClassVar[str] = "dakpan_uwv"

    @hookimpl
    def toets_aanspraak(self, dossier: Dossier) -> list[Bevinding]:
        return [
            doelgroep.toets_verantwoordelijke(dossier),
            doelgroep.toets_doelgroep(dossier),
            *dienstverband.toets_dienstverband(dossier),
            *aanvraag.toets_aanvraag(dossier),
        ]

    @hookimpl
    def bereken_omvang(self, dossier: Dossier, peildatum: date) -> Berekening[Omvang]:
        parameters = self.raadpleeg(peildatum)
        if dossier.aanvraag.vorm is Vorm.INTERN:
            return omvang_intern.bereken_intern(dossier, parameters)
        if proefplaatsing.heeft_vaste_uren(dossier, peildatum):
            return proefplaatsing.bereken_vaste_uren(dossier, parameters)
        return bereken_extern(dossier, parameters)

    @hookimpl
    def bepaal_termijnen(self, dossier: Dossier) -> Berekening[Termijnen]:
        return termijnen.bepaal_termijnen(dossier)

    @hookimpl
    def bepaal_beoordelaar(self, dossier: Dossier) -> Berekening[Beoordelaar]:
        return beoordelaar.bepaal_beoordelaar(dossier)

    @hookimpl
    def bepaal_werkwijze(self, dossier: Dossier) -> Berekening[Werkwijze]:
        return werkwijze.bepaal_werkwijze(dossier)

    @hookimpl
    def bepaal_vereiste_stukken(self, dossier: Dossier) -> Berekening[VereisteStukken]:
        return stukken.bepaal_stukken(dossier)

    @hookimpl
    def toets_plan(self, plan: Plan, omvang: Omvang) -> list[Bevinding]:
        return toets_plan(plan, omvang)

    @hookimpl
    def bepaal_activiteiten(self) -> Berekening[Activiteiten]:
        return activiteiten.bepaal_activiteiten()

    @hookimpl
    def bepaal_rapportageplan(self, periode: Periode) -> Berekening[Rapportageplan]:
        return verantwoording.bepaal_rapportageplan(periode)

    @hookimpl
    def toets_rapportage(self, rapportage: Rapportage, plicht: Rapportageplicht) -> list[Bevinding]:
        return verantwoording.toets_rapportage(rapportage, plicht)

    @hookimpl
    def bereken_vergoeding(self, declaratie: Declaratie) -> Berekening[Vergoeding]:
        return vergoeding.bereken_vergoeding(declaratie, self.parameters)

    @hookimpl
    def bereken_na_wijziging(
        self, dossier: Dossier, wijzigingen: Sequence[Wijziging], peildatum: date
    ) -> Berekening[Omvang]:
        return self._na(dossier, tuple(wijzigingen), peildatum)

    def _na(self, dossier: Dossier, wijzigingen: tuple[Wijziging, ...], peildatum: date) -> Berekening[Omvang]:
        """Eerst duurt de proefplaatsing langer; over de hele periode telt dan wat er verder verandert."""
        for nummer, een in enumerate(wijzigingen):
            if een.tot_en_met is not None:
                langer = verlenging.langer(dossier, een.tot_en_met)
                verder = self._na(langer, wijzigingen[:nummer] + wijzigingen[nummer + 1 :], peildatum)
                return verlenging.na_verlenging(dossier, een, verder)
        if not wijzigingen:
            return self.bereken_omvang(dossier, peildatum)
        if dossier.aanvraag.vorm is Vorm.INTERN:
            return wijziging_intern.na_wijziging_intern(dossier, wijzigingen, self.raadpleeg(peildatum))
        if proefplaatsing.heeft_vaste_uren(dossier, peildatum):
            return proefplaatsing.na_wijziging(dossier, self.raadpleeg(peildatum))
        return na_wijziging_extern(dossier, wijzigingen, self.raadpleeg(peildatum))

    @hookimpl
    def bepaal_wijzigingstermijnen(
        self, dossier: Dossier, ingangsdatum: date, gemeld_op: date
    ) -> Berekening[Termijnen]:
        return wijziging_ingang.bepaal_wijzigingstermijnen(dossier, ingangsdatum, gemeld_op)

    @hookimpl
    def bepaal_uitstelgronden(self) -> Berekening[Uitstelgronden]:
        return uitstel.bepaal_uitstelgronden()

    @hookimpl
    def bepaal_vervanging(self, dossier: Dossier) -> Berekening[Vervanging]:
        return vervanging.bepaal_vervanging(dossier)

    @hookimpl
    def bereken_tijdlijn(self, tijdlijn: Tijdlijn, peildatum: date) -> Berekening[Telling]:
        return bereken_tijdlijn(tijdlijn, peildatum)

    @hookimpl
    def verdeel_groep(self, duur: Duur, aantal: int) -> Berekening[Groepsverdeling]:
        return groep.verdeel_groep(duur, aantal)

    @hookimpl
    def bepaal_betaalritme(self, dossier: Dossier) -> Berekening[Betaalritme]:
        return betaalritme.bepaal_betaalritme(dossier)

    @hookimpl
    def bepaal_kenmerken(self) -> Berekening[Kenmerken]:
        return kenmerken.bepaal_kenmerken()
