"""1.2 Gemeentelijke jobcoach: geen vergoeding"""

from dakpan.pluginkit import Berekening, Dossier, Eenheid, Omvang, stap
from dakpan_staphorst.bronnen import PAR_1_2


def bereken_gemeentelijk(dossier: Dossier) -> Berekening[Omvang]:
    """De jobcoach is in dienst van de gemeente; er wordt niets betaald."""
    omvang = Omvang(Eenheid.EURO, dossier.aanvraag.regime, dossier.aanvraag.jaar)
    uitleg = stap(
        "staphorst.omvang.gemeentelijk",
        "Een gemeentelijke jobcoach kost de werkgever niets; er is geen vergoeding",
        uitkomst=None,
        bron=PAR_1_2,
    )
    return Berekening(omvang, (uitleg,))
