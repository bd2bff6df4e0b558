"""Welk percentage geldt? (Protocol 2014 A.3, tabel 1; rapport par. 2.3 over tabel 2)"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from dakpan.pluginkit import (
    Aanvraagsoort,
    Dossier,
    Percentage,
    Raadpleging,
    Regime,
    Stap,
    Waarde,
    stap,
    volle_maanden,
)

LAATSTE_TABELJAAR = 3
TABEL_1_VANAF_MAANDEN = 12
TWEE_TABELLEN_SINDS = date(2016, 1, 1)


def zoek_percentage(dossier: Dossier, parameters: Raadpleging) -> tuple[Waarde[Percentage] | None, Stap]:
    """Het percentage uit de tabel die bij het eerste contract hoort, met de stap die dat uitlegt."""
    tabel = kies_tabel(dossier, parameters.peildatum)
    regime, jaar = dossier.aanvraag.regime, tabeljaar(dossier.aanvraag.jaar)
    sleutel = (regime,) if tabel is PROEFPLAATSING else (regime, jaar)
    gevonden = parameters.percentage(tabel.parameter, *sleutel)
    uitleg = stap(
        "uwv.omvang.percentage",
        "Regime {regime}, {tabel}: {percentage}",
        regime=regime.value,
        tabel=tabel.naam if tabel is PROEFPLAATSING else f"{tabel.naam}, jaar {jaar}",
        percentage=gevonden,
        uitkomst=gevonden,
        bron=gevonden.bron if gevonden is not None else parameters.gemis(tabel.parameter),
    )
    return gevonden, uitleg


class Tabel(NamedTuple):
    """Hoe heet de tabel voor mensen, en onder welke parameter staat zij?"""

    naam: str
    parameter: str


TABEL_1 = Tabel("tabel 1", "percentage")
TABEL_2 = Tabel("tabel 2", "percentage_tabel2")
PROEFPLAATSING = Tabel("proefplaatsing", "proefplaatsing_percentage")


def kies_tabel(dossier: Dossier, peildatum: date) -> Tabel:
    """Welke van de drie tabellen hoort bij deze zaak?"""
    if dossier.is_proefplaatsing:
        return PROEFPLAATSING
    return TABEL_1 if valt_onder_tabel_1(dossier, peildatum) else TABEL_2


def tabeljaar(jaar: int) -> int:
    """De tabel kent drie jaren; het derde geldt ook voor later."""
    return min(jaar, LAATSTE_TABELJAAR)


def valt_onder_tabel_1(dossier: Dossier, peildatum: date) -> bool:
    """Duurt het eerste contract 12 maanden of langer? Voor 2016 was er maar één tabel. (Rapport par. 2.3)"""
    if peildatum < TWEE_TABELLEN_SINDS:
        return True
    maanden = dossier.aanvraag.eerste_overeenkomst_maanden
    baan = dossier.dienstverband
    if maanden is None and dossier.aanvraag.soort is Aanvraagsoort.EERSTE and baan.eind is not None:
        maanden = volle_maanden(baan.begin, baan.eind)
    return maanden is None or maanden >= TABEL_1_VANAF_MAANDEN


Percentages = Mapping[Regime, Waarde[Percentage] | None]


def zoek_percentages(
    dossier: Dossier, regimes: Sequence[Regime], parameters: Raadpleging
) -> tuple[Percentages, tuple[Stap, ...]]:
    """Het percentage van elk regime dat in deze periode gold, met een stap voor elk."""
    gevonden = [(een, *zoek_percentage(_met_regime(dossier, een), parameters)) for een in regimes]
    return {regime: percentage for regime, percentage, _ in gevonden}, tuple(uitleg for *_, uitleg in gevonden)


def _met_regime(dossier: Dossier, regime: Regime) -> Dossier:
    return replace(dossier, aanvraag=replace(dossier.aanvraag, regime=regime))
