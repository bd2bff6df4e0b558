"""Eén zaak bij Staphorst, om één ding tegelijk aan te veranderen en te zien wat ervan wordt gevonden."""

from datetime import date
from typing import Any

from tests.plugins.hulp import ernst_van, maak_dossier, met_code, regels

from dakpan.aanvraag.domain.omvang import Omvang
from dakpan.aanvraag.service import Toets, toets
from dakpan.begrippen.bedrag import Bedrag
from dakpan.uitleg.berekening import Berekening

Anders = dict[str, Any]

INTERN: Anders = {"vorm": "intern"}
GEMEENTELIJK: Anders = {"vorm": "gemeentelijk"}
PROEF: Anders = {"soort": "proefplaatsing"}
MET_INTENTIE: Anders = {"intentieverklaring": True}


def zaak(peildatum: date | None = None, /, **anders: Anders) -> Toets:
    """Het basisdossier met deze velden anders, getoetst bij Staphorst."""
    dossier = maak_dossier(**anders)
    return toets(regels("staphorst"), dossier, peildatum or dossier.aanvraag.ontvangen_op)


def ernst(code: str, **anders: Anders) -> str | None:
    """Hoe zwaar weegt de enige bevinding met deze code? None: er is er geen."""
    return ernst_van(zaak(**anders), f"staphorst.{code}")


def tekst(code: str, **anders: Anders) -> str:
    [bevinding] = met_code(zaak(**anders), f"staphorst.{code}")
    return bevinding.tekst


def codes(uitkomst: Toets) -> list[str]:
    return [bevinding.code.removeprefix("staphorst.") for bevinding in uitkomst.bevindingen]


def berekend(peildatum: date | None = None, /, **anders: Anders) -> Berekening[Omvang]:
    """De omvang alsof niets blokkeert."""
    dossier = maak_dossier(**anders)
    return regels("staphorst").bereken_omvang(dossier, peildatum or dossier.aanvraag.ontvangen_op)


def plafond(**anders: Anders) -> str | None:
    gevonden = berekend(**anders).resultaat.plafond
    return None if gevonden is None else gevonden.iso


def betalingen(**anders: Anders) -> list[str]:
    return iso(berekend(**anders).resultaat.termijnbedragen)


def iso(bedragen: tuple[Bedrag, ...] | None) -> list[str]:
    assert bedragen is not None
    return [bedrag.iso for bedrag in bedragen]
