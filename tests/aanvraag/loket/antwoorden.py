"""Volledige antwoorden op het aanvraagformulier, om één ding tegelijk aan te veranderen."""

from copy import deepcopy
from typing import Any

Json = dict[str, Any]

BSN = "999996708"
COACH = {"hbo": True, "opleiding": True, "harrie": False, "gecertificeerd": False}

# Reis 10: externe jobcoach, regime midden, jaar 1, 24 uur van een baan van 36, vanaf 1 maart 2023.
GEMEENTE: Json = {
    "client": {"voornaam": "Mila", "achternaam": "Bakker", "geboortedatum": "1996-05-14", "bsn": BSN},
    "werkgever": {"naam": "Bakkerij De Korenaar", "contactpersoon": "Ria Meel", "plaats": "Staphorst"},
    "persoon": {"doelgroepen": ["banenafspraak"]},
    "dienstverband": {
        "soort": "bepaalde_tijd",
        "begin": "2023-03-01",
        "eind": "2024-02-29",
        "uren_per_week": "24.00",
        "loonwaarde": 45,
    },
    "aanvraag": {
        "soort": "eerste",
        "vorm": "extern",
        "regime": "midden",
        "begin": "2023-03-01",
        "eind": "2024-02-29",
        "jaar": 1,
        "volgnummer": 1,
        "jobcoach": COACH,
    },
    "historie": {},
}

# Reis 3: 36 uur per week, een half jaar van 182 dagen, regime midden, jaar 1.
HALFJAAR: Json = {
    **GEMEENTE,
    "persoon": {"doelgroepen": ["sfb"]},
    "dienstverband": {**GEMEENTE["dienstverband"], "begin": "2023-01-02", "eind": None, "uren_per_week": "36.00"},
    "aanvraag": {**GEMEENTE["aanvraag"], "begin": "2023-01-02", "eind": "2023-07-02"},
    "hoofddoelen": ["introduceren", "inwerken_en_trainen", "begeleiden_op_het_werk"],
    "teksten": {
        "coachingsdoelen": "Zelfstandig de oven bedienen.",
        "activiteiten_per_doel": "Voordoen, samen doen, nabespreken.",
        "uren_per_activiteit": "Twee uur per week.",
        "datum_bereikt": "1 juli 2023",
    },
}

ZES_TEKSTEN = {
    "gegevens_dienstverband": "Bakkerij De Korenaar, 24 uur per week.",
    "werkzaamheden": "Brood inpakken en bestellingen klaarzetten.",
    "knelpunten": "Overzicht houden bij drukte.",
    "coachingsdoelen": "Zelfstandig een bestelling klaarzetten.",
    "aanpak": "Voordoen, samen doen, nabespreken.",
    "benodigde_tijd": "Ongeveer drie uur per maand.",
}


def met(basis: Json, **anders: Json) -> Json:
    """Deze antwoorden met per onderdeel andere velden; ``None`` haalt een veld weg."""
    nieuw = deepcopy(basis)
    for deel, velden in anders.items():
        samen = {**nieuw.get(deel, {}), **velden}
        nieuw[deel] = {naam: waarde for naam, waarde in samen.items() if waarde is not None}
    return nieuw
