"""Dezelfde parameters met iets op elke lege plek, zoals een financier ze in zijn tenantbestand invult."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.kalender import DAG
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.uren import Uren
from dakpan.regels.parameters.model import Getal, Parameter, Reeks, Soort
from dakpan.regels.parameters.parameters import Parameters
from dakpan.uitleg.bron import Bron
from dakpan.uitleg.waarde import Waarde

VROEG = date(1990, 1, 1)
_BRON = Bron("Ingevuld door de testkit")
_WAARDEN: Mapping[Soort, Getal] = {
    Soort.BEDRAG: Bedrag(50_05),
    Soort.PERCENTAGE: Percentage(7_50),
    Soort.UREN: Uren(10_01),
    Soort.AANTAL: 5,
}


def ingevuld(parameters: Parameters) -> Parameters:
    """Waar de reeks leeg is of ophoudt, geldt een waarde van de testkit."""
    lijst = {naam: _vul_in(parameter) for naam, parameter in parameters.lijst.items()}
    return replace(parameters, lijst=lijst)


def _vul_in(parameter: Parameter) -> Parameter:
    keuze: Getal = parameter.toegestaan[:1] or ("een eigen keuze",)
    waarde = keuze if parameter.soort is Soort.KEUZE else _WAARDEN[parameter.soort]
    return replace(parameter, reeksen={sleutel: _sluit(reeks, waarde) for sleutel, reeks in parameter.reeksen.items()})


def _sluit(reeks: Reeks, waarde: Getal) -> Reeks:
    if not reeks.waarden:
        return Reeks((Waarde(waarde, VROEG, _BRON),))
    laatste = reeks.waarden[-1].tot_en_met
    return reeks if laatste is None else Reeks((*reeks.waarden, Waarde(waarde, laatste + DAG, _BRON)))
