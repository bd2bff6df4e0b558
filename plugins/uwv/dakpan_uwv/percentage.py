"""Welk percentage geldt? (Protocol 2014 A.3, tabel 1; rapport par. 2.3 over tabel 2)"""

from datetime import date

from dakpan.pluginkit import (
    Aanvraagsoort,
    Dossier,
    Percentage,
    Raadpleging,
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
    regime, jaar = dossier.aanvraag.regime, tabeljaar(dossier.aanvraag.jaar)
    if dossier.is_proefplaatsing:
        naam, tabel = "proefplaatsing_percentage", "proefplaatsing"
        gevonden = parameters.percentage(naam, regime)
    else:
        naam = "percentage" if valt_onder_tabel_1(dossier, parameters.peildatum) else "percentage_tabel2"
        tabel = f"{'tabel 1' if naam == 'percentage' else 'tabel 2'}, jaar {jaar}"
        gevonden = parameters.percentage(naam, regime, jaar)
    bron = gevonden.bron if gevonden is not None else parameters.parameters.parameter(naam).gemis
    uitleg = stap(
        "uwv.omvang.percentage",
        "Regime {regime}, {tabel}: {percentage}",
        regime=regime.value,
        tabel=tabel,
        percentage=gevonden,
        uitkomst=gevonden.waarde if gevonden is not None else None,
        bron=bron,
    )
    return gevonden, uitleg


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
