"""Een proefplaatsing die langer duurt. (Handleiding 4.2 en 7.1; Protocol 2014 A.3.2; Protocol Interne Jobcoach 2.5)"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from dakpan.pluginkit import Berekening, Bevinding, Bron, Dossier, Ernst, Omvang, Periode, Vorm, Wijziging, bevinding
from dakpan_uwv.bronnen import HANDLEIDING, INTERN_2015
from dakpan_uwv.proefplaatsing import VASTE_UREN
from dakpan_uwv.termijnen import WIJZIGEN, wijzigingsdagen
from dakpan_uwv.toekenningsperiode import PER_HALF_JAAR, langste_toekenning

VERLENGEN = HANDLEIDING.bij("4.2 en 7.1, verlengen")


def langer(dossier: Dossier, tot_en_met: date) -> Dossier:
    """Dezelfde zaak tot en met deze dag; korter wordt zij niet, en alleen een proefplaatsing wordt langer."""
    if not dossier.is_proefplaatsing:
        return dossier
    aanvraag = dossier.aanvraag
    periode = Periode(aanvraag.begin, max(aanvraag.eind, tot_en_met))
    return replace(dossier, aanvraag=replace(aanvraag, periode=periode))


def na_verlenging(dossier: Dossier, wijziging: Wijziging, nieuw: Berekening[Omvang]) -> Berekening[Omvang]:
    """De omvang van de hele, langere proefplaatsing, met wat de beslisser moet weten."""
    return Berekening(nieuw.resultaat, nieuw.stappen, (*nieuw.bevindingen, *_opgemerkt(dossier, wijziging, nieuw)))


def _opgemerkt(dossier: Dossier, wijziging: Wijziging, nieuw: Berekening[Omvang]) -> Iterator[Bevinding]:
    if not dossier.is_proefplaatsing:
        zin = "Alleen een proefplaatsing is te verlengen; wie langer jobcoaching nodig heeft vraagt een vervolg aan."
        yield _let_op("uwv.verlenging.geen_proefplaatsing", zin, VERLENGEN)
        return
    uiterlijk = dossier.aanvraag.eind - timedelta(wijzigingsdagen(dossier))
    if wijziging.gemeld_op > uiterlijk:
        zin = "Verlengen kan tot {uiterlijk}; de melding van {gemeld} is te laat."
        yield _let_op("uwv.verlenging.te_laat", zin, WIJZIGEN, uiterlijk=uiterlijk, gemeld=wijziging.gemeld_op)
    ten_hoogste = langste_toekenning(dossier)
    if wijziging.tot_en_met is not None and wijziging.tot_en_met > ten_hoogste:
        zin = "Een proefplaatsing duurt ten hoogste zes maanden, hier tot en met {uiterlijk}; gevraagd is {eind}."
        yield _let_op("uwv.verlenging.te_lang", zin, PER_HALF_JAAR, uiterlijk=ten_hoogste, eind=wijziging.tot_en_met)
    if dossier.aanvraag.vorm is Vorm.INTERN:
        zin = "Het bedrag bij een proefplaatsing staat vast, hoe lang zij ook duurt."
        yield _let_op("uwv.verlenging.vast_bedrag", zin, INTERN_2015.bij("2.5"))
    elif nieuw.resultaat.percentage is None:
        zin = "Of het vaste aantal uren bij een verlengde proefplaatsing hoger wordt: niet in bron."
        yield _let_op("uwv.niet_in_bron", zin, VASTE_UREN.ontbreekt)


def _let_op(code: str, zin: str, bron: Bron, **waarden: object) -> Bevinding:
    return bevinding(code, Ernst.INFORMATIE, zin, bron, **waarden)
