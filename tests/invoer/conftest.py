"""Het dossier uit het rekencontract, om één veld tegelijk te veranderen."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

Gegevens = dict[str, Any]

DOSSIER: Gegevens = {
    "tenant": "staphorst",
    "persoon": {"doelgroepen": ["banenafspraak"], "ziek_sinds": None, "ziekte_goedgekeurd": False},
    "dienstverband": {
        "soort": "bepaalde_tijd",
        "begin": "2023-03-01",
        "eind": "2024-02-29",
        "uren_per_week": "24.00",
        "minimum_uren_per_week": None,
        "loonwaarde": 45,
        "uitzicht_op_norm": False,
        "uitzendbeding": False,
        "intentieverklaring": False,
        "afwijking_gemotiveerd": None,
    },
    "aanvraag": {
        "soort": "eerste",
        "vorm": "extern",
        "regime": "midden",
        "begin": "2023-03-01",
        "eind": "2023-08-31",
        "ontvangen_op": "2023-03-20",
        "jaar": 1,
        "eerste_overeenkomst_maanden": 12,
        "tarief": "95.45",
        "reden_te_laat": None,
        "reden_te_laat_aanvaard": False,
        "motivering_intensief": None,
        "verlenging_gemotiveerd": None,
        "volgnummer": 1,
        "jobcoach": {
            **{"hbo": True, "opleiding": True, "harrie": False, "gecertificeerd": False},
            **{"uitzondering": None, "voldoet_op": None},
        },
    },
    "historie": {"maanden_jobcoaching": 0, "maanden_proefplaatsing": 0, "interne_voorziening_loopt": False},
}


@pytest.fixture(name="dossier_met")
def _dossier_met() -> Callable[[Gegevens], Gegevens]:
    """Een vers dossier met de waarden op deze paden; ``...`` laat het veld weg."""

    def maak(wijzigingen: Gegevens) -> Gegevens:
        gegevens = deepcopy(DOSSIER)
        for pad, waarde in wijzigingen.items():
            *mappen, naam = pad.split(".")
            plek = gegevens
            for deel in mappen:
                plek = plek[deel]
            if waarde is ...:
                del plek[naam]
            else:
                plek[naam] = waarde
        return gegevens

    return maak
