"""Wat van een declaratie is betaalbaar? Het tarief is aan de stad. (Afspraak G4 en UWV, maart 2015)"""

from dakpan.pluginkit import (
    Berekening,
    Declaratie,
    Declaratieregels,
    Duur,
    Parameters,
    Tariefboek,
    Vergoeding,
    bereken_declaratie,
)
from dakpan_g4.activiteiten import NIET_VERGOED, ZOALS_UWV
from dakpan_g4.bronnen import AFSPRAAK, BEDRAGEN, TARIEF

RAPPORTAGE_TEN_HOOGSTE = Duur(120)


def bereken_vergoeding(declaratie: Declaratie, parameters: Parameters) -> Berekening[Vergoeding]:
    """Uren × het afgesproken tarief, of dat van de stad; zonder tarief geen bedrag."""
    return bereken_declaratie(
        declaratie,
        Declaratieregels(
            regelset="g4",
            plafond=BEDRAGEN.afgeleid,
            accorderen=AFSPRAAK.ontbreekt,
            niet_vergoed=NIET_VERGOED,
            rapportage_ten_hoogste=RAPPORTAGE_TEN_HOOGSTE,
            rapportage_bron=ZOALS_UWV,
            tarief=TARIEF,
            tarieven=Tariefboek(parameters, "tarief_extern"),
            btw=BEDRAGEN,
        ),
    )
