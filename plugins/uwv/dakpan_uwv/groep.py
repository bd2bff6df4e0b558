"""Hoe wordt een groepsactiviteit verdeeld? (Protocol 2014 A.9, voorbeeld 14)"""

from dakpan.pluginkit import Berekening, Duur, Groepsverdeling, stap, verdeel_gelijk
from dakpan_uwv.bronnen import PROTOCOL_2014


def verdeel_groep(duur: Duur, aantal: int) -> Berekening[Groepsverdeling]:
    """De tijd gedeeld door het aantal deelnemers; overgebleven minuten gaan naar de eersten."""
    delen = verdeel_gelijk(duur, aantal)
    uitleg = stap(
        "uwv.groep",
        "{duur} verdeeld over {aantal} deelnemers: {delen}",
        duur=duur,
        aantal=aantal,
        delen=delen,
        uitkomst=delen[0],
        bron=PROTOCOL_2014.bij("A.9, voorbeeld 14"),
    )
    return Berekening(Groepsverdeling(delen), (uitleg,))
