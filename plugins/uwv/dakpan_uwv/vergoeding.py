"""Wat van een declaratie is betaalbaar? (Protocol 2014 B.3.1; veelgestelde vragen; rapport bijlage 3)"""

from dakpan.pluginkit import (
    Berekening,
    Bevinding,
    Declaratie,
    Declaratieregels,
    Declaratiesoort,
    Duur,
    Ernst,
    Parameters,
    Tariefboek,
    Vergoeding,
    bereken_declaratie,
)
from dakpan_uwv.activiteiten import NIET_VERGOED
from dakpan_uwv.bronnen import HANDLEIDING, NORMBEDRAGEN, PROTOCOL_2014, VRAGEN

RAPPORTAGE_TEN_HOOGSTE = Duur(120)
TWEE_DECLARATIES = VRAGEN.bij("Declareren: geldt er een vaste termijn")


def bereken_vergoeding(declaratie: Declaratie, parameters: Parameters) -> Berekening[Vergoeding]:
    """Alleen geaccordeerde uren binnen de toekenning, tegen het tarief van de werkdag."""
    tarieven = Tariefboek(parameters, "tarief_extern")
    regels = Declaratieregels(
        regelset="uwv",
        plafond=PROTOCOL_2014.bij("B.3.1"),
        accorderen=HANDLEIDING.bij("hoofdstuk 5 en 6"),
        niet_vergoed=NIET_VERGOED,
        rapportage_ten_hoogste=RAPPORTAGE_TEN_HOOGSTE,
        rapportage_per_periode=True,
        rapportage_bron=VRAGEN.bij("Declareren: rapportage en evaluatie"),
        tarief=VRAGEN.bij("Uren: tarief van het moment waarop het werk is gedaan"),
        tarieven=tarieven,
        btw=NORMBEDRAGEN.bij("bedragen exclusief btw"),
    )
    berekening = bereken_declaratie(declaratie, regels)
    return Berekening(
        berekening.resultaat, berekening.stappen, (*berekening.bevindingen, *_derde_declaratie(declaratie))
    )


def _derde_declaratie(declaratie: Declaratie) -> list[Bevinding]:
    """Ten hoogste twee per periode: één tussentijds en één aan het eind."""
    eerder = [een.soort for een in declaratie.eerder_gedeclareerd]
    if declaratie.soort not in eerder and Declaratiesoort.EIND not in eerder:
        return []
    zin = "Er is al gedeclareerd: {eerder}. Per periode kan één reguliere en één einddeclaratie."
    waarden = {"eerder": tuple(soort.value for soort in eerder)}
    return [Bevinding("uwv.declaratie.aantal", Ernst.INFORMATIE, zin, TWEE_DECLARATIES, waarden)]
