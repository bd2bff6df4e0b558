"""Gevraagd, voorgesteld en toegekend naast elkaar: hoeveel scheelt het, en waardoor?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from dakpan.aanvraag.tables import Aanleiding, Besluit
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.uren import Uren

Waarde = Uren | Bedrag
Json = Mapping[str, Any]


class Oorzaak(StrEnum):
    """Waardoor komt er iets anders uit dan gevraagd of voorgesteld?"""

    TE_LAAT = "te_laat"
    NAAR_RATO = "naar_rato"
    PLAFOND = "plafond"
    BESLISSER = "beslisser"


@dataclass(frozen=True, slots=True)
class Verschil:
    """De drie cijfers van een besluit. Leeg: niet in bron. ``te_gaan``: toegekend min gevraagd, in honderdsten."""

    gevraagd: Waarde | None
    voorgesteld: Waarde | None
    toegekend: Waarde | None
    oorzaken: tuple[Oorzaak, ...] = ()
    sanctiedagen: int = 0

    @property
    def scheelt(self) -> Waarde | None:
        """Hoeveel is er minder of meer toegekend dan gevraagd? Zonder teken."""
        return _afstand(self.gevraagd, self.toegekend)

    @property
    def is_minder(self) -> bool:
        """Is er minder toegekend dan gevraagd?"""
        return _honderdsten(self.toegekend) < _honderdsten(self.gevraagd)


def verschil_van(besluit: Besluit) -> Verschil | None:
    """None: er is niets toegekend, het is overgenomen, of de regels gaven geen cijfer om mee te vergelijken."""
    omvang: Json | None = besluit.uitkomst["omvang"]
    if not besluit.soort.kent_toe or omvang is None or besluit.aanleiding is Aanleiding.OVERNAME:
        return None
    voorstel: Json = besluit.uitkomst["voorstel"]
    in_uren = omvang["eenheid"] == "uren"
    gevraagd: Waarde | None = _uren(omvang["uren_formulier"]) if in_uren else _offerte(voorstel, omvang)
    voorgesteld: Waarde | None = _uren(voorstel["uren"]) if in_uren else _bedrag(voorstel["bedrag"])
    toegekend: Waarde | None = besluit.uren if in_uren else besluit.bedrag
    oorzaken = tuple(_oorzaken(omvang, gevraagd, voorgesteld, toegekend))
    return Verschil(gevraagd, voorgesteld, toegekend, oorzaken, omvang["sanctiedagen"] or 0)


def _oorzaken(
    omvang: Json, gevraagd: Waarde | None, voorgesteld: Waarde | None, toegekend: Waarde | None
) -> Iterator[Oorzaak]:
    if gevraagd is not None and voorgesteld is not None and gevraagd != voorgesteld:
        if omvang["eenheid"] != "uren":
            yield Oorzaak.PLAFOND
        else:
            yield from (Oorzaak.TE_LAAT,) if omvang["sanctiedagen"] else ()
            yield Oorzaak.NAAR_RATO
    if voorgesteld != toegekend:
        yield Oorzaak.BESLISSER


def _offerte(voorstel: Json, omvang: Json) -> Bedrag | None:
    """Wat de organisatie vroeg, of zonder offerte het plafond."""
    gevonden = [een["uitkomst"] for een in voorstel["stappen"] if een["code"] == "voorstel.offerte"]
    return _bedrag(gevonden[0] if gevonden else omvang["plafond"])


def _uren(iso: str | None) -> Uren | None:
    return Uren.uit_iso(iso) if iso is not None else None


def _bedrag(iso: str | None) -> Bedrag | None:
    return Bedrag.uit_iso(iso) if iso is not None else None


def _honderdsten(waarde: Waarde | None) -> int:
    return waarde.honderdsten if waarde is not None else 0


def _afstand(een: Waarde | None, ander: Waarde | None) -> Waarde | None:
    if een is None or ander is None or een == ander:
        return None
    return type(een)(abs(_honderdsten(een) - _honderdsten(ander)))
