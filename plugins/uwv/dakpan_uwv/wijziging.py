"""Wat verandert er bij een vroegtijdig einde, andere uren of een ander regime? (Protocol 2014 A.8; rapport par. 2.3)

De periode valt in delen uiteen, elk met zijn eigen uren per week. Intern: zie ``wijziging_intern``.
"""

from dataclasses import replace
from datetime import date, timedelta

from dakpan.pluginkit import (
    DAG,
    Berekening,
    Bevinding,
    Dossier,
    Ernst,
    Omvang,
    Raadpleging,
    Stap,
    Wijziging,
    Wijzigingsoort,
    bevinding,
    stap,
)
from dakpan_uwv.bronnen import RAPPORT
from dakpan_uwv.omvang import DAGEN_PER_PERIODE, PERIODE, WEKEN, bereken_extern, uren_over
from dakpan_uwv.percentage import zoek_percentage
from dakpan_uwv.wijziging_ingang import Deel, ingang
from dakpan_uwv.wijziging_regime import na_ander_regime

EVENREDIG = RAPPORT.bij("par. 2.3, evenredige verdeling over de periode").afgeleid


def na_wijziging_extern(dossier: Dossier, wijziging: Wijziging, parameters: Raadpleging) -> Berekening[Omvang]:
    """Dezelfde formule over de delen van de periode, met één afronding aan het eind."""
    if wijziging.soort is Wijzigingsoort.REGIME and wijziging.regime is not None:
        return na_ander_regime(dossier, wijziging, wijziging.regime, parameters)
    oud = bereken_extern(dossier, parameters)
    delen, opgemerkt = _delen(dossier, wijziging)
    percentage, uit_tabel = zoek_percentage(dossier, parameters)
    sanctie = min(oud.resultaat.sanctiedagen, sum(deel.dagen for deel in delen))
    uren_maal_dagen = _uren_maal_dagen(delen, dossier.aanvraag.begin + timedelta(sanctie))
    uren = uren_over(percentage, uren_maal_dagen)
    uitleg = stap(
        "uwv.wijziging.uren",
        "{percentage} × {weken} weken × ({delen}) / {periode}, na {sanctie} sanctiedagen",
        percentage=percentage,
        weken=WEKEN,
        delen=" + ".join(f"{deel.per_week} × {deel.dagen} dagen" for deel in delen),
        periode=DAGEN_PER_PERIODE,
        sanctie=sanctie,
        uitkomst=uren,
        bron=EVENREDIG,
    )
    dagen = sum(deel.dagen for deel in delen)
    omvang = oud.resultaat._replace(dagen=dagen, sanctiedagen=sanctie, uren=uren, uren_formulier=None)
    return Berekening(omvang, (uit_tabel, _stap_dagen(delen, dagen), uitleg), (*oud.bevindingen, *opgemerkt))


def _stap_dagen(delen: list[Deel], dagen: int) -> Stap:
    return stap(
        "uwv.wijziging.dagen",
        "Na de wijziging telt de periode {dagen} dagen: {delen}",
        dagen=dagen,
        delen=tuple(deel.dagen for deel in delen),
        uitkomst=dagen,
        bron=PERIODE,
    )


def _delen(dossier: Dossier, wijziging: Wijziging) -> tuple[list[Deel], list[Bevinding]]:
    begin, na_eind = dossier.aanvraag.begin, dossier.aanvraag.eind + DAG
    oude_uren = dossier.dienstverband.rekenuren
    if wijziging.soort is Wijzigingsoort.EINDE or wijziging.uren_per_week is None:
        return [Deel(begin, min(na_eind, max(begin, wijziging.ingangsdatum)), oude_uren)], [_terugbetalen()]
    vanaf, opgemerkt = ingang(dossier, wijziging, meer=wijziging.uren_per_week > oude_uren)
    knip = min(na_eind, max(begin, vanaf))
    return [Deel(begin, knip, oude_uren), Deel(knip, na_eind, wijziging.uren_per_week)], opgemerkt


def _terugbetalen() -> Bevinding:
    """Wat boven de nieuwe uren al is gedeclareerd moet terug, ook als er in het begin meer nodig was."""
    zin = "Zijn er al meer uren gedeclareerd dan er na het einde overblijven, dan wordt het verschil terugbetaald."
    return bevinding("uwv.wijziging.terugbetalen", Ernst.INFORMATIE, zin, EVENREDIG)


def _uren_maal_dagen(delen: list[Deel], telt_vanaf: date) -> int:
    """Honderdsten van uren per week × dagen, opgeteld; de sanctiedagen liggen aan het begin."""
    tellend = [replace(deel, begin=max(deel.begin, telt_vanaf)) for deel in delen]
    return sum(deel.per_week.honderdsten * deel.dagen for deel in tellend)
