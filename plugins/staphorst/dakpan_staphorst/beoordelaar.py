"""1.1 en 2.1: de werkconsulent beoordeelt"""

from dakpan.pluginkit import Beoordelaar, Berekening, stap
from dakpan_staphorst.bronnen import PAR_2_1


def bepaal_beoordelaar() -> Berekening[Beoordelaar]:
    """De werkconsulent stelt de aanvraag op en de gemeente beslist."""
    wie = Beoordelaar.WERKCONSULENT
    zin = "De werkconsulent behandelt de aanvraag voor de gemeente"
    return Berekening(wie, (stap("staphorst.beoordelaar", zin, uitkomst=wie.value, bron=PAR_2_1.afgeleid),))
