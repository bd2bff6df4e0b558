"""Wat doet een vroegtijdig einde of een verandering van uren? De afspraak zegt er niets over."""

from dakpan.pluginkit import Berekening, Dossier, Ernst, Omvang, Raadpleging, Wijziging, Wijzigingsoort, bevinding
from dakpan_g4.bronnen import AFSPRAAK
from dakpan_g4.omvang import bereken_omvang


def na_wijziging(dossier: Dossier, wijziging: Wijziging, parameters: Raadpleging) -> Berekening[Omvang]:
    """Het jaarbudget hangt niet van de uren af en blijft; of het bij een vroeg einde zakt is niet in bron."""
    oud = bereken_omvang(dossier, parameters)
    zin = (
        "Of het budget bij een vroegtijdig einde lager wordt: niet in bron. Het budget is niet verlaagd."
        if wijziging.soort is Wijzigingsoort.EINDE
        else "Het budget hangt niet van de uren per week af; over een wijziging halverwege zegt de bron niets."
    )
    onbekend = bevinding("g4.niet_in_bron", Ernst.INFORMATIE, zin, AFSPRAAK.ontbreekt)
    return Berekening(oud.resultaat, oud.stappen, (*oud.bevindingen, onbekend))
