"""Van het adres van de lijst naar een zoekvraag, en terug. Een BSN staat nooit in een adres."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from dakpan.begrippen.bsn_in_tekst import zoek_bsn
from dakpan.begrippen.fouten import OngeldigeWaarde
from dakpan.begrippen.nummers import Bsn
from dakpan.dossier.lijsten import Zoekvraag
from dakpan.dossier.tables import Zaakstatus

LANGSTE_TEKST = 100
ALLE = "alle"


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
