"""1.4 Eisen aan de jobcoach"""

from datetime import date

from dakpan.pluginkit import Bevinding, Dossier, Ernst, Jobcoachuitzondering, Regime, Vorm, einde_na_maanden, oordeel
from dakpan_staphorst.bronnen import PAR_1_4

CERTIFICAAT_VERPLICHT = frozenset({Regime.MIDDEN, Regime.INTENSIEF})
CODE = "staphorst.jobcoach.eisen"
UITZONDERING_MAANDEN = 12


def toets_jobcoach(dossier: Dossier) -> list[Bevinding]:
    """De eisen verschillen voor een externe en een interne jobcoach; de gemeentelijke staat er niet bij."""
    vorm, regime = dossier.aanvraag.vorm, dossier.aanvraag.regime
    if vorm is Vorm.EXTERN:
        return [_extern(dossier)]
    if vorm is Vorm.INTERN and regime in CERTIFICAAT_VERPLICHT:
        return [_certificaat(dossier)]
    if vorm is Vorm.INTERN and regime is Regime.LICHT:
        return [_harrie(dossier)]
    return []


def _extern(dossier: Dossier) -> Bevinding:
    """Ten minste hbo werk- en denkniveau en een jobcoachopleiding."""
    coach = dossier.aanvraag.jobcoach
    return oordeel(
        CODE,
        PAR_1_4,
        goed=coach.hbo and coach.opleiding,
        anders=Ernst.AFWEGEN,
        ja="De externe jobcoach heeft hbo werk- en denkniveau en een jobcoachopleiding.",
        nee="De externe jobcoach heeft hbo werk- en denkniveau (nu: {hbo}) en een jobcoachopleiding (nu: {opleiding}) "
        "nodig. Zonder kan alleen met een maatwerkafspraak, bij een lopende toekenning, een verhuizing of een baan na "
        "een stage van het VSO of PRO.",
        hbo=coach.hbo,
        opleiding=coach.opleiding,
    )


def _certificaat(dossier: Dossier) -> Bevinding:
    """Intern, midden of intensief: een jobcoachcertificering is verplicht, of er is een uitzondering af te wegen."""
    coach = dossier.aanvraag.jobcoach
    if not coach.gecertificeerd and coach.voldoet_op is not None and _kan_later(dossier):
        return oordeel(
            CODE,
            PAR_1_4,
            goed=False,
            anders=Ernst.AFWEGEN,
            ja="",
            nee="De interne jobcoach heeft nog geen jobcoachcertificering; bevestigd is dat hij op {dag} aan de eisen "
            "voldoet. Een maatwerkafspraak kan; de gemeente weegt dat af.",
            dag=coach.voldoet_op,
        )
    return oordeel(
        CODE,
        PAR_1_4,
        goed=coach.gecertificeerd,
        ja="De interne jobcoach heeft een jobcoachcertificering.",
        nee="Bij een midden of intensief regime heeft de interne jobcoach een jobcoachcertificering nodig. Een "
        "maatwerkafspraak kan bij een lopende toekenning, een verhuizing of een baan na een stage van het VSO of PRO, "
        "met een bevestiging op welke dag hij wel voldoet; na een verhuizing of stage is dat uiterlijk {laatste}.",
        laatste=_laatste_dag(dossier),
    )


def _kan_later(dossier: Dossier) -> bool:
    """Bij een lopende toekenning telt concreet vooruitzicht, zonder grens; na verhuizing of stage geldt één jaar."""
    coach = dossier.aanvraag.jobcoach
    if coach.uitzondering is None or coach.voldoet_op is None:
        return False
    lopend = coach.uitzondering is Jobcoachuitzondering.LOPENDE_TOEKENNING
    return lopend or coach.voldoet_op <= _laatste_dag(dossier)


def _laatste_dag(dossier: Dossier) -> date:
    """Binnen één jaar. Vanaf welke dag noemt de bron niet; hier vanaf de eerste dag van de gevraagde periode."""
    return einde_na_maanden(dossier.aanvraag.begin, UITZONDERING_MAANDEN)


def _harrie(dossier: Dossier) -> Bevinding:
    """Intern, licht: een HARRIE-certificaat of iets vergelijkbaars; de gemeente beoordeelt dat."""
    return oordeel(
        CODE,
        PAR_1_4,
        goed=dossier.aanvraag.jobcoach.harrie,
        anders=Ernst.AFWEGEN,
        ja="De interne jobcoach heeft een HARRIE-certificaat.",
        nee="De interne jobcoach heeft geen HARRIE-certificaat; beoordeel of hij iets vergelijkbaars heeft.",
    )
