"""Wat wordt de subsidie bij een vroegtijdig einde of andere uren? (Protocol Interne Jobcoach 2015, 2.5 en 4.1)"""

from datetime import date
from fractions import Fraction

from dakpan.pluginkit import (
    DAG,
    Bedrag,
    Berekening,
    Dossier,
    Omvang,
    Raadpleging,
    Regime,
    Uren,
    Wijziging,
    Wijzigingsoort,
    half_omhoog,
    maanden_met_deel,
    stap,
)
from dakpan_uwv.bronnen import INTERN_2015
from dakpan_uwv.omvang_intern import MAANDEN_PER_JAAR, bereken_intern, deel_van_24_uur
from dakpan_uwv.percentage import tabeljaar
from dakpan_uwv.wijziging_regime import is_zwaarder

PAR_4_1 = INTERN_2015.bij("2.5 en 4.1")


def na_wijziging_intern(dossier: Dossier, wijziging: Wijziging, parameters: Raadpleging) -> Berekening[Omvang]:
    """Het jaarbedrag naar rato van de maanden en uren voor en na de wijziging; bij een proefplaatsing blijft het."""
    oud = bereken_intern(dossier, parameters)
    if dossier.is_proefplaatsing:
        return oud
    aanvraag = dossier.aanvraag
    jaar = tabeljaar(aanvraag.jaar)
    if wijziging.soort is Wijzigingsoort.REGIME and wijziging.regime is not None:
        return _ander_regime(dossier, wijziging, wijziging.regime, parameters)
    jaarbedrag = parameters.bedrag("subsidie_intern", aanvraag.regime, jaar)
    maanden_voor, maanden_na, uren_na = _delen(dossier, wijziging)
    deel = maanden_voor * deel_van_24_uur(dossier.dienstverband.rekenuren) + maanden_na * deel_van_24_uur(uren_na)
    factor = deel / MAANDEN_PER_JAAR
    plafond = jaarbedrag.waarde.keer(factor, half_omhoog) if jaarbedrag is not None else None
    uitleg = stap(
        "uwv.wijziging.plafond",
        "{jaarbedrag} × {factor}: {voor} maanden met {uren_voor} en {na} maanden met {uren_na}, gedeeld door 12",
        jaarbedrag=jaarbedrag,
        factor=factor,
        voor=maanden_voor,
        uren_voor=dossier.dienstverband.rekenuren,
        na=maanden_na,
        uren_na=uren_na,
        uitkomst=plafond,
        bron=PAR_4_1.afgeleid,
    )
    return Berekening(oud.resultaat._replace(plafond=plafond), (uitleg,), oud.bevindingen)


def _ander_regime(dossier: Dossier, wijziging: Wijziging, nieuw: Regime, parameters: Raadpleging) -> Berekening[Omvang]:
    """Het jaarbedrag van elk regime over de maanden waarin het gold."""
    jaar, oud = tabeljaar(dossier.aanvraag.jaar), bereken_intern(dossier, parameters)
    eerst = parameters.bedrag("subsidie_intern", dossier.aanvraag.regime, jaar)
    dan = parameters.bedrag("subsidie_intern", nieuw, jaar)
    voor, na, _uren = _delen(dossier, wijziging)
    urendeel = deel_van_24_uur(dossier.dienstverband.rekenuren)
    plafond = None
    if eerst is not None and dan is not None:
        samen = eerst.waarde.exact * voor + dan.waarde.exact * na
        plafond = Bedrag.rond_af(samen * urendeel / MAANDEN_PER_JAAR, half_omhoog)
    uitleg = stap(
        "uwv.wijziging.plafond",
        "({eerst} × {voor} maanden + {dan} × {na} maanden) / 12 × {urendeel} (uren per week / 24)",
        eerst=eerst,
        voor=voor,
        dan=dan,
        na=na,
        urendeel=urendeel,
        uitkomst=plafond,
        bron=PAR_4_1.afgeleid,
    )
    return Berekening(oud.resultaat._replace(regime=nieuw, plafond=plafond), (uitleg,), tuple(parameters.opgemerkt))


def _delen(dossier: Dossier, wijziging: Wijziging) -> tuple[Fraction, Fraction, Uren]:
    """Hoeveel maanden lopen er voor en na de wijziging, en met welke uren daarna?"""
    aanvraag, uren = dossier.aanvraag, wijziging.uren_per_week
    heel = min(Fraction(MAANDEN_PER_JAAR), maanden_met_deel(aanvraag.begin, aanvraag.eind))
    voor = min(heel, maanden_met_deel(aanvraag.begin, _ingang(dossier, wijziging) - DAG))
    if wijziging.soort is Wijzigingsoort.REGIME:
        return voor, heel - voor, dossier.dienstverband.rekenuren
    if wijziging.soort is Wijzigingsoort.EINDE or uren is None:
        return voor, Fraction(0), dossier.dienstverband.rekenuren
    return voor, heel - voor, uren


def _ingang(dossier: Dossier, wijziging: Wijziging) -> date:
    """Een verhoging gaat in bij ontvangst van de melding, een verlaging op de dag van de verandering. (4.1)"""
    meer = wijziging.uren_per_week is not None and wijziging.uren_per_week > dossier.dienstverband.rekenuren
    if wijziging.regime is not None:
        meer = is_zwaarder(wijziging.regime, dossier.aanvraag.regime)
    if wijziging.soort is not Wijzigingsoort.EINDE and meer:
        return max(wijziging.ingangsdatum, wijziging.gemeld_op)
    return wijziging.ingangsdatum
