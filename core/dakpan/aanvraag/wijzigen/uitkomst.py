"""Wat er van een doorgerekende wijziging wordt bewaard, zodat het later over te doen is."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dakpan.aanvraag.contract import omvang_als_json
from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.domain.omvang import Omvang, Wijziging, Wijzigingsoort
from dakpan.aanvraag.domain.soorten import Regime
from dakpan.begrippen.uren import Uren
from dakpan.regels.regels import Regels
from dakpan.uitleg.berekening import Berekening
from dakpan.uitleg.contract import bevinding_als_json, stap_als_json

Json = dict[str, Any]


def uitkomst_van(regels: Regels, dossier: Dossier, wijziging: Wijziging, peildatum: date) -> Json:
    """Wat er van de omvang te bewaren en later na te rekenen is."""
    berekening = regels.bereken_na_wijziging(dossier, wijziging, peildatum)
    return als_uitkomst(berekening)


def als_uitkomst(berekening: Berekening[Omvang]) -> Json:
    """De omvang met stappen en bevindingen, in de vorm van het rekencontract."""
    return {
        "omvang": omvang_als_json(berekening.resultaat),
        "stappen": [stap_als_json(een) for een in berekening.stappen],
        "bevindingen": [bevinding_als_json(een) for een in berekening.bevindingen],
    }


def wijziging_als_json(wijziging: Wijziging) -> Json:
    """Genoeg om het later over te doen."""
    return {
        "soort": wijziging.soort.value,
        "ingangsdatum": wijziging.ingangsdatum.isoformat(),
        "gemeld_op": wijziging.gemeld_op.isoformat(),
        "uren_per_week": wijziging.uren_per_week.iso if wijziging.uren_per_week is not None else None,
        "regime": wijziging.regime.value if wijziging.regime is not None else None,
        "tot_en_met": wijziging.tot_en_met.isoformat() if wijziging.tot_en_met is not None else None,
    }


def wijziging_uit_json(json: Mapping[str, Any]) -> Wijziging:
    """Zoals ``wijziging_als_json`` haar schreef."""
    uren, regime, tot = json["uren_per_week"], json["regime"], json.get("tot_en_met")
    return Wijziging(
        Wijzigingsoort(json["soort"]),
        date.fromisoformat(json["ingangsdatum"]),
        date.fromisoformat(json["gemeld_op"]),
        Uren.uit_iso(uren) if uren is not None else None,
        Regime(regime) if regime is not None else None,
        date.fromisoformat(tot) if tot is not None else None,
    )
