"""Van één regel naar een zaak met het besluit dat er al is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from dakpan.aanvraag.domain.soorten import Dienstverbandsoort, Doelgroep, Regime, Vorm
from dakpan.aanvraag.overname.tables import LANGSTE_NUMMER
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.kalender import MAANDEN_PER_JAAR
from dakpan.begrippen.nummers import Bsn
from dakpan.begrippen.uren import Uren
from dakpan.invoer.tabel import Regellezer, platte_naam
from dakpan.invoer.tabel.cellen import lees_bedrag, lees_dag, lees_uren, lees_woorden

K = TypeVar("K", bound=StrEnum)
_AANTAL = re.compile(r"[0-9]{1,4}", re.ASCII)
LANGSTE_NAAM = 100


@dataclass(frozen=True, slots=True)
class Overnamerij:
    """Wat er op een regel staat, gelezen. ``gegevens``: in de vorm van het formulier van een aanvraag."""

    tenant_id: str
    gegevens: Mapping[str, Any]
    bsn: Bsn | None
    coach_id: UUID | None
    besluit: Mapping[str, Any]


def lees_besluit(lezer: Regellezer, vandaag: date) -> dict[str, Any]:
    """Nummer, dagen en cijfers van het bestaande besluit; elke fout staat bij de lezer."""
    besluit: dict[str, Any] = {
        "besluitnummer": lezer.lees("besluitnummer", lambda tekst: lees_woorden(tekst, LANGSTE_NUMMER), verplicht=True),
        "besloten_op": lezer.lees("besloten_op", lees_dag, verplicht=True),
        "begin": lezer.lees("begin", lees_dag, verplicht=True),
        "eind": lezer.lees("eind", lees_dag, verplicht=True),
        "toegekende_uren": lezer.lees("toegekende_uren", lees_uren),
        "gebruikte_uren": lezer.lees("gebruikte_uren", lees_uren),
        "toegekend_bedrag": lezer.lees("toegekend_bedrag", lees_bedrag),
        "gebruikt_bedrag": lezer.lees("gebruikt_bedrag", lees_bedrag),
    }
    if besluit["besloten_op"] is not None and besluit["besloten_op"] > vandaag:
        lezer.meld("besloten_op", "deze dag moet nog komen")
    if besluit["eind"] is not None and besluit["eind"] < vandaag:
        lezer.meld("eind", "deze periode is voorbij; hier horen alleen zaken die nog lopen")
    _cijfers(lezer, besluit)
    return besluit


def _cijfers(lezer: Regellezer, besluit: Mapping[str, Any]) -> None:
    """Precies één van beide, en er is nog iets over."""
    uren, bedrag = (bool(lezer.tekst(veld)) for veld in ("toegekende_uren", "toegekend_bedrag"))
    if uren == bedrag:
        lezer.meld("toegekende_uren", "schrijf de toegekende uren of het toegekende bedrag, een van beide")
    for toegekend, gebruikt in (("toegekende_uren", "gebruikte_uren"), ("toegekend_bedrag", "gebruikt_bedrag")):
        ten_hoogste: Uren | Bedrag | None = besluit[toegekend]
        al: Uren | Bedrag | None = besluit[gebruikt]
        if ten_hoogste is not None and al is None and not lezer.tekst(gebruikt):
            lezer.meld(gebruikt, "schrijf wat er al van is gebruikt; nog niets is 0")
        elif ten_hoogste is not None and al is not None and al.honderdsten >= ten_hoogste.honderdsten:
            lezer.meld(gebruikt, "er is niets meer over; begin een vervolgaanvraag")


def lees_gegevens(lezer: Regellezer, besluit: Mapping[str, Any]) -> dict[str, Any]:
    """Cliënt, werkgever, contract en wat er eerder was, zoals het formulier van een aanvraag ze heeft."""
    maanden = lezer.lees("maanden", _aantal) or 0
    week = lezer.lees("week", lees_uren, verplicht=True)
    contract = lezer.lees("contract", lambda tekst: _keuze(Dienstverbandsoort, tekst), verplicht=True)
    doelgroep = lezer.lees("doelgroep", lambda tekst: _keuze(Doelgroep, tekst), verplicht=True)
    uren = week.iso if week is not None else None
    baan = {"soort": contract, "begin": _dag(lezer, "contract_begin", verplicht=True), "uren_per_week": uren}
    baan |= {"eind": _dag(lezer, "contract_eind"), "minimum_uren_per_week": uren}
    return {
        "client": _gevuld(
            {
                "voornaam": lezer.lees("voornaam", _naam, verplicht=True),
                "achternaam": lezer.lees("achternaam", _naam, verplicht=True),
                "geboortedatum": _dag(lezer, "geboortedatum"),
                "bsn": lezer.tekst("bsn"),
            }
        ),
        "werkgever": _gevuld({"naam": lezer.lees("werkgever", _naam, verplicht=True), "kvk": lezer.tekst("kvk")}),
        "persoon": {"doelgroepen": [doelgroep] if doelgroep else []},
        "dienstverband": _gevuld(baan if contract == Dienstverbandsoort.MIN_MAX else _zonder_minimum(baan)),
        "aanvraag": _vraag(lezer, besluit, maanden),
        "historie": {"maanden_jobcoaching": maanden},
        "jaar_bevestigd": True,
    }


def _vraag(lezer: Regellezer, besluit: Mapping[str, Any], maanden: int) -> dict[str, Any]:
    """Een eerste aanvraag, of een vervolg als er al werd gecoacht; wanneer zij binnenkwam weet de financier."""
    begin, eind, toen = besluit["begin"], besluit["eind"], besluit["besloten_op"]
    vraag: dict[str, Any] = {
        "soort": "vervolg" if maanden else "eerste",
        "vorm": lezer.lees("vorm", lambda tekst: _keuze(Vorm, tekst)) or Vorm.EXTERN.value,
        "regime": lezer.lees("regime", lambda tekst: _keuze(Regime, tekst), verplicht=True),
        "begin": begin and begin.isoformat(),
        "eind": eind and eind.isoformat(),
        "ontvangen_op": begin and toen and min(begin, toen).isoformat(),
    }
    if maanden:
        vraag |= {"jaar": maanden // MAANDEN_PER_JAAR + 1, "volgnummer": 2}
    return _gevuld(vraag)


def lees_bsn(tekst: str) -> Bsn | None:
    """Het nummer, als het er staat en klopt; wat er mis is zegt het formulier."""
    try:
        return Bsn.uit_tekst(tekst) if tekst else None
    except ValueError:
        return None


def _gevuld(velden: Mapping[str, Any]) -> dict[str, Any]:
    return {veld: waarde for veld, waarde in velden.items() if waarde not in (None, "")}


def _zonder_minimum(baan: Mapping[str, Any]) -> dict[str, Any]:
    return {veld: waarde for veld, waarde in baan.items() if veld != "minimum_uren_per_week"}


def _dag(lezer: Regellezer, veld: str, *, verplicht: bool = False) -> str | None:
    dag = lezer.lees(veld, lees_dag, verplicht=verplicht)
    return dag.isoformat() if dag is not None else None


def _naam(tekst: str) -> str:
    return lees_woorden(tekst, LANGSTE_NAAM)


def _aantal(tekst: str) -> int:
    if not _AANTAL.fullmatch(tekst):
        raise ValueError(f"'{tekst}' is geen aantal maanden; schrijf een heel getal, zoals 14")
    return int(tekst)


def _keuze(soort: type[K], tekst: str) -> str:
    """De waarde, hoe zij ook is geschreven: "zeer licht" is ``zeer_licht``."""
    gevonden = next((een.value for een in soort if platte_naam(een.value) == platte_naam(tekst)), None)
    if gevonden is None:
        kan = ", ".join(een.value.replace("_", " ") for een in soort)
        raise ValueError(f"'{tekst}' bestaat niet; kies uit {kan}")
    return gevonden
