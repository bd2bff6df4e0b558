"""1.3 en 1.6: welke contracten tellen door?"""

from dakpan.pluginkit import Berekening, Geldt, Telling, Telregels, Tijdlijn, tel_tijdlijn
from dakpan_staphorst.aanvraag import MAXIMUM_MAANDEN
from dakpan_staphorst.bronnen import PAR_1_3, PAR_1_5, PAR_1_6

# Nieuw is "een nieuwe werkgever of verandering van functie bij dezelfde werkgever"; over een gat zwijgt de bron.
REGELS = Telregels(
    onderbreking=Geldt(None, PAR_1_6.ontbreekt),
    andere_functie=Geldt(True, PAR_1_6),
    andere_werkgever=Geldt(True, PAR_1_6),
    maximum=Geldt(MAXIMUM_MAANDEN, PAR_1_6),
    aansluitend=PAR_1_6.afgeleid,
    proefplaatsing=PAR_1_3,
    eerste_contract=None,
    jaar=PAR_1_5.afgeleid,
)


def bereken_tijdlijn(tijdlijn: Tijdlijn) -> Berekening[Telling]:
    """Een andere functie of werkgever begint opnieuw; hoe lang de nieuwe periode duurt weegt de gemeente."""
    return tel_tijdlijn("staphorst", tijdlijn, REGELS)
