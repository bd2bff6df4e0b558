"""1.3 Eisen aan de dienstbetrekking"""

from dakpan.pluginkit import Bevinding, Dienstverbandsoort, Dossier, Ernst, Uren, einde_na_maanden, oordeel
from dakpan_staphorst.bronnen import PAR_1_3

MAANDEN = 6
UREN = Uren(12_00)
LOONWAARDE_AFWEGEN_ONDER = 30
GEEN_ARBEIDSOVEREENKOMST = frozenset(
    {Dienstverbandsoort.STAGE, Dienstverbandsoort.LEEROVEREENKOMST, Dienstverbandsoort.WERKERVARINGSPLAATS}
)


def toets_dienstbetrekking(dossier: Dossier) -> list[Bevinding]:
    """De twee eisen, de loonwaarde en de specifieke situaties, in de volgorde van de paragraaf."""
    bevindingen = [] if dossier.is_proefplaatsing else [_duur(dossier)]
    min_max = dossier.dienstverband.soort is Dienstverbandsoort.MIN_MAX
    bevindingen.append(_min_max(dossier) if min_max else _uren(dossier))
    if dossier.dienstverband.loonwaarde is not None:
        bevindingen.append(_loonwaarde(dossier))
    if dossier.is_proefplaatsing:
        bevindingen.append(_intentie(dossier))
    return [*bevindingen, _soort(dossier), _uitzendbeding(dossier), _nul_uren(dossier)]


def _bij_afwijking(dossier: Dossier) -> Ernst:
    """In specifieke situaties kan de gemeente gemotiveerd van de twee eisen afwijken."""
    return Ernst.AFWEGEN if (dossier.dienstverband.afwijking_gemotiveerd or "").strip() else Ernst.BLOKKEREND


def _duur(dossier: Dossier) -> Bevinding:
    """De arbeidsovereenkomst moet voor ten minste 6 maanden zijn."""
    baan = dossier.dienstverband
    zes_maanden = einde_na_maanden(baan.begin, MAANDEN)
    return oordeel(
        "staphorst.contract.duur",
        PAR_1_3,
        goed=baan.eind is None or baan.eind >= zes_maanden,
        anders=_bij_afwijking(dossier),
        ja="De arbeidsovereenkomst is voor ten minste {maanden} maanden.",
        nee="De arbeidsovereenkomst eindigt op {eind}; {maanden} maanden loopt tot en met {zes_maanden}. "
        "Afwijken kan alleen gemotiveerd.",
        maanden=MAANDEN,
        eind=baan.eind,
        zes_maanden=zes_maanden,
    )


def _uren(dossier: Dossier) -> Bevinding:
    """Een dienstbetrekking van ten minste 12 uur per week."""
    return oordeel(
        "staphorst.contract.uren",
        PAR_1_3,
        goed=dossier.dienstverband.uren_per_week >= UREN,
        anders=_bij_afwijking(dossier),
        ja="De dienstbetrekking is {uren} per week; ten minste {norm} is nodig.",
        nee="De dienstbetrekking is {uren} per week; ten minste {norm} is nodig. Afwijken kan alleen gemotiveerd.",
        uren=dossier.dienstverband.uren_per_week,
        norm=UREN,
    )


def _min_max(dossier: Dossier) -> Bevinding:
    """Bij min-max alleen als het minimum 12 uur per week is."""
    return oordeel(
        "staphorst.contract.min_max",
        PAR_1_3,
        goed=dossier.dienstverband.rekenuren >= UREN,
        ja="Het minimum van de min-maxovereenkomst is {uren} per week; ten minste {norm} is nodig.",
        nee="Het minimum van de min-maxovereenkomst is {uren} per week; dat moet ten minste {norm} zijn.",
        uren=dossier.dienstverband.rekenuren,
        norm=UREN,
    )


def _loonwaarde(dossier: Dossier) -> Bevinding:
    """Onder 30% loonwaarde: afwegen of dit de juiste plek is en of er groei mogelijk is."""
    waarde = dossier.dienstverband.loonwaarde
    return oordeel(
        "staphorst.contract.loonwaarde",
        PAR_1_3,
        goed=waarde is None or waarde >= LOONWAARDE_AFWEGEN_ONDER,
        anders=Ernst.AFWEGEN,
        ja="De loonwaarde is {waarde}%.",
        nee="De loonwaarde is {waarde}%, lager dan {grens}%: weeg af of dit de juiste plek is en of groei mogelijk is.",
        waarde=waarde,
        grens=LOONWAARDE_AFWEGEN_ONDER,
    )


def _intentie(dossier: Dossier) -> Bevinding:
    """Proefplaatsing: de werkgever zegt schriftelijk dat hij de werknemer daarna in dienst wil nemen."""
    return oordeel(
        "staphorst.proefplaatsing.intentie",
        PAR_1_3,
        goed=dossier.dienstverband.intentieverklaring,
        ja="De werkgever heeft schriftelijk de intentie uitgesproken om de werknemer daarna in dienst te nemen.",
        nee="Bij een proefplaatsing is een schriftelijke intentie van de werkgever nodig; vraag die op.",
    )


def _soort(dossier: Dossier) -> Bevinding:
    """Stage, leerovereenkomst en werkervaringsplaats niet; BBL wel."""
    return oordeel(
        "staphorst.contract.soort",
        PAR_1_3,
        goed=dossier.dienstverband.soort not in GEEN_ARBEIDSOVEREENKOMST,
        ja="Dit soort dienstverband ({soort}) sluit jobcoaching niet uit.",
        nee="Bij dit soort overeenkomst ({soort}) is er geen arbeidsovereenkomst en geen jobcoaching mogelijk.",
        soort=dossier.dienstverband.soort.value,
    )


def _uitzendbeding(dossier: Dossier) -> Bevinding:
    """Met een uitzendbeding is de duur van 6 maanden niet zeker."""
    return oordeel(
        "staphorst.contract.uitzendbeding",
        PAR_1_3,
        goed=not dossier.dienstverband.uitzendbeding,
        ja="Er is geen uitzendbeding.",
        nee="Met een uitzendbeding kan de overeenkomst op elk moment eindigen; jobcoaching is niet mogelijk.",
    )


def _nul_uren(dossier: Dossier) -> Bevinding:
    """Geen jobcoaching bij een 0-urencontract."""
    return oordeel(
        "staphorst.contract.nul_uren",
        PAR_1_3,
        goed=dossier.dienstverband.soort is not Dienstverbandsoort.NUL_UREN,
        ja="Het is geen 0-urencontract.",
        nee="Bij een 0-urencontract is geen jobcoaching mogelijk.",
    )
