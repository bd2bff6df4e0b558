"""Hoeveel subsidie voor een interne jobcoach? (Protocol Interne Jobcoach 2015, 2.5 en 2.7)"""

from fractions import Fraction

from dakpan.pluginkit import (
    Bedrag,
    Berekening,
    Dossier,
    Eenheid,
    Omvang,
    Raadpleging,
    Stap,
    Uren,
    Waarde,
    half_omhoog,
    maanden_met_deel,
    stap,
)
from dakpan_uwv.bronnen import INTERN_2015
from dakpan_uwv.percentage import tabeljaar

VOLLEDIG = Uren(24_00)
MAANDEN_PER_JAAR = 12
NAAR_RATO = INTERN_2015.bij("2.5")


def bereken_intern(dossier: Dossier, parameters: Raadpleging) -> Berekening[Omvang]:
    """Jaarbedrag × uren / 24 (ten hoogste 1) × maanden / 12 (ten hoogste 1), half omhoog op de cent."""
    if dossier.is_proefplaatsing:
        return _proefplaatsing(dossier, parameters)
    aanvraag = dossier.aanvraag
    jaarbedrag = parameters.bedrag("subsidie_intern", aanvraag.regime, tabeljaar(aanvraag.jaar))
    urendeel = deel_van_24_uur(dossier.dienstverband.rekenuren)
    jaardeel = min(Fraction(1), maanden_met_deel(aanvraag.begin, aanvraag.eind) / MAANDEN_PER_JAAR)
    plafond = jaarbedrag.waarde.keer(urendeel * jaardeel, half_omhoog) if jaarbedrag is not None else None
    uitleg = stap(
        "uwv.omvang.plafond",
        "{jaarbedrag} × {urendeel} (uren per week / 24) × {jaardeel} (maanden / 12), half omhoog op de cent",
        jaarbedrag=jaarbedrag,
        urendeel=urendeel,
        jaardeel=jaardeel,
        uitkomst=plafond,
        bron=NAAR_RATO,
    )
    stappen = (
        _stap_bedrag("uwv.omvang.jaarbedrag", "Regime {regime}, jaar {jaar}", dossier, jaarbedrag),
        uitleg,
    )
    return Berekening(_omvang(dossier, plafond), stappen, tuple(parameters.opgemerkt))


def deel_van_24_uur(uren: Uren) -> Fraction:
    """Het volledige bedrag geldt vanaf 24 uur per week; daaronder naar rato."""
    return min(Fraction(1), uren.exact / VOLLEDIG.exact)


def _proefplaatsing(dossier: Dossier, parameters: Raadpleging) -> Berekening[Omvang]:
    """Een vast bedrag, hoe lang de proefplaatsing ook duurt. (2.5)"""
    bedrag = parameters.bedrag("subsidie_proefplaatsing", dossier.aanvraag.regime)
    uitleg = _stap_bedrag("uwv.omvang.proefplaatsing", "Vast bedrag bij een proefplaatsing: {regime}", dossier, bedrag)
    plafond = bedrag.waarde if bedrag is not None else None
    return Berekening(_omvang(dossier, plafond), (uitleg,), tuple(parameters.opgemerkt))


def _omvang(dossier: Dossier, plafond: Bedrag | None) -> Omvang:
    return Omvang(Eenheid.EURO, dossier.aanvraag.regime, dossier.aanvraag.jaar, plafond=plafond)


def _stap_bedrag(code: str, sjabloon: str, dossier: Dossier, bedrag: Waarde[Bedrag] | None) -> Stap:
    return stap(
        code,
        sjabloon + ": {bedrag}",
        regime=dossier.aanvraag.regime.value,
        jaar=dossier.aanvraag.jaar,
        bedrag=bedrag,
        uitkomst=bedrag.waarde if bedrag is not None else None,
        bron=bedrag.bron if bedrag is not None else NAAR_RATO.ontbreekt,
    )
