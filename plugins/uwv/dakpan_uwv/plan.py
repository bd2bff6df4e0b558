"""Is het coachingsplan volledig? (Rapport bijlage 3, bijlage 2 van de aanvraag; veelgestelde vragen)"""

from dakpan.pluginkit import Bevinding, Ernst, Omvang, Plan, Planonderdeel, oordeel
from dakpan_uwv.activiteiten import HOOFDDOELEN_TEN_HOOGSTE
from dakpan_uwv.bronnen import RAPPORT, VRAGEN

ONDERDELEN = (
    Planonderdeel.COACHINGSDOELEN,
    Planonderdeel.ACTIVITEITEN_PER_DOEL,
    Planonderdeel.UREN_PER_ACTIVITEIT,
    Planonderdeel.DATUM_BEREIKT,
)

# Rubriek 3 van het formulier: het vraagt ernaar; dat het antwoord er moet zijn staat er niet.
WERKVLOER = (Planonderdeel.PASSENDE_WERKPLEK, Planonderdeel.AFSPRAKEN_BEGELEIDER)


def toets_plan(plan: Plan, omvang: Omvang) -> list[Bevinding]:
    """Elk onderdeel ingevuld, ten hoogste drie hoofddoelen, en niet meer uren dan toegekend."""
    bevindingen = [_onderdeel(plan, onderdeel) for onderdeel in ONDERDELEN]
    bevindingen.append(_hoofddoelen(plan))
    bevindingen += [_op_de_werkvloer(plan, onderdeel) for onderdeel in WERKVLOER]
    if plan.uren is not None and omvang.uren is not None:
        bevindingen.append(_uren(plan, omvang))
    return bevindingen


def _onderdeel(plan: Plan, onderdeel: Planonderdeel) -> Bevinding:
    return oordeel(
        f"uwv.plan.{onderdeel}",
        RAPPORT.bij("bijlage 3, coachingsplan"),
        goed=plan.heeft(onderdeel),
        ja="Het coachingsplan bevat {onderdeel}.",
        nee="In het coachingsplan ontbreekt: {onderdeel}; vul het aan.",
        onderdeel=onderdeel.woorden,
    )


def _op_de_werkvloer(plan: Plan, onderdeel: Planonderdeel) -> Bevinding:
    return oordeel(
        f"uwv.plan.{onderdeel}",
        RAPPORT.bij("bijlage 3, coachingsplan, rubriek 3"),
        goed=plan.heeft(onderdeel),
        anders=Ernst.INFORMATIE,
        ja="Het coachingsplan bevat {onderdeel}.",
        nee="Het formulier vraagt ook naar {onderdeel}; dat staat nog niet in het plan.",
        onderdeel=onderdeel.woorden,
    )


def _hoofddoelen(plan: Plan) -> Bevinding:
    aantal = len(set(plan.hoofddoelen))
    return oordeel(
        "uwv.plan.hoofddoelen",
        VRAGEN.bij("Jobcoachperiodes: doelen tussentijds aanpassen"),
        goed=1 <= aantal <= HOOFDDOELEN_TEN_HOOGSTE,
        ja="Het plan heeft {aantal} hoofddoelen; ten hoogste {grens}.",
        nee="Het plan heeft {aantal} hoofddoelen; kies er één tot en met {grens}.",
        aantal=aantal,
        grens=HOOFDDOELEN_TEN_HOOGSTE,
    )


def _uren(plan: Plan, omvang: Omvang) -> Bevinding:
    """Meer uren plannen mag; meer declareren niet."""
    return oordeel(
        "uwv.plan.uren",
        VRAGEN.bij("Uren: hoeveel uren kan ik registreren"),
        goed=plan.uren is None or omvang.uren is None or plan.uren <= omvang.uren,
        anders=Ernst.INFORMATIE,
        ja="Het plan vraagt {gevraagd}; het budget is {budget}.",
        nee="Het plan vraagt {gevraagd}, meer dan het budget van {budget}; meer dan het budget wordt niet betaald.",
        gevraagd=plan.uren,
        budget=omvang.uren,
    )
