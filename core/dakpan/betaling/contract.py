"""Het antwoord op ``declaratie`` zoals het rekencontract (deel 3) het schrijft."""

from typing import Any

from dakpan.begrippen.bedrag import Bedrag
from dakpan.betaling.domain import Jaardeel, Vergoeding
from dakpan.uitleg.berekening import Berekening
from dakpan.uitleg.contract import bevinding_als_json, stap_als_json


def vergoeding_als_json(regelset: str, versie: str, berekening: Berekening[Vergoeding]) -> dict[str, Any]:
    """Deel 3 van het contract."""
    vergoeding = berekening.resultaat
    return {
        "regelset": regelset,
        "versie": versie,
        "totaal_duur": str(vergoeding.totaal),
        "correctie": str(vergoeding.correctie),
        "declarabel": str(vergoeding.declarabel),
        "declarabel_uren": vergoeding.uren.iso,
        "per_jaar": [_jaardeel_als_json(deel) for deel in vergoeding.jaardelen],
        "bedrag_excl": _iso(vergoeding.bedrag_excl),
        "btw": _iso(vergoeding.btw),
        "bedrag_incl": _iso(vergoeding.bedrag_incl),
        "resterend": str(vergoeding.resterend),
        "bevindingen": [bevinding_als_json(bevinding) for bevinding in berekening.bevindingen],
        "stappen": [stap_als_json(stap) for stap in berekening.stappen],
    }


def _jaardeel_als_json(deel: Jaardeel) -> dict[str, Any]:
    return {
        "jaar": deel.jaar,
        "uren": deel.uren.iso,
        "tarief": _iso(deel.tarief),
        "bedrag_excl": _iso(deel.bedrag_excl),
    }


def _iso(bedrag: Bedrag | None) -> str | None:
    return None if bedrag is None else bedrag.iso
