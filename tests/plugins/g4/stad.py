"""Een stad die in haar tenantbestand invult wat de afspraak openlaat, met haar eigen bron."""

from functools import cache

from dakpan.invoer.toml import Plek, lees_toml
from dakpan.regels.parameters.parameters import Parameters
from dakpan.regels.regels import Regels
from dakpan.regels.register import Register

BRON = "Nadere regels van Verzonnendam"
INGEVULD = """
[bronnen.stad]
titel = "Nadere regels van Verzonnendam"
datum = 2020-01-01
"""
_RIJ = """
[[{naam}.waarden]]
vanaf = 2020-01-01
bron = "stad"
vindplaats = "art. 3"
zekerheid = "tekst"
{waarde}
"""
WAARDEN = {
    "aanvraag_dagen": "waarde = 42",
    "beslis_dagen": "waarde = 30",
    "minimum_maanden": "waarde = 6",
    "minimum_uren": 'waarde = "12.00"',
    "rapportage_maanden": "waarde = 3",
    "tarief_extern": 'waarde = "84.90"',
    "betaalritme": 'waarde = ["per_half_jaar_achteraf"]',
    "stukken": 'waarde = ["aanvraagformulier", "arbeidsovereenkomst"]',
    "werkwijze": 'extern = ["aanvraag", "besluit", "uren", "betaling"]\nintern = ["aanvraag", "besluit"]',
}


@cache
def stad(*namen: str) -> Regels:
    """De G4-regelset met deze parameters ingevuld vanaf 2020; zonder namen met allemaal."""
    return stad_met(**{naam: WAARDEN[naam] for naam in namen or WAARDEN})


def stad_met(**waarden: str) -> Regels:
    """De G4-regelset met deze regels TOML als waarde."""
    rijen = [_RIJ.format(naam=naam, waarde=waarde) for naam, waarde in waarden.items()]
    klasse, plek = Register().klasse("g4"), Plek("verzonnendam.toml")
    parameters: Parameters = klasse.eigen_parameters().aangevuld(lees_toml(INGEVULD + "".join(rijen), plek), plek)
    return Regels(klasse(parameters))
