"""2.2 Coachingsplan en offerte: zes onderdelen, binnen tarief en plafond"""

from dakpan.pluginkit import Bevinding, Ernst, Omvang, Plan, Planonderdeel, half_omhoog, oordeel
from dakpan_staphorst.bronnen import PAR_1_5, PAR_2_2

ZES_ONDERDELEN = (
    Planonderdeel.GEGEVENS_DIENSTVERBAND,
    Planonderdeel.WERKZAAMHEDEN,
    Planonderdeel.KNELPUNTEN,
    Planonderdeel.COACHINGSDOELEN,
    Planonderdeel.AANPAK,
    Planonderdeel.BENODIGDE_TIJD,
)


def toets_plan(plan: Plan, omvang: Omvang) -> list[Bevinding]:
    """Ontbreekt een van de zes onderdelen, dan kan de offerte niet worden verstuurd."""
    onderdelen = (_onderdeel(plan, deel) for deel in ZES_ONDERDELEN)
    return [*onderdelen, _terugkijken(plan), *_tarief(plan, omvang), *_plafond(plan, omvang)]


def _onderdeel(plan: Plan, onderdeel: Planonderdeel) -> Bevinding:
    return oordeel(
        f"staphorst.plan.{onderdeel}",
        PAR_2_2,
        goed=plan.heeft(onderdeel),
        ja="Het plan bevat {onderdeel}.",
        nee="In het plan ontbreekt: {onderdeel}; vul het aan.",
        onderdeel=onderdeel.woorden,
    )


def _terugkijken(plan: Plan) -> Bevinding:
    """De momenten worden bij de opdracht afgesproken; dat zij al in het plan staan hoeft niet."""
    return oordeel(
        "staphorst.plan.evaluatiemomenten",
        PAR_2_2,
        goed=plan.heeft(Planonderdeel.EVALUATIEMOMENTEN),
        anders=Ernst.INFORMATIE,
        ja="In het plan staat wanneer tussentijds en aan het eind wordt geëvalueerd.",
        nee="Bij de opdracht wordt afgesproken wanneer tussentijds en aan het eind wordt geëvalueerd.",
    )


def _tarief(plan: Plan, omvang: Omvang) -> list[Bevinding]:
    if plan.tarief is None or omvang.maximum_tarief is None:
        return []
    uitslag = oordeel(
        "staphorst.plan.tarief",
        PAR_1_5,
        goed=plan.tarief <= omvang.maximum_tarief,
        ja="Het tarief van {tarief} is niet hoger dan {maximum} per uur.",
        nee="Het tarief van {tarief} is hoger dan {maximum} per uur; verlaag het tarief.",
        tarief=plan.tarief,
        maximum=omvang.maximum_tarief,
    )
    return [uitslag]


def _plafond(plan: Plan, omvang: Omvang) -> list[Bevinding]:
    """Uren × tarief, half omhoog op de cent, naast het plafond van het jaar."""
    if plan.tarief is None or plan.uren is None or omvang.plafond is None:
        return []
    totaal = plan.tarief.keer(plan.uren.exact, half_omhoog)
    uitslag = oordeel(
        "staphorst.plan.plafond",
        PAR_1_5,
        goed=totaal <= omvang.plafond,
        anders=Ernst.AFWEGEN,
        ja="De offerte van {totaal} past binnen het plafond van {plafond}.",
        nee="De offerte van {totaal} is hoger dan het plafond van {plafond}; meer dan het plafond wordt niet vergoed.",
        totaal=totaal,
        plafond=omvang.plafond,
    )
    return [uitslag]
