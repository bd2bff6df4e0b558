"""De Uitvoeringsregels jobcoaching van de gemeente Staphorst.

Elke module is een onderwerp van het stuk; haar eerste regel noemt de paragraaf.
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
    groepsverdeling,
    hookimpl,
)
from dakpan_staphorst import (
    aanvraag,
    activiteiten,
    beoordelaar,
    betaalritme,
    dienstbetrekking,
    doelgroep,
    jobcoach,
    kenmerken,
    stukken,
    termijnen,
    uitstel,
    vergoeding_extern,
    vergoeding_gemeentelijk,
    vergoeding_intern,
    werkwijze,
)
from dakpan_staphorst import rapportage as rapporteren
from dakpan_staphorst.bronnen import REGELS
from dakpan_staphorst.declaratie import bereken_vergoeding
from dakpan_staphorst.plan import toets_plan
from dakpan_staphorst.tijdlijn import bereken_tijdlijn
from dakpan_staphorst.vervanging import bepaal_vervanging
from dakpan_staphorst.wijziging import bepaal_wijzigingstermijnen, na_wijzigingen


class Staphorst(Regelset):
    """De regels van de gemeente Staphorst."""

    pakket: ClassVar[str] = "dakpan_staphorst"

    @hookimpl
    def toets_aanspraak(self, dossier: Dossier, peildatum: date) -> list[Bevinding]:
        return [
            doelgroep.toets_verantwoordelijke(dossier),
            doelgroep.toets_doelgroep(dossier),
            doelgroep.meld_begeleidingsnoodzaak(),
            *dienstbetrekking.toets_dienstbetrekking(dossier),
            *jobcoach.toets_jobcoach(dossier),
            *aanvraag.toets_aanvraag(dossier, self.raadpleeg(peildatum)),
        ]

    @hookimpl
    def bereken_omvang(self, dossier: Dossier, peildatum: date) -> Berekening[Omvang]:
        match dossier.aanvraag.vorm:
            case Vorm.EXTERN:
                return vergoeding_extern.bereken_extern(dossier, self.raadpleeg(peildatum))
            case Vorm.INTERN:
                return vergoeding_intern.bereken_intern(dossier, self.raadpleeg(peildatum))
        return vergoeding_gemeentelijk.bereken_gemeentelijk(dossier)

    @hookimpl
    def bepaal_termijnen(self, dossier: Dossier) -> Berekening[Termijnen]:
        return termijnen.bepaal_termijnen(dossier)

    @hookimpl
    def bepaal_beoordelaar(self) -> Berekening[Beoordelaar]:
        return beoordelaar.bepaal_beoordelaar()

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
    def bepaal_rapportageplan(self, dossier: Dossier, periode: Periode) -> Berekening[Rapportageplan]:
        return rapporteren.bepaal_rapportageplan(dossier, periode)

    @hookimpl
    def toets_rapportage(self, rapportage: Rapportage, plicht: Rapportageplicht) -> list[Bevinding]:
        return rapporteren.toets_rapportage(rapportage, plicht)

    @hookimpl
    def bereken_vergoeding(self, declaratie: Declaratie) -> Berekening[Vergoeding]:
        return bereken_vergoeding(declaratie, self.parameters)

    @hookimpl
    def bereken_na_wijziging(
        self, dossier: Dossier, wijzigingen: Sequence[Wijziging], peildatum: date
    ) -> Berekening[Omvang]:
        return na_wijzigingen(dossier, wijzigingen, lambda: self.raadpleeg(peildatum))

    @hookimpl
    def bepaal_wijzigingstermijnen(self) -> Berekening[Termijnen]:
        return bepaal_wijzigingstermijnen()

    @hookimpl
    def bepaal_uitstelgronden(self) -> Berekening[Uitstelgronden]:
        return uitstel.bepaal_uitstelgronden()

    @hookimpl
    def bepaal_vervanging(self) -> Berekening[Vervanging]:
        return bepaal_vervanging()

    @hookimpl
    def bereken_tijdlijn(self, tijdlijn: Tijdlijn) -> Berekening[Telling]:
        return bereken_tijdlijn(tijdlijn)

    @hookimpl
    def verdeel_groep(self, duur: Duur, aantal: int) -> Berekening[Groepsverdeling]:
        """De uitvoeringsregels zwijgen over groepen; gekozen is gelijk, zodat de delen samen kloppen."""
        return groepsverdeling("staphorst", duur, aantal, REGELS.ontbreekt)

    @hookimpl
    def bepaal_betaalritme(self, dossier: Dossier) -> Berekening[Betaalritme]:
        return betaalritme.bepaal_betaalritme(dossier)

    @hookimpl
    def bepaal_kenmerken(self) -> Berekening[Kenmerken]:
        return kenmerken.bepaal_kenmerken()
