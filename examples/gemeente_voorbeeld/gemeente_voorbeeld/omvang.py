"""Hoeveel uren jobcoaching per jaar? (Artikel 4 en 5)"""

from fractions import Fraction

from dakpan.pluginkit import Berekening, Dossier, Eenheid, Omvang, Raadpleging, Stap, Uren, Waarde, half_omhoog, stap
from gemeente_voorbeeld.regeling import BELEIDSREGEL

VOLTIJD = Uren(36_00)
NAAR_RATO = BELEIDSREGEL.bij("artikel 4, tweede lid")
TARIEF = BELEIDSREGEL.bij("artikel 5")


def bereken_omvang(dossier: Dossier, parameters: Raadpleging) -> Berekening[Omvang]:
    """Uren van het regime × deel van een volledige baan, één keer half omhoog afgerond."""
    aanvraag = dossier.aanvraag
    budget = parameters.uren("budget", aanvraag.regime)
    tarief = parameters.bedrag("tarief")
    deel = min(Fraction(1), dossier.dienstverband.rekenuren.exact / VOLTIJD.exact)
    uren = Uren.rond_af(budget.waarde.exact * deel, half_omhoog) if budget is not None else None
    maximum = tarief.waarde if tarief is not None else None
    omvang = Omvang(Eenheid.UREN, aanvraag.regime, aanvraag.jaar, uren=uren, maximum_tarief=maximum)
    uitleg_tarief = stap(
        "voorbeeld.omvang.tarief",
        "Het uurtarief is ten hoogste {tarief}",
        tarief=maximum,
        uitkomst=maximum,
        bron=tarief.bron if tarief is not None else TARIEF.ontbreekt,
    )
    return Berekening(omvang, (_stap_uren(budget, deel, uren), uitleg_tarief), tuple(parameters.opgemerkt))


def _stap_uren(budget: Waarde[Uren] | None, deel: Fraction, uren: Uren | None) -> Stap:
    return stap(
        "voorbeeld.omvang.uren",
        "{budget} × {deel} van een volledige baan van {voltijd}, half omhoog op twee decimalen",
        budget=budget.waarde if budget is not None else None,
        deel=deel,
        voltijd=VOLTIJD,
        uitkomst=uren,
        bron=NAAR_RATO if budget is not None else NAAR_RATO.ontbreekt,
    )
