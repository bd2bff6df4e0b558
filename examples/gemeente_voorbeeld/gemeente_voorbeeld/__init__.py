"""Gemeente Voorbeeld: een verzonnen gemeente met een eigen regelset, om na te maken.

Elk onderwerp heeft zijn eigen module; deze klasse wijst alleen de weg.
"""

from datetime import date
from typing import ClassVar

from dakpan.pluginkit import (
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
    Regelset,
    Termijnen,
    Vergoeding,
    Werkwijze,
    hookimpl,
)
from gemeente_voorbeeld import aanspraak, betaling, kenmerken, omvang, termijnen, werkwijze


class Voorbeeld(Regelset):
    """De regels van gemeente Voorbeeld."""

    pakket: ClassVar[str] = "gemeente_voorbeeld"

    @hookimpl
    def toets_aanspraak(self, dossier: Dossier) -> list[Bevinding]:
        return aanspraak.toets_aanspraak(dossier)

    @hookimpl
    def bereken_omvang(self, dossier: Dossier, peildatum: date) -> Berekening[Omvang]:
        return omvang.bereken_omvang(dossier, self.raadpleeg(peildatum))

    @hookimpl
    def bepaal_termijnen(self, dossier: Dossier) -> Berekening[Termijnen]:
        return termijnen.bepaal_termijnen(dossier)

    @hookimpl
    def bepaal_beoordelaar(self) -> Berekening[Beoordelaar]:
        return werkwijze.bepaal_beoordelaar()

    @hookimpl
    def bepaal_werkwijze(self) -> Berekening[Werkwijze]:
        return werkwijze.bepaal_werkwijze()

    @hookimpl
    def bereken_vergoeding(self, declaratie: Declaratie) -> Berekening[Vergoeding]:
        return betaling.bereken_vergoeding(declaratie, self.parameters)

    @hookimpl
    def verdeel_groep(self, duur: Duur, aantal: int) -> Berekening[Groepsverdeling]:
        return betaling.verdeel_groep(duur, aantal)

    @hookimpl
    def bepaal_betaalritme(self) -> Berekening[Betaalritme]:
        return betaling.bepaal_betaalritme()

    @hookimpl
    def bepaal_kenmerken(self) -> Berekening[Kenmerken]:
        return kenmerken.bepaal_kenmerken()
