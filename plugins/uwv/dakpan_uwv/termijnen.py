"""Aan welke datums houdt iedereen zich? (Protocol 2014 A.4, A.5, A.8; veelgestelde vragen; Awb)"""

from datetime import timedelta

from dakpan.pluginkit import (
    Berekening,
    Dossier,
    Termijnen,
    Termijnregel,
    Termijnsoort,
    bundel_termijnen,
    einde_na_maanden,
)
from dakpan_uwv.aanvraag import AANVRAAGDAGEN, MAXIMUM_MAANDEN
from dakpan_uwv.bronnen import PROTOCOL_2014, RAPPORT, VRAGEN

BESLISDAGEN = 56
VERANTWOORDINGSDAGEN = 28
WIJZIGINGSDAGEN, WIJZIGINGSDAGEN_PROEFPLAATSING = 28, 7


def bepaal_termijnen(dossier: Dossier) -> Berekening[Termijnen]:
    """De vijf termijnen van een zaak bij UWV."""
    return bundel_termijnen(
        "uwv",
        (
            _aanvraag(dossier),
            _beslissing(dossier),
            _wijziging(dossier),
            _verantwoording(dossier),
            _maximum(dossier),
        ),
    )


def wijzigingsdagen(dossier: Dossier) -> int:
    """Tot hoeveel dagen voor het eind kan een wijziging? Vier weken; bij een proefplaatsing één week."""
    return WIJZIGINGSDAGEN_PROEFPLAATSING if dossier.is_proefplaatsing else WIJZIGINGSDAGEN


def _aanvraag(dossier: Dossier) -> Termijnregel:
    """Binnen vier weken na het begin."""
    begin = dossier.aanvraag.begin
    return Termijnregel(
        Termijnsoort.AANVRAAG_UITERLIJK,
        begin + timedelta(AANVRAAGDAGEN),
        PROTOCOL_2014.bij("A.5"),
        "Aanvragen uiterlijk {dagen} dagen na {begin}",
        {"dagen": AANVRAAGDAGEN, "begin": begin},
    )


def _beslissing(dossier: Dossier) -> Termijnregel:
    """Acht weken na ontvangst van een volledige aanvraag."""
    ontvangen = dossier.aanvraag.ontvangen_op
    return Termijnregel(
        Termijnsoort.BESLISSING_UITERLIJK,
        ontvangen + timedelta(BESLISDAGEN),
        RAPPORT.bij("par. 4.2, voetnoot 33; Awb art. 4:13"),
        "Beslissen uiterlijk {dagen} dagen na ontvangst op {ontvangen}",
        {"dagen": BESLISDAGEN, "ontvangen": ontvangen},
    )


def _wijziging(dossier: Dossier) -> Termijnregel:
    """Een wijziging kan tot vier weken voor het eind, bij een proefplaatsing tot een week."""
    eind, dagen = dossier.aanvraag.eind, wijzigingsdagen(dossier)
    return Termijnregel(
        Termijnsoort.WIJZIGING_UITERLIJK,
        eind - timedelta(dagen),
        VRAGEN.bij("Aanvragen: wat als de situatie van de klant verandert"),
        "Een wijziging doorgeven kan tot {dagen} dagen voor het eind op {eind}",
        {"dagen": dagen, "eind": eind},
    )


def _verantwoording(dossier: Dossier) -> Termijnregel:
    """Eindfactuur, verslag en vervolgaanvraag binnen vier weken na het eind."""
    eind = dossier.aanvraag.eind
    return Termijnregel(
        Termijnsoort.VERANTWOORDING_UITERLIJK,
        eind + timedelta(VERANTWOORDINGSDAGEN),
        VRAGEN.bij("Verantwoorden: binnen welke termijn"),
        "Eindfactuur, verantwoording en vervolgaanvraag uiterlijk {dagen} dagen na {eind}",
        {"dagen": VERANTWOORDINGSDAGEN, "eind": eind},
    )


def _maximum(dossier: Dossier) -> Termijnregel:
    """Drie jaar per dienstbetrekking, min wat er al is gebruikt."""
    begin, gebruikt = dossier.aanvraag.begin, dossier.historie.maanden_jobcoaching
    return Termijnregel(
        Termijnsoort.MAXIMALE_EINDDATUM,
        einde_na_maanden(begin, MAXIMUM_MAANDEN - gebruikt),
        PROTOCOL_2014.bij("A.4.2").afgeleid,
        "{maximum} maanden jobcoaching vanaf {begin}, waarvan {gebruikt} al gebruikt",
        {"maximum": MAXIMUM_MAANDEN, "begin": begin, "gebruikt": gebruikt},
    )
