"""Hoe wordt een groepsactiviteit verdeeld? (Protocol 2014 A.9, voorbeeld 14)"""

from dakpan.pluginkit import Berekening, Duur, Groepsverdeling, groepsverdeling
from dakpan_uwv.bronnen import PROTOCOL_2014


def verdeel_groep(duur: Duur, aantal: int) -> Berekening[Groepsverdeling]:
    """De tijd gedeeld door het aantal deelnemers; 2 uur met 6 cliënten is 20 minuten elk."""
    return groepsverdeling("uwv", duur, aantal, PROTOCOL_2014.bij("A.9, voorbeeld 14"))
