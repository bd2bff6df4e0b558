"""Welke contracten tellen door? De afspraak noemt alleen jaren, en zegt niets over een gat of een andere baan."""

from dakpan.pluginkit import Berekening, Geldt, Telling, Telregels, Tijdlijn, tel_tijdlijn
from dakpan_g4.bronnen import BEDRAGEN, DUUR

REGELS = Telregels(
    onderbreking=Geldt(None, DUUR.ontbreekt),
    andere_functie=Geldt(None, DUUR.ontbreekt),
    andere_werkgever=Geldt(None, DUUR.ontbreekt),
    maximum=Geldt(None, DUUR.ontbreekt),
    aansluitend=DUUR.afgeleid,
    proefplaatsing=DUUR.ontbreekt,
    eerste_contract=None,
    jaar=BEDRAGEN.afgeleid,
)


def bereken_tijdlijn(tijdlijn: Tijdlijn) -> Berekening[Telling]:
    """Wat aansluit telt op; bij een gat, een andere functie of een andere werkgever vult een mens het in."""
    return tel_tijdlijn("g4", tijdlijn, REGELS)
