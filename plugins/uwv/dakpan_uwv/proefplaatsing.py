"""Externe jobcoaching tijdens een proefplaatsing: sinds 2016 een vast aantal uren. (Rapport bijlage 1, B1.2)"""

from datetime import date

from dakpan.pluginkit import (
    Berekening,
    Bevinding,
    Dossier,
    Eenheid,
    Ernst,
    Omvang,
    Raadpleging,
    bevinding,
    stap,
)
from dakpan_uwv.bronnen import RAPPORT
from dakpan_uwv.omvang import sanctiedagen, stap_dagen, stap_sanctie

VASTE_UREN_SINDS = date(2016, 1, 1)
VASTE_UREN = RAPPORT.bij("bijlage 1, par. B1.2; bijlage 3, rekentool")


def heeft_vaste_uren(dossier: Dossier, peildatum: date) -> bool:
    """Geldt voor deze zaak het vaste aantal uren?"""
    return dossier.is_proefplaatsing and peildatum >= VASTE_UREN_SINDS


def bereken_vaste_uren(dossier: Dossier, parameters: Raadpleging) -> Berekening[Omvang]:
    """Het vaste aantal uren van het regime; hoeveel dat is staat in geen bron die wij hebben."""
    aanvraag = dossier.aanvraag
    vast = parameters.uren("proefplaatsing_uren", aanvraag.regime)
    uren = vast.waarde if vast is not None else None
    omvang = Omvang(
        Eenheid.UREN,
        aanvraag.regime,
        aanvraag.jaar,
        dagen=aanvraag.periode.dagen,
        sanctiedagen=sanctiedagen(dossier),
        uren=uren,
    )
    uitleg = stap(
        "uwv.omvang.vaste_uren",
        "Een proefplaatsing heeft een vast aantal uren per regime: {regime} is {uren}",
        regime=aanvraag.regime.value,
        uren=uren,
        uitkomst=uren,
        bron=vast.bron if vast is not None else VASTE_UREN.ontbreekt,
    )
    opgemerkt = (*parameters.opgemerkt, *_sanctie_onbekend(omvang))
    return Berekening(omvang, (uitleg, stap_dagen(dossier), stap_sanctie(dossier, omvang.sanctiedagen)), opgemerkt)


def _sanctie_onbekend(omvang: Omvang) -> list[Bevinding]:
    """Hoe te laat aanvragen doorwerkt in een vast aantal uren staat nergens."""
    if omvang.uren is None or omvang.sanctiedagen == 0:
        return []
    zin = "Hoe {dagen} sanctiedagen doorwerken in het vaste aantal uren: niet in bron. De uren zijn niet verlaagd."
    return [bevinding("uwv.niet_in_bron", Ernst.INFORMATIE, zin, VASTE_UREN.ontbreekt, dagen=omvang.sanctiedagen)]


def na_wijziging(dossier: Dossier, parameters: Raadpleging) -> Berekening[Omvang]:
    """Wat een wijziging met het vaste aantal uren doet staat in geen bron; de uren blijven staan."""
    oud = bereken_vaste_uren(dossier, parameters)
    zin = "Hoe een wijziging doorwerkt in het vaste aantal uren van een proefplaatsing: niet in bron."
    onbekend = bevinding("uwv.niet_in_bron", Ernst.INFORMATIE, zin, VASTE_UREN.ontbreekt)
    return Berekening(oud.resultaat, oud.stappen, (*oud.bevindingen, onbekend))
