"""De afspraak van maart 2015 tussen de vier grote steden en UWV.

De afspraak noemt bedragen, regimes en duur; al het andere vult een stad zelf in of levert zij als eigen regelset.
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
    Werkwijze,
    Wijziging,
    groepsverdeling,
    hookimpl,
    stap,
)
from dakpan_g4 import (
    aanspraak,
    activiteiten,
    betaalritme,
    eigen_eisen,
    kenmerken,
    stukken,
    termijnen,
    uitstel,
    werkwijze,
)
from dakpan_g4 import rapportage as rapporteren
from dakpan_g4.bronnen import AFSPRAAK
from dakpan_g4.declaratie import bereken_vergoeding
from dakpan_g4.omvang import bereken_omvang
from dakpan_g4.plan import toets_plan
from dakpan_g4.tijdlijn import bereken_tijdlijn
from dakpan_g4.vervanging import bepaal_vervanging
from dakpan_g4.wijziging import bepaal_wijzigingstermijnen, na_wijzigingen


class G4(Regelset):
    """De afspraak van Amsterdam, Rotterdam, Den Haag en Utrecht."""

    pakket: ClassVar[str] = "dakpan_g4"

    @hookimpl
    def toets_aanspraak(self, dossier: Dossier, peildatum: date) -> list[Bevinding]:
        eigen = eigen_eisen.toets_eigen_eisen(dossier, self.raadpleeg(peildatum))
        return [*aanspraak.toets_aanspraak(dossier), *eigen]

    @hookimpl
    def bereken_omvang(self, dossier: Dossier, peildatum: date) -> Berekening[Omvang]:
        return bereken_omvang(dossier, self.raadpleeg(peildatum))

    @hookimpl
    def bepaal_termijnen(self, dossier: Dossier, peildatum: date) -> Berekening[Termijnen]:
        return termijnen.bepaal_termijnen(dossier, self.raadpleeg(peildatum))

    @hookimpl
    def bepaal_beoordelaar(self) -> Berekening[Beoordelaar]:
        wie = Beoordelaar.WERKCONSULENT
        zin = "De gemeente beoordeelt; wie precies is aan de stad"
        return Berekening(wie, (stap("g4.beoordelaar", zin, uitkomst=wie.value, bron=AFSPRAAK.afgeleid),))

    @hookimpl
    def bepaal_werkwijze(self, dossier: Dossier, peildatum: date) -> Berekening[Werkwijze]:
        return werkwijze.bepaal_werkwijze(dossier, self.raadpleeg(peildatum))

    @hookimpl
    def bepaal_vereiste_stukken(self, peildatum: date) -> Berekening[VereisteStukken]:
        return stukken.bepaal_stukken(self.raadpleeg(peildatum))

    @hookimpl
    def toets_plan(self, plan: Plan, omvang: Omvang) -> list[Bevinding]:
        return toets_plan(plan, omvang)

    @hookimpl
    def bepaal_activiteiten(self) -> Berekening[Activiteiten]:
        return activiteiten.bepaal_activiteiten()

    @hookimpl
    def bepaal_rapportageplan(self, periode: Periode) -> Berekening[Rapportageplan]:
        return rapporteren.bepaal_rapportageplan(periode, self.raadpleeg(periode.begin))

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
        """De afspraak zwijgt over groepen; gekozen is gelijk, zodat de delen samen kloppen."""
        return groepsverdeling("g4", duur, aantal, AFSPRAAK.ontbreekt)

    @hookimpl
    def bepaal_betaalritme(self, dossier: Dossier) -> Berekening[Betaalritme]:
        return betaalritme.bepaal_betaalritme(dossier, self.raadpleeg(dossier.aanvraag.begin))

    @hookimpl
    def bepaal_kenmerken(self, peildatum: date) -> Berekening[Kenmerken]:
        return kenmerken.bepaal_kenmerken(self.raadpleeg(peildatum))
