"""Een geldig dossier om één ding tegelijk aan te veranderen, en de regelset om het aan voor te leggen.

Het basisdossier heeft bij elke regelset recht: extern, midden, eerste jaar, 36 uur, een contract van een jaar.
"""

from copy import deepcopy
from datetime import date
from functools import cache
from typing import Any

from dakpan.aanvraag.contract import toets_als_json
from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.schemas import DossierSchema
from dakpan.aanvraag.service import Toets, toets
from dakpan.regels.regels import Regels
from dakpan.regels.register import Register
from dakpan.uitleg.bevinding import Bevinding, Ernst

Json = dict[str, Any]

BASIS: Json = {
    "persoon": {"doelgroepen": ["sfb", "banenafspraak"]},
    "dienstverband": {
        "soort": "bepaalde_tijd",
        "begin": "2023-03-01",
        "eind": "2024-02-29",
        "uren_per_week": "36.00",
        "loonwaarde": 45,
    },
    "aanvraag": {
        "soort": "eerste",
        "vorm": "extern",
        "regime": "midden",
        "begin": "2023-03-01",
        "eind": "2023-08-31",
        "ontvangen_op": "2023-03-01",
        "jobcoach": {"hbo": True, "opleiding": True, "harrie": True, "gecertificeerd": True},
    },
    "historie": {},
}


def maak_json(
    *,
    persoon: Json | None = None,
    dienstverband: Json | None = None,
    aanvraag: Json | None = None,
    historie: Json | None = None,
) -> Json:
    """Het basisdossier als JSON met deze velden anders: ``maak_json(aanvraag={"regime": "licht"})``."""
    gegevens = deepcopy(BASIS)
    delen = {"persoon": persoon, "dienstverband": dienstverband, "aanvraag": aanvraag, "historie": historie}
    for naam, anders in delen.items():
        gegevens[naam] |= anders or {}
    return gegevens


def maak_dossier(
    *,
    persoon: Json | None = None,
    dienstverband: Json | None = None,
    aanvraag: Json | None = None,
    historie: Json | None = None,
) -> Dossier:
    """Het basisdossier met deze velden anders, gelezen zoals ``dakpan toets`` het leest."""
    dossier: Dossier = DossierSchema().lees(
        maak_json(persoon=persoon, dienstverband=dienstverband, aanvraag=aanvraag, historie=historie)
    )
    return dossier


@cache
def regels(naam: str) -> Regels:
    """De geïnstalleerde regelset met alleen haar eigen parameters."""
    return Regels(Register().klasse(naam)())


def toets_bij(naam: str, dossier: Dossier, peildatum: date | None = None) -> Toets:
    """Wat ``dakpan toets --regelset`` doet; zonder peildatum geldt de dag van ontvangst."""
    return toets(regels(naam), dossier, peildatum or dossier.aanvraag.ontvangen_op)


def toets_json(naam: str, dossier: Dossier, peildatum: date | None = None) -> Json:
    """Het antwoord van ``dakpan toets --regelset`` zoals een lezer het krijgt."""
    return toets_als_json(toets_bij(naam, dossier, peildatum))


def met_code(uitkomst: Toets, code: str) -> list[Bevinding]:
    """De bevindingen met deze code, met de naam van de regelset ervoor."""
    return [bevinding for bevinding in uitkomst.bevindingen if bevinding.code == code]


def ernst_van(uitkomst: Toets, code: str) -> Ernst | None:
    """De ernst van de enige bevinding met deze code; None als zij er niet is."""
    gevonden = met_code(uitkomst, code)
    assert len(gevonden) <= 1, f"{code} komt {len(gevonden)} keer voor"
    return gevonden[0].ernst if gevonden else None
