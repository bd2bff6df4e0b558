"""Wat doet een vroegtijdig einde of een verandering van uren? De afspraak zegt er niets over."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from dakpan.pluginkit import (
    Berekening,
    Dossier,
    Ernst,
    Omvang,
    Raadpleging,
    Regime,
    Termijnen,
    Wijziging,
    Wijzigingsoort,
    bevinding,
    stap,
    zwaarste_telt,
)
from dakpan_g4.bronnen import AFSPRAAK
from dakpan_g4.omvang import bereken_omvang

_ZINNEN = {
    Wijzigingsoort.EINDE: (
        "Of het budget bij een vroegtijdig einde lager wordt: niet in bron. Het budget is niet verlaagd."
    ),
    Wijzigingsoort.UREN: (
        "Het budget hangt niet van de uren per week af; over een wijziging halverwege zegt de bron niets."
    ),
    Wijzigingsoort.VERLENGING: "Of een proefplaatsing te verlengen is en wat dat met het budget doet: niet in bron.",
}


# Welke soort het cijfer bepaalt als er meer verandert: een ander regime laat het leeg.
_VAN_ZWAAR_NAAR_LICHT = (
    Wijzigingsoort.REGIME,
    Wijzigingsoort.EINDE,
    Wijzigingsoort.UREN,
    Wijzigingsoort.VERLENGING,
)


def na_wijzigingen(
    dossier: Dossier, wijzigingen: Sequence[Wijziging], raadpleeg: Callable[[], Raadpleging]
) -> Berekening[Omvang]:
    """Wat de afspraak over elke verandering zegt; over hun som zegt zij niets."""
    return zwaarste_telt(wijzigingen, lambda een: na_wijziging(dossier, een, raadpleeg()), _VAN_ZWAAR_NAAR_LICHT)


def na_wijziging(dossier: Dossier, wijziging: Wijziging, parameters: Raadpleging) -> Berekening[Omvang]:
    """Het jaarbudget hangt niet van de uren af en blijft; of het bij een vroeg einde zakt is niet in bron."""
    oud = bereken_omvang(dossier, parameters)
    if wijziging.soort is Wijzigingsoort.REGIME and wijziging.regime is not None:
        return _ander_regime(dossier, wijziging.regime, oud, parameters)
    zin = _ZINNEN.get(wijziging.soort, _ZINNEN[Wijzigingsoort.UREN])
    onbekend = bevinding("g4.niet_in_bron", Ernst.INFORMATIE, zin, AFSPRAAK.ontbreekt)
    return Berekening(oud.resultaat, oud.stappen, (*oud.bevindingen, onbekend))


def _ander_regime(
    dossier: Dossier, nieuw: Regime, oud: Berekening[Omvang], parameters: Raadpleging
) -> Berekening[Omvang]:
    """Elk regime heeft zijn eigen jaarbudget; hoe zij halverwege samengaan staat er niet."""
    ander = replace(dossier, aanvraag=replace(dossier.aanvraag, regime=nieuw))
    dan = bereken_omvang(ander, parameters)
    uitleg = stap(
        "g4.wijziging.regime",
        "Met het oude regime is het jaarbudget {oud}, met {regime} is het {dan}",
        oud=oud.resultaat.plafond,
        regime=nieuw.value,
        dan=dan.resultaat.plafond,
        uitkomst=None,
        bron=AFSPRAAK.ontbreekt,
    )
    zin = "Hoe het budget halverwege een jaar verandert bij een ander regime: niet in bron. De gemeente beslist."
    onbekend = bevinding("g4.niet_in_bron", Ernst.INFORMATIE, zin, AFSPRAAK.ontbreekt)
    omvang = oud.resultaat._replace(regime=nieuw, plafond=None, maximum_uren=None)
    return Berekening(omvang, (*oud.stappen, uitleg), (*dan.bevindingen, onbekend))


def bepaal_wijzigingstermijnen() -> Berekening[Termijnen]:
    """De bron noemt geen dag; de financier spreekt haar zelf af."""
    zin = "Binnen hoeveel dagen een wijziging gemeld en beslist moet zijn: niet in bron"
    return Berekening(Termijnen(()), (stap("g4.termijn.wijziging", zin, uitkomst=None, bron=AFSPRAAK.ontbreekt),))
