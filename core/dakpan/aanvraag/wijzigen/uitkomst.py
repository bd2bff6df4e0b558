"""Wat er van een doorgerekende wijziging wordt bewaard, zodat het later over te doen is."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from dakpan.aanvraag.contract import omvang_als_json
from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.domain.omvang import Omvang, Wijziging, Wijzigingsoort, op_datum
from dakpan.aanvraag.domain.soorten import Regime
from dakpan.begrippen.uren import Uren
from dakpan.regels.regels import Regels
from dakpan.uitleg.berekening import Berekening
from dakpan.uitleg.contract import bevinding_als_json, stap_als_json

Json = dict[str, Any]


def uitkomst_van(regels: Regels, dossier: Dossier, wijzigingen: Sequence[Wijziging], peildatum: date) -> Json:
    """Wat er van de omvang te bewaren en later na te rekenen is. ``wijzigingen``: op datum."""
    return als_uitkomst(regels.bereken_na_wijziging(dossier, wijzigingen, peildatum))


def als_uitkomst(berekening: Berekening[Omvang]) -> Json:
    """De omvang met stappen en bevindingen, in de vorm van het rekencontract."""
    return {
        "omvang": omvang_als_json(berekening.resultaat),
        "stappen": [stap_als_json(een) for een in berekening.stappen],
        "bevindingen": [bevinding_als_json(een) for een in berekening.bevindingen],
    }


def reeks_als_json(wijziging: Wijziging, eerdere: Sequence[Wijziging]) -> Json:
    """De wijziging van dit besluit, met wat er eerder in deze periode al was veranderd."""
    bij = {"eerdere": [wijziging_als_json(een) for een in eerdere]} if eerdere else {}
    return {**wijziging_als_json(wijziging), **bij}


def reeks_uit_json(json: Mapping[str, Any]) -> tuple[Wijziging, ...]:
    """Elke verandering tot en met dit besluit, op datum."""
    eerdere = [wijziging_uit_json(een) for een in json.get("eerdere", ())]
    return op_datum([*eerdere, wijziging_uit_json(json)])


def wijziging_als_json(wijziging: Wijziging) -> Json:
    """Genoeg om het later over te doen."""
    return {
        "soort": wijziging.soort.value,
        "ingangsdatum": wijziging.ingangsdatum.isoformat(),
        "gemeld_op": wijziging.gemeld_op.isoformat(),
        "uren_per_week": wijziging.uren_per_week.iso if wijziging.uren_per_week is not None else None,
        "regime": wijziging.regime.value if wijziging.regime is not None else None,
        "tot_en_met": wijziging.tot_en_met.isoformat() if wijziging.tot_en_met is not None else None,
        "gold_tot_en_met": wijziging.gold_tot_en_met.isoformat() if wijziging.gold_tot_en_met is not None else None,
    }


def wijziging_uit_json(json: Mapping[str, Any]) -> Wijziging:
    """Zoals ``wijziging_als_json`` haar schreef."""
    uren, regime, tot, gold = json["uren_per_week"], json["regime"], json.get("tot_en_met"), json.get("gold_tot_en_met")
    return Wijziging(
        Wijzigingsoort(json["soort"]),
        date.fromisoformat(json["ingangsdatum"]),
        date.fromisoformat(json["gemeld_op"]),
        Uren.uit_iso(uren) if uren is not None else None,
        Regime(regime) if regime is not None else None,
        date.fromisoformat(tot) if tot is not None else None,
        date.fromisoformat(gold) if gold is not None else None,
    )
