"""1.5 en 1.6: wat gebeurt er bij een vroegtijdig einde of andere uren?"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from dakpan.pluginkit import (
    DAG,
    Bedrag,
    Berekening,
    Bevinding,
    Dossier,
    Ernst,
    Omvang,
    Periode,
    Raadpleging,
    Regime,
    Termijnen,
    Vorm,
    Wijziging,
    Wijzigingsoort,
    bevinding,
    stap,
    zwaarste_telt,
)
from dakpan_staphorst.bronnen import PAR_1_5, PAR_1_6, PAR_3
from dakpan_staphorst.vergoeding_extern import bereken_extern
from dakpan_staphorst.vergoeding_gemeentelijk import bereken_gemeentelijk
from dakpan_staphorst.vergoeding_intern import bereken_intern

# Welke soort het cijfer bepaalt als er meer verandert: een ander regime en andere uren laten het leeg, het einde
# maakt een vast bedrag kleiner.
_VAN_ZWAAR_NAAR_LICHT = (
    Wijzigingsoort.REGIME,
    Wijzigingsoort.UREN,
    Wijzigingsoort.EINDE,
    Wijzigingsoort.VERLENGING,
)
_INTERN = (Wijzigingsoort.REGIME, Wijzigingsoort.EINDE, Wijzigingsoort.UREN, Wijzigingsoort.VERLENGING)


def na_wijzigingen(
    dossier: Dossier, wijzigingen: Sequence[Wijziging], raadpleeg: Callable[[], Raadpleging]
) -> Berekening[Omvang]:
    """Wat de bron over elke verandering zegt; een intern bedrag hangt niet van de uren af, het einde telt dan."""
    volgorde = _INTERN if dossier.aanvraag.vorm is Vorm.INTERN else _VAN_ZWAAR_NAAR_LICHT
    return zwaarste_telt(wijzigingen, lambda een: na_wijziging(dossier, een, raadpleeg()), volgorde)


def na_wijziging(dossier: Dossier, wijziging: Wijziging, parameters: Raadpleging) -> Berekening[Omvang]:
    """Een vast bedrag volgt het contract; bij extern telt wat werkelijk is gemaakt."""
    match dossier.aanvraag.vorm, wijziging.soort:
        case Vorm.GEMEENTELIJK, _:
            return bereken_gemeentelijk(dossier)
        case _, Wijzigingsoort.REGIME if wijziging.regime is not None:
            return _ander_regime(dossier, wijziging.regime, parameters)
        case _, Wijzigingsoort.VERLENGING:
            return _verlengd(dossier, parameters)
        case Vorm.INTERN, Wijzigingsoort.EINDE if not dossier.is_proefplaatsing:
            return _intern_einde(dossier, wijziging.ingangsdatum, parameters)
        case Vorm.INTERN, _:
            return bereken_intern(dossier, parameters)
        case Vorm.EXTERN, Wijzigingsoort.UREN:
            return _extern_uren(dossier, wijziging, parameters)
    return _extern_einde(dossier, wijziging.ingangsdatum, parameters)


def _intern_einde(dossier: Dossier, einde: date, parameters: Raadpleging) -> Berekening[Omvang]:
    """Korter dan een jaar is naar rato: hetzelfde bedrag over de maanden tot het einde."""
    aanvraag = dossier.aanvraag
    laatste_dag = min(aanvraag.eind, einde - DAG)
    if laatste_dag < aanvraag.begin:
        return _niets(dossier, einde, parameters)
    korter = replace(aanvraag, periode=Periode(aanvraag.begin, laatste_dag))
    return bereken_intern(replace(dossier, aanvraag=korter), parameters)


def _niets(dossier: Dossier, einde: date, parameters: Raadpleging) -> Berekening[Omvang]:
    """De baan eindigde voor de eerste dag van de aanvraag: geen bedrag en geen betalingen."""
    oud = bereken_intern(dossier, parameters)
    plafond = Bedrag(0) if oud.resultaat.plafond is not None else None
    uitleg = stap(
        "staphorst.wijziging.einde",
        "Vanaf {einde} is er geen dienstverband meer, en de jobcoaching begon pas op {begin}: niets te vergoeden",
        begin=dossier.aanvraag.begin,
        einde=einde,
        uitkomst=plafond,
        bron=PAR_1_6,
    )
    return Berekening(
        oud.resultaat._replace(plafond=plafond, termijnbedragen=() if plafond is not None else None),
        (uitleg,),
        oud.bevindingen,
    )


def _extern_einde(dossier: Dossier, einde: date, parameters: Raadpleging) -> Berekening[Omvang]:
    """De jobcoaching stopt met de baan; betaald worden de uren die tot dan zijn gemaakt."""
    oud = bereken_extern(dossier, parameters)
    uitleg = stap(
        "staphorst.wijziging.einde",
        "De jobcoaching stopt op {einde} met het dienstverband; betaald wordt wat tot dan werkelijk is gemaakt",
        einde=einde,
        uitkomst=oud.resultaat.plafond,
        bron=PAR_3,
    )
    zin = (
        "Of het plafond van het jaar bij een vroegtijdig einde lager wordt: niet in bron. Het plafond is niet verlaagd."
    )
    return Berekening(oud.resultaat, (*oud.stappen, uitleg), (*oud.bevindingen, _niet_in_bron(zin)))


def _extern_uren(dossier: Dossier, wijziging: Wijziging, parameters: Raadpleging) -> Berekening[Omvang]:
    """Hoe een plafond over een deel met oude en een deel met nieuwe uren wordt verdeeld staat er niet."""
    oud = bereken_extern(dossier, parameters)
    uren = dossier.dienstverband.rekenuren if wijziging.uren_per_week is None else wijziging.uren_per_week
    andere_uren = replace(dossier.dienstverband, uren_per_week=uren, minimum_uren_per_week=uren)
    nieuw = bereken_extern(replace(dossier, dienstverband=andere_uren), parameters)
    uitleg = stap(
        "staphorst.wijziging.uren",
        "Met de oude uren is het plafond {oud}, met {uren} per week is het {nieuw}",
        oud=oud.resultaat.plafond,
        uren=uren,
        nieuw=nieuw.resultaat.plafond,
        uitkomst=None,
        bron=PAR_1_5.ontbreekt,
    )
    zin = "Hoe het plafond halverwege een jaar verandert als de uren veranderen: niet in bron. De gemeente beslist."
    omvang = oud.resultaat._replace(plafond=None, maximum_uren=None)
    return Berekening(omvang, (*oud.stappen, uitleg), (*oud.bevindingen, _niet_in_bron(zin)))


def _ander_regime(dossier: Dossier, nieuw: Regime, parameters: Raadpleging) -> Berekening[Omvang]:
    """Elk regime heeft zijn eigen bedrag; hoe zij halverwege samengaan staat er niet."""
    bereken = bereken_intern if dossier.aanvraag.vorm is Vorm.INTERN else bereken_extern
    oud = bereken(dossier, parameters)
    dan = bereken(replace(dossier, aanvraag=replace(dossier.aanvraag, regime=nieuw)), parameters)
    uitleg = stap(
        "staphorst.wijziging.regime",
        "Met het oude regime is het bedrag {oud}, met {regime} is het {dan}",
        oud=oud.resultaat.plafond,
        regime=nieuw.value,
        dan=dan.resultaat.plafond,
        uitkomst=None,
        bron=PAR_1_5.ontbreekt,
    )
    zin = "Hoe het bedrag halverwege een jaar verandert bij een ander regime: niet in bron. De gemeente beslist."
    omvang = oud.resultaat._replace(regime=nieuw, plafond=None, maximum_uren=None, termijnbedragen=None)
    return Berekening(omvang, (*oud.stappen, uitleg), (*dan.bevindingen, _niet_in_bron(zin)))


def _verlengd(dossier: Dossier, parameters: Raadpleging) -> Berekening[Omvang]:
    """Een proefplaatsing heeft een bedrag; of het met haar meegroeit staat er niet."""
    bereken = bereken_intern if dossier.aanvraag.vorm is Vorm.INTERN else bereken_extern
    oud = bereken(dossier, parameters)
    zin = "Of het bedrag bij een langere proefplaatsing hoger wordt: niet in bron. Het bedrag is niet verhoogd."
    return Berekening(oud.resultaat, oud.stappen, (*oud.bevindingen, _niet_in_bron(zin)))


def _niet_in_bron(zin: str) -> Bevinding:
    return bevinding("staphorst.niet_in_bron", Ernst.INFORMATIE, zin, PAR_1_5.ontbreekt)


def bepaal_wijzigingstermijnen() -> Berekening[Termijnen]:
    """De bron noemt geen dag; de financier spreekt haar zelf af."""
    zin = "Binnen hoeveel dagen een wijziging gemeld en beslist moet zijn: niet in bron"
    return Berekening(Termijnen(()), (stap("staphorst.termijn.wijziging", zin, uitkomst=None, bron=PAR_1_6.ontbreekt),))
