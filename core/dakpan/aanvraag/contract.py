"""De antwoorden op ``toets`` en ``vergelijk`` zoals het rekencontract ze schrijft."""

from typing import Any

from dakpan.aanvraag.domain.omvang import Omvang
from dakpan.aanvraag.domain.termijn import Termijn
from dakpan.aanvraag.service import Toets, Vergeleken, Vergelijking, Verschil
from dakpan.begrippen.honderdsten import Honderdsten
from dakpan.uitleg.contract import bevinding_als_json, bron_als_json, stap_als_json

NIET_IN_BRON = "niet in bron"


def toets_als_json(toets: Toets) -> dict[str, Any]:
    """Deel 1 van het contract."""
    return {
        "regelset": toets.regelset,
        "versie": toets.versie,
        "peildatum": toets.peildatum.isoformat(),
        "aanspraak": toets.aanspraak.value,
        "bevindingen": [bevinding_als_json(bevinding) for bevinding in toets.bevindingen],
        "omvang": omvang_als_json(toets.omvang) if toets.omvang is not None else None,
        "termijnen": [_termijn_als_json(termijn) for termijn in toets.termijnen],
        "beoordelaar": toets.beoordelaar.value,
        "stappen": [stap_als_json(stap) for stap in toets.stappen],
    }


def omvang_als_json(omvang: Omvang) -> dict[str, Any]:
    """Elk cijfer als tekst met twee decimalen; leeg is null."""
    bedragen = omvang.termijnbedragen
    return {
        "eenheid": omvang.eenheid.value,
        "regime": omvang.regime.value,
        "jaar": omvang.jaar,
        "percentage": _iso(omvang.percentage),
        "dagen": omvang.dagen,
        "sanctiedagen": omvang.sanctiedagen,
        "uren": _iso(omvang.uren),
        "uren_formulier": _iso(omvang.uren_formulier),
        "plafond": _iso(omvang.plafond),
        "maximum_tarief": _iso(omvang.maximum_tarief),
        "maximum_uren": _iso(omvang.maximum_uren),
        "geldt_voor": omvang.geldt_voor.value,
        "termijnbedragen": None if bedragen is None else [bedrag.iso for bedrag in bedragen],
    }


def _iso(waarde: Honderdsten | None) -> str | None:
    return None if waarde is None else waarde.iso


def _termijn_als_json(termijn: Termijn) -> dict[str, Any]:
    json: dict[str, Any] = {"soort": termijn.soort.value, "datum": termijn.datum.isoformat()}
    if termijn.vorm is not None:
        json["vorm"] = termijn.vorm
    return {**json, "bron": bron_als_json(termijn.bron)}


def vergelijking_als_json(vergelijking: Vergelijking) -> dict[str, Any]:
    """Deel 2 van het contract."""
    return {
        "peildatum": vergelijking.peildatum.isoformat(),
        "regelsets": {naam: _vergeleken_als_json(van) for naam, van in vergelijking.per_regelset.items()},
        "verschillen": [_verschil_als_json(verschil) for verschil in vergelijking.verschillen],
    }


def _vergeleken_als_json(vergeleken: Vergeleken) -> dict[str, Any]:
    berekening = vergeleken.ter_vergelijking
    return {
        **toets_als_json(vergeleken.toets),
        "omvang_ter_vergelijking": omvang_als_json(berekening.resultaat),
        "bevindingen_ter_vergelijking": [bevinding_als_json(bevinding) for bevinding in berekening.bevindingen],
        "stappen_ter_vergelijking": [stap_als_json(stap) for stap in berekening.stappen],
    }


def _verschil_als_json(verschil: Verschil) -> dict[str, Any]:
    per_regelset = verschil.per_regelset
    return {
        "onderwerp": verschil.onderwerp.value,
        "per_regelset": {naam: k.tekst if k is not None else NIET_IN_BRON for naam, k in per_regelset.items()},
        "bronnen": {naam: bron_als_json(k.bron) if k is not None else None for naam, k in per_regelset.items()},
    }
