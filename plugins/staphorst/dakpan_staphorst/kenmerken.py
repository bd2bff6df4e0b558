"""Staphorst in één zin per onderwerp, om te vergelijken."""

from dakpan.pluginkit import Berekening, Kenmerk, Kenmerken, Onderwerp, beschrijf
from dakpan_staphorst.bronnen import PAR_1_1, PAR_1_3, PAR_1_5, PAR_1_6, PAR_2_1, PAR_3

_KENMERKEN = {
    Onderwerp.DOELGROEP: Kenmerk(
        "banenafspraak, of bijstand met een ander geboorteland; voor anderen maatwerk", PAR_1_1
    ),
    Onderwerp.DIENSTVERBAND: Kenmerk(
        "ten minste 6 maanden en 12 uur per week, gemotiveerd afwijken kan; onder 30% loonwaarde afwegen", PAR_1_3
    ),
    Onderwerp.REGIMES: Kenmerk("licht (laag), midden en intensief (hoog)", PAR_1_5),
    Onderwerp.BUDGET: Kenmerk(
        "extern: een bedrag per jaar naar rato van 36 uur; intern: een vast bedrag per jaar", PAR_1_5
    ),
    Onderwerp.TARIEF: Kenmerk("ten hoogste het maximale uurtarief, exclusief btw", PAR_1_5),
    Onderwerp.MAXIMALE_DUUR: Kenmerk(
        "3 jaar, verlengen kan niet; een proefplaatsing telt niet mee en een nieuwe baan begint opnieuw", PAR_1_6
    ),
    Onderwerp.AANVRAAGTERMIJN: Kenmerk(
        "8 weken na het begin; bij een lopende baan zo snel mogelijk nadat de noodzaak blijkt", PAR_2_1
    ),
    Onderwerp.BESLISTERMIJN: Kenmerk("8 weken na ontvangst", PAR_2_1),
    Onderwerp.RAPPORTAGE: Kenmerk(
        "elk kwartaal een terugkoppeling, elk half jaar en een maand voor het eind van het contract schriftelijk", PAR_3
    ),
    Onderwerp.BETALING: Kenmerk(
        "per kwartaal achteraf; extern op factuur aan de organisatie, intern zonder factuur aan de werkgever", PAR_3
    ),
}


def bepaal_kenmerken() -> Berekening[Kenmerken]:
    """Elk onderwerp met zijn paragraaf."""
    return beschrijf("staphorst", _KENMERKEN)
