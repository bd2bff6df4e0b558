"""Van het adres van de lijst naar een zoekvraag, en terug. Een BSN staat nooit in een adres."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import accumulate
from typing import Any
from uuid import UUID

from dakpan.begrippen.fouten import OngeldigeWaarde
from dakpan.begrippen.nummers import Bsn
from dakpan.dossier.lijsten import Zoekvraag
from dakpan.dossier.tables import Zaakstatus

LANGSTE_TEKST = 100
ALLE = "alle"
_CIJFERS_VAN_BSN = 9
_KENMERK = re.compile(r"[A-Za-z]{1,3}-[0-9]{4}-[0-9]+")
_CIJFERS, _LETTERS = re.compile(r"[0-9]+"), re.compile(r"[^\W0-9_]")


def lees_vraag(velden: Mapping[str, str]) -> Zoekvraag:
    """Wat er gevraagd wordt; wat niet te lezen is telt niet. Een BSN in een adres wordt niet gezocht."""
    tekst = " ".join(velden.get("q", "")[:LANGSTE_TEKST].replace("\0", "").split())
    return Zoekvraag(
        tekst="" if zoek_bsn(tekst) else tekst,
        financier=velden.get("financier") or None,
        status=_status(velden.get("status", "")),
        aan_mij=velden.get("beurt") == "mij",
        na=_id(velden.get("na", "")),
        voor=_id(velden.get("voor", "")),
    )


def met_bsn(vraag: Zoekvraag, tekst: str) -> Zoekvraag | None:
    """Dezelfde vraag met dit BSN. None: dit nummer bestaat niet."""
    try:
        return replace(vraag, tekst="", bsn=Bsn.uit_tekst(tekst))
    except OngeldigeWaarde:
        return None


def zoek_bsn(tekst: str) -> str:
    """Het BSN dat in deze tekst staat, hoe het ook is geschreven; leeg: er staat er geen.

    Negen cijfers en verder niets zijn er altijd een; naast andere woorden moeten zij ook aan de elfproef voldoen.
    Een kenmerk zoals ``Z-2022-00012`` is geen BSN.
    """
    gelezen = _KENMERK.sub(" ", "".join(map(_als_cijfer, tekst)))
    kandidaten = list(_negen_cijfers(gelezen))
    if (
        kandidaten
        and not _LETTERS.search(gelezen)
        and len(_CIJFERS.sub("", gelezen)) + _CIJFERS_VAN_BSN == len(gelezen)
    ):
        return kandidaten[0]
    return next(filter(Bsn.klopt, kandidaten), "")


def _als_cijfer(teken: str) -> str:
    """Een cijfer uit welk schrift ook, zoals wij het schrijven."""
    cijfer = unicodedata.decimal(teken, None)
    return teken if cijfer is None else str(cijfer)


def _negen_cijfers(tekst: str) -> Iterator[str]:
    """Elke reeks van negen cijfers, ook met tekens ertussen, maar niet met letters."""
    for deel in _LETTERS.split(tekst):
        groepen = _CIJFERS.findall(deel)
        for begin in range(len(groepen)):
            samen = list(accumulate(groepen[begin:]))
            yield from (reeks for reeks in samen if len(reeks) == _CIJFERS_VAN_BSN)


def als_adres(vraag: Zoekvraag, *, na: UUID | None = None, voor: UUID | None = None) -> dict[str, Any]:
    """De vraag zoals zij achter het adres staat; wat gewoon is blijft weg."""
    velden = {
        "q": vraag.tekst,
        "financier": vraag.financier,
        "status": _in_adres(vraag.status),
        "beurt": "mij" if vraag.aan_mij else None,
        "na": na,
        "voor": voor,
    }
    return {naam: str(waarde) for naam, waarde in velden.items() if waarde}


def _status(tekst: str) -> Zaakstatus | None:
    if tekst == ALLE:
        return None
    return Zaakstatus(tekst) if tekst in set(Zaakstatus) else Zaakstatus.LOPEND


def _in_adres(status: Zaakstatus | None) -> str | None:
    return ALLE if status is None else None if status is Zaakstatus.LOPEND else status.value


def _id(tekst: str) -> UUID | None:
    return UUID(tekst) if re.fullmatch(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", tekst, re.ASCII) else None
