"""Wat er bij een wijziging is ingevuld, om te lezen."""

from collections.abc import Mapping
from typing import Any

from dakpan.aanvraag.domain.meldingen import Meldsoort
from dakpan.aanvraag.domain.soorten import Regime
from dakpan.aanvraag.namen import REGIMES
from dakpan.aanvraag.wijzigen.formulier import meldformulier
from dakpan.aanvraag.wijzigen.namen import AANWERK, BIJOPLEIDING, BIJVERZUIM, BIJWERKGEVER
from dakpan.begrippen.uren import Uren
from dakpan.invoer.velden import lees_datum
from dakpan.web.opmaak import datum

_NAMEN: Mapping[str, Any] = {
    **{een.value: naam for namen in (AANWERK, BIJWERKGEVER, BIJOPLEIDING, BIJVERZUIM) for een, naam in namen.items()},
}


def antwoorden_van(soort: Meldsoort, antwoorden: Mapping[str, str]) -> list[tuple[Any, Any]]:
    """Wat er is ingevuld, als vraag met antwoord om te lezen."""
    labels = {veld.naam: veld.label for veld in meldformulier(soort, proefplaatsing=True).velden}
    return [(labels[veld], _leesbaar(veld, waarde)) for veld, waarde in antwoorden.items()]


def _leesbaar(veld: str, waarde: str) -> Any:
    match veld:
        case "wat":
            return _NAMEN[waarde]
        case "regime":
            return REGIMES[Regime(waarde)]
        case "uren_per_week":
            return Uren.uit_iso(waarde)
        case "tot_en_met":
            return datum(lees_datum(waarde))
    return waarde
