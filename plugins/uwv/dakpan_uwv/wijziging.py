"""Wat verandert er bij een vroegtijdig einde, andere uren of een ander regime? (Protocol 2014 A.8; rapport par. 2.3)

De periode valt in delen uiteen, elk met zijn eigen uren per week en percentage. Intern: zie ``wijziging_intern``.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from dakpan.pluginkit import (
    Berekening,
    Bevinding,
    Dossier,
    Ernst,
    Omvang,
    Raadpleging,
    Uren,
    Wijziging,
    Wijzigingsoort,
    bevinding,
    half_omhoog,
)
from dakpan_uwv.omvang import DAGEN_PER_PERIODE, HONDERD_PROCENT, WEKEN, bereken_extern
from dakpan_uwv.percentage import Percentages, zoek_percentages
from dakpan_uwv.wijziging_ingang import ingang
from dakpan_uwv.wijziging_reeks import Deel, verdeel
from dakpan_uwv.wijziging_uitleg import EVENREDIG, Som


def na_wijziging_extern(
    dossier: Dossier, wijzigingen: Sequence[Wijziging], parameters: Raadpleging
) -> Berekening[Omvang]:
    """Dezelfde formule over de delen van de periode, met één afronding aan het eind."""
    oud = bereken_extern(dossier, parameters)
    delen, opgemerkt = verdeel(dossier, wijzigingen, lambda een, meer: ingang(dossier, een, meer=meer))
    regimes = [een.regime for een in wijzigingen if een.regime is not None]
    percentages, uit_tabel = zoek_percentages(dossier, [dossier.aanvraag.regime, *regimes], parameters)
    dagen = sum(deel.dagen for deel in delen)
    sanctie = min(oud.resultaat.sanctiedagen, dagen)
    tellend = _zonder_sanctie(delen, dossier.aanvraag.begin + timedelta(sanctie))
    uren = _uren(tellend, percentages)
    som = Som(delen, tellend, percentages, sanctie, uren)
    uitleg = som.met_regimes() if regimes else (som.dagen(), som.met_uren())
    omvang = oud.resultaat._replace(dagen=dagen, sanctiedagen=sanctie, uren=uren, uren_formulier=None)
    if regimes:
        omvang = omvang._replace(regime=delen[-1].regime, percentage=None)
    gemist = tuple(parameters.opgemerkt) if regimes else oud.bevindingen
    if any(een.soort is Wijzigingsoort.EINDE for een in wijzigingen):
        opgemerkt = [*opgemerkt, _terugbetalen()]
    return Berekening(omvang, (*uit_tabel, *uitleg), (*gemist, *opgemerkt))


def _zonder_sanctie(delen: Sequence[Deel], telt_vanaf: date) -> list[Deel]:
    """De sanctiedagen liggen aan het begin."""
    return [replace(deel, begin=max(deel.begin, telt_vanaf)) for deel in delen]


def _uren(tellend: Sequence[Deel], percentages: Percentages) -> Uren | None:
    """Percentage × 24 weken × uren per week × dagen / 182 van elk deel, samen één keer half omhoog afgerond.

    Ontbreekt het percentage van een deel dat telt, dan is er geen uitkomst.
    """
    teller = 0
    for deel in tellend:
        percentage = percentages[deel.regime]
        if percentage is None and (deel.dagen or len(percentages) == 1):
            return None
        if percentage is not None:
            teller += percentage.waarde.honderdsten * deel.per_week.honderdsten * deel.dagen
    return Uren(half_omhoog(Fraction(teller * WEKEN, HONDERD_PROCENT * DAGEN_PER_PERIODE)))


def _terugbetalen() -> Bevinding:
    """Wat boven de nieuwe uren al is gedeclareerd moet terug, ook als er in het begin meer nodig was."""
    zin = "Zijn er al meer uren gedeclareerd dan er na het einde overblijven, dan wordt het verschil terugbetaald."
    return bevinding("uwv.wijziging.terugbetalen", Ernst.INFORMATIE, zin, EVENREDIG)
