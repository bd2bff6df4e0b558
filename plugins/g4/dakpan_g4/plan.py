"""Past het plan in het budget? Wat erin moet staan noemt de afspraak niet."""

from dakpan.pluginkit import Bevinding, Ernst, Omvang, Plan, bevinding, half_omhoog, oordeel
from dakpan_g4.bronnen import AFSPRAAK, BEDRAGEN


def toets_plan(plan: Plan, omvang: Omvang) -> list[Bevinding]:
    """Uren × tarief, half omhoog op de cent, naast het budget van het jaar."""
    zin = "Welke onderdelen een coachingsplan heeft: niet in bron."
    bevindingen = [bevinding("g4.niet_in_bron", Ernst.INFORMATIE, zin, AFSPRAAK.ontbreekt)]
    if plan.tarief is None or plan.uren is None or omvang.plafond is None:
        return bevindingen
    totaal = plan.tarief.keer(plan.uren.exact, half_omhoog)
    uitslag = oordeel(
        "g4.plan.budget",
        BEDRAGEN,
        goed=totaal <= omvang.plafond,
        anders=Ernst.AFWEGEN,
        ja="Het plan van {totaal} past binnen het budget van {plafond}.",
        nee="Het plan van {totaal} is hoger dan het budget van {plafond} per jaar.",
        totaal=totaal,
        plafond=omvang.plafond,
    )
    return [*bevindingen, uitslag]
