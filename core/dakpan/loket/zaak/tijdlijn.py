"""De geschiedenis in woorden: één regel per handeling, met wat er veranderde."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any, NamedTuple

from flask_babel import gettext as _

from dakpan.loket.zaak.soortnamen import SOORTEN
from dakpan.loket.zaak.steekproefnamen import STEEKPROEFSOORTEN, STEEKPROEFVELDEN
from dakpan.loket.zaak.tijdvaknamen import TIJDVAKVELDEN
from dakpan.loket.zaak.veldnamen import STIL, VELDEN, ZICHTBAAR
from dakpan.opslag.geschiedenis import GEHEIM
from dakpan.opslag.sporen import Soortwijziging, Wijziging
from dakpan.web.opmaak import hoofdletter, leesbaar, mens, tijdstip
from dakpan.web.vertaling import InHetNederlands, waarde_in_taal

_LANGSTE = 300
_TIJDSTIP = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?[+-]\d{2}:\d{2}", re.ASCII)
_SOORTEN, _VELDEN = {**SOORTEN, **STEEKPROEFSOORTEN}, {**VELDEN, **STEEKPROEFVELDEN, **TIJDVAKVELDEN}
_HAND = ("gegevens", "teksten", "inhoud")


class Regel(NamedTuple):
    """Wat iemand op één moment deed, en om welke reden."""

    wanneer: str
    wie: str
    wat: str
    wijzigingen: list[tuple[str, str | None, str | None]]
    op: datetime


def tijdlijn(rijen: Sequence[Wijziging]) -> list[Regel]:
    """Rijen van dezelfde persoon, hetzelfde moment en dezelfde reden horen bij één handeling."""
    bijeen = groupby(rijen, key=lambda rij: (rij.op, rij.door, rij.waarom))
    return [_regel(op, mens(door), waarom, list(samen)) for (op, door, waarom), samen in bijeen]


def _regel(op: datetime, wie: str, waarom: str, rijen: list[Wijziging]) -> Regel:
    wat = hoofdletter(_in_delen(waarom)) if waarom else ", ".join(dict.fromkeys(_soort(rij) for rij in rijen))
    return Regel(tijdstip(op), wie, wat, [een for rij in reversed(rijen) for een in _wijzigingen(rij)], op)


def _in_delen(waarom: str) -> str:
    """Een reden kan uit delen bestaan: wat er gebeurde, en waarom iemand dat zo deed."""
    return ": ".join(map(waarde_in_taal, waarom.split(": ")))


def _soort(rij: Wijziging) -> str:
    return str(_SOORTEN.get(rij.tabel, rij.tabel.replace("_", " ")))


def _wijzigingen(rij: Wijziging) -> Iterator[tuple[str, str | None, str | None]]:
    """Per veld: hoe het heet, wat het was en wat het is. Lege velden van een nieuwe rij blijven weg."""
    if rij.soort is Soortwijziging.VERWIJDERD:
        yield _("%(soort)s, verwijderd", soort=_soort(rij)), None, None
        return
    for veld in rij.velden:
        if _telt(veld) and not (rij.soort is Soortwijziging.NIEUW and _staat_erboven(rij, veld)):
            label = _("%(soort)s, %(veld)s", soort=_soort(rij), veld=_naam(veld["veld"]))
            yield label, _waarde(veld["veld"], veld["was"]), _waarde(veld["veld"], veld["is"])


def _staat_erboven(rij: Wijziging, veld: Mapping[str, Any]) -> bool:
    """Wie iets maakte en wanneer staat al boven de handeling; voor wie zij te zien is, staat bij de zaak."""
    return veld["veld"] in {"door", "op", "gemaakt_op", "genomen_op"} or (
        veld["veld"] == "kant" and rij.tabel != "zaak"
    )


def _telt(veld: Mapping[str, Any]) -> bool:
    eerste, *dieper = str(veld["veld"]).split(".")
    verborgen = eerste in STIL and not (eerste in _HAND and dieper)
    return not verborgen and not eerste.endswith("_id") and (veld["was"] or veld["is"]) not in (None, "", [], {})


def _naam(veld: str) -> str:
    """``gegevens.dienstverband.begin`` wordt ``dienstverband: begin``."""
    delen = [deel for deel in veld.split(".") if deel not in _HAND] or [veld]
    return ": ".join(str(_VELDEN.get(deel, deel.replace("_", " "))) for deel in delen)


def _waarde(veld: str, waarde: Any) -> str | None:
    if waarde in (None, "", [], {}):
        return None
    if waarde == GEHEIM:
        return GEHEIM
    if veld == "kant":
        return str(ZICHTBAAR.get(waarde, waarde))
    if isinstance(waarde, Mapping) or (isinstance(waarde, list) and any(isinstance(een, Mapping) for een in waarde)):
        return str(_("bijgewerkt"))
    if isinstance(waarde, str) and (moment := _moment(waarde)):
        return moment
    tekst = str(leesbaar(waarde))
    vertaald = waarde_in_taal(tekst)
    kort = vertaald if len(vertaald) <= _LANGSTE else f"{vertaald[:_LANGSTE]}…"
    return InHetNederlands(kort) if vertaald == tekst and " " in tekst else kort


def _moment(tekst: str) -> str | None:
    """Het tijdstip dat hier staat; wat er alleen op lijkt blijft zoals iemand het typte."""
    try:
        return tijdstip(datetime.fromisoformat(tekst)) if _TIJDSTIP.fullmatch(tekst) else None
    except (ValueError, OverflowError):
        return None
