"""De antwoorden zoals zij te lezen zijn: op papier, in de samenvatting en naast die van een ander."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from flask_babel import gettext as _

from dakpan.aanvraag.horen_bij import HOORT_BIJ
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.uren import Uren
from dakpan.web.formulier import Groep, Veld
from dakpan.web.opmaak import leesbaar, toonbaar
from dakpan.web.vertaling import InHetNederlands

_LEZERS: Mapping[str, Callable[[str], object]] = {
    "datum": lambda tekst: tekst,
    "uren": Uren.uit_iso,
    "bedrag": Bedrag.uit_iso,
}


def regels_van(groep: Groep, antwoorden: Mapping[str, Any]) -> Iterator[tuple[Veld, str]]:
    """Elke vraag van deze groep die van toepassing is, met haar antwoord in gewone woorden."""
    return ((veld, op_papier(veld, antwoorden.get(veld.naam))) for veld in groep.velden if _telt(veld, antwoorden))


def _telt(veld: Veld, antwoorden: Mapping[str, Any]) -> bool:
    """Hoort deze vraag bij wat er verder is geantwoord?"""
    vraag, waarden = HOORT_BIJ.get(veld.naam, (None, ()))
    return vraag is None or antwoorden.get(vraag) in waarden


def op_papier(veld: Veld, waarde: Any) -> str:
    """Een antwoord in gewone woorden: de naam van een keuze, ja of nee, een datum of bedrag; anders leeg."""
    if veld.soort == "janee":
        return str(_("ja") if waarde else _("nee"))
    if waarde in (None, "", []):
        return ""
    if veld.keuzes:
        return _keuzes(veld, waarde if isinstance(waarde, list) else [waarde])
    if veld.soort in _LEZERS:
        return leesbaar(_LEZERS[veld.soort](waarde))
    return toonbaar(waarde)


def _keuzes(veld: Veld, gekozen: list[str]) -> str:
    namen = dict(veld.keuzes)
    woorden = [namen.get(een, een) for een in gekozen]
    samen = ", ".join(map(str, woorden))
    return InHetNederlands(samen) if any(isinstance(een, InHetNederlands) for een in woorden) else samen
