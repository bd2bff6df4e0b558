"""Twee mensen schreven tegelijk: welke antwoorden verschillen van wat er nu is opgeslagen?"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from flask_babel import gettext as _

from dakpan.web.formulier_velden import Veld
from dakpan.web.formulier_waarden import lees_waarde
from dakpan.web.opmaak import kort

Waarden = Mapping[str, str | list[str]]


class Verschil(NamedTuple):
    """Eén vraag met het antwoord dat er nu staat en dat van de lezer, in woorden; leeg is geen antwoord."""

    veld: Veld
    van_ander: str
    van_u: str


def verschillen(velden: Iterable[Veld], getypt: Waarden, opgeslagen: Waarden) -> Iterator[Verschil]:
    """Elke vraag waarvan het antwoord anders is; hetzelfde antwoord anders getypt is geen verschil."""
    for veld in velden:
        van_u, van_ander = _lijst(getypt.get(veld.naam, "")), _lijst(opgeslagen.get(veld.naam, ""))
        if veld.soort not in {"wachtwoord", "bestand"} and _gelezen(veld, van_u) != _gelezen(veld, van_ander):
            yield Verschil(veld, _in_woorden(veld, van_ander), _in_woorden(veld, van_u))


def _lijst(waarde: str | list[str]) -> list[str]:
    return waarde if isinstance(waarde, list) else [waarde]


def _gelezen(veld: Veld, getypt: list[str]) -> Any:
    try:
        gelezen = lees_waarde(veld, getypt)
    except ValueError:
        return getypt
    return sorted(gelezen) if isinstance(gelezen, list) else gelezen


def _in_woorden(veld: Veld, getypt: list[str]) -> str:
    if veld.soort == "janee":
        return str(_("ja") if _gelezen(veld, getypt) else _("nee"))
    if veld.keuzes:
        namen = {waarde: str(label) for waarde, label in veld.keuzes}
        return ", ".join(namen.get(een, een) for een in getypt if een)
    if veld.soort == "datum" and isinstance(_gelezen(veld, getypt), str):
        return kort(_gelezen(veld, getypt))
    return getypt[0] if getypt else ""
