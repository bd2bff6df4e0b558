"""Aan welke datums houdt iedereen zich? (Protocol 2014 A.4, A.5, A.8; veelgestelde vragen; Awb)"""

from datetime import timedelta

from dakpan.pluginkit import (
    Berekening,
    Dossier,
    Termijnen,
    Termijnregel,
    Termijnsoort,
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


def bepaal_termijnen(dossier: Dossier) -> Berekening[Termijnen]:
    """De vijf termijnen van een zaak bij UWV."""
    return bundel_termijnen(
        "uwv",
        (
            aanvraagtermijn(dossier, AANVRAAGDAGEN, PROTOCOL_2014.bij("A.5")),
            beslistermijn(dossier, BESLISDAGEN, RAPPORT.bij("par. 4.2, voetnoot 33; Awb art. 4:13")),
            _wijziging(dossier),
            _verantwoording(dossier),
            maximumtermijn(dossier, MAXIMUM_MAANDEN, PROTOCOL_2014.bij("A.4.2").afgeleid),
        ),
    )


def wijzigingsdagen(dossier: Dossier) -> int:
    """Tot hoeveel dagen voor het eind kan een wijziging? Vier weken; bij een proefplaatsing één week."""
    return WIJZIGINGSDAGEN_PROEFPLAATSING if dossier.is_proefplaatsing else WIJZIGINGSDAGEN


def _wijziging(dossier: Dossier) -> Termijnregel:
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
