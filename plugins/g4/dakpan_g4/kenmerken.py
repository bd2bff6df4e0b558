"""De afspraak van de G4 in één zin per onderwerp; wat ontbreekt is niet in bron of door de stad ingevuld."""

from dakpan.pluginkit import Berekening, Kenmerk, Kenmerken, Onderwerp, Raadpleging, beschrijf
from dakpan_g4.bronnen import BEDRAGEN, DUUR, PAR_6_1, TARIEF

_VAST = {
    Onderwerp.DOELGROEP: Kenmerk("wie onder de Participatiewet valt; elke stad vult de doelgroep zelf in", PAR_6_1),
    Onderwerp.REGIMES: Kenmerk("licht en midden", BEDRAGEN),
    Onderwerp.BUDGET: Kenmerk("een bedrag per jaar, voor elke vorm gelijk, exclusief btw", BEDRAGEN),
    Onderwerp.TARIEF: Kenmerk("vrij; een lager tarief betekent meer uren", TARIEF),
    Onderwerp.MAXIMALE_DUUR: Kenmerk("2 jaar, daarna twee keer een half jaar tot ten hoogste 3 jaar", DUUR),
}


def bepaal_kenmerken(parameters: Raadpleging) -> Berekening[Kenmerken]:
    """Wat de afspraak zegt, aangevuld met wat de stad heeft ingevuld."""
    kenmerken = dict(_VAST)
    for onderwerp, naam, zin in (
        (Onderwerp.AANVRAAGTERMIJN, "aanvraag_dagen", "{} dagen na het begin"),
        (Onderwerp.BESLISTERMIJN, "beslis_dagen", "{} dagen na ontvangst"),
        (Onderwerp.RAPPORTAGE, "rapportage_maanden", "om de {} maanden"),
    ):
        waarde = parameters.mogelijk_aantal(naam)
        if waarde is not None:
            kenmerken[onderwerp] = Kenmerk(zin.format(waarde.waarde), waarde.bron)
    ritme = parameters.mogelijke_keuze("betaalritme")
    if ritme is not None:
        kenmerken[Onderwerp.BETALING] = Kenmerk(ritme.waarde[0].replace("_", " "), ritme.bron)
    return beschrijf("g4", kenmerken)
