"""Aan welke datums houdt iedereen zich? (Protocol 2014 A.4, A.5, A.8; veelgestelde vragen; Awb)"""

from datetime import timedelta

from dakpan.pluginkit import (
    Berekening,
    Dossier,
    Termijn,
    Termijnen,
    Termijnsoort,
    Verlengt,
    aanvraagtermijn,
    beslistermijn,
    bundel_termijnen,
    maximumtermijn,
)
from dakpan_uwv.aanvraag import AANVRAAGDAGEN, MAXIMUM_MAANDEN
from dakpan_uwv.bronnen import PROTOCOL_2014, RAPPORT, VRAGEN

BESLISDAGEN = 56
VERANTWOORDINGSDAGEN = 28
WIJZIGINGSDAGEN, WIJZIGINGSDAGEN_PROEFPLAATSING = 28, 7
AANVRAGEN = PROTOCOL_2014.bij("A.5")
BESLISSEN = RAPPORT.bij("par. 4.2, voetnoot 33; Awb art. 4:13")
DRIE_JAAR = PROTOCOL_2014.bij("A.4.2").afgeleid
WIJZIGEN = VRAGEN.bij("Aanvragen: wat als de situatie van de klant verandert")
VERANTWOORDEN = VRAGEN.bij("Verantwoorden: binnen welke termijn")


def bepaal_termijnen(dossier: Dossier) -> Berekening[Termijnen]:
    """De vijf termijnen van een zaak bij UWV."""
    return bundel_termijnen(
        "uwv",
        (
            aanvraagtermijn(dossier, AANVRAAGDAGEN, AANVRAGEN),
            beslistermijn(dossier, BESLISDAGEN, BESLISSEN, Verlengt.WEL),
            _wijziging(dossier),
            _verantwoording(dossier),
            maximumtermijn(dossier, MAXIMUM_MAANDEN, DRIE_JAAR),
        ),
    )


def wijzigingsdagen(dossier: Dossier) -> int:
    """Tot hoeveel dagen voor het eind kan een wijziging? Vier weken; bij een proefplaatsing één week."""
    return WIJZIGINGSDAGEN_PROEFPLAATSING if dossier.is_proefplaatsing else WIJZIGINGSDAGEN


def _wijziging(dossier: Dossier) -> Termijn:
    eind, dagen = dossier.aanvraag.eind, wijzigingsdagen(dossier)
    return Termijn(
        Termijnsoort.WIJZIGING_UITERLIJK,
        eind - timedelta(dagen),
        WIJZIGEN,
        "Een wijziging doorgeven kan tot {dagen} dagen voor het eind op {eind}",
        {"dagen": dagen, "eind": eind},
    )


def _verantwoording(dossier: Dossier) -> Termijn:
    """Eindfactuur, verslag en vervolgaanvraag binnen vier weken na het eind."""
    eind = dossier.aanvraag.eind
    return Termijn(
        Termijnsoort.VERANTWOORDING_UITERLIJK,
        eind + timedelta(VERANTWOORDINGSDAGEN),
        VERANTWOORDEN,
        "Eindfactuur, verantwoording en vervolgaanvraag uiterlijk {dagen} dagen na {eind}",
        {"dagen": VERANTWOORDINGSDAGEN, "eind": eind},
    )
