"""Van het adres van de werklijst naar een vraag, en terug; wat niet te lezen is telt niet."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from werkzeug.datastructures import MultiDict

from dakpan.aanvraag.behandelen.werklijst import STAPPEN, Plek, Werkvraag
from dakpan.dossier.domain import Zaakstap

LANGSTE_TEKST = 100
GEEN_DAG = "geen"


def lees_werkvraag(velden: Mapping[str, str]) -> Werkvraag:
    """Welke zaken worden gevraagd?"""
    tekst = " ".join(velden.get("q", "")[:LANGSTE_TEKST].replace("\0", "").split())
    stap = velden.get("stap", "")
    return Werkvraag(
        bureau=_id(velden.get("bureau", "")),
        vrij=velden.get("bureau") == "vrij",
        stap=Zaakstap(stap) if stap in STAPPEN else None,
        organisatie_id=_id(velden.get("organisatie", "")),
        tekst=tekst,
        na=_plek(velden.get("na", "")),
    )


def als_adres(vraag: Werkvraag, na: Plek | None = None) -> dict[str, Any]:
    """De vraag zoals zij achter het adres staat; wat gewoon is blijft weg."""
    velden = {
        "bureau": "vrij" if vraag.vrij else vraag.bureau or "",
        "stap": vraag.stap.value if vraag.stap is not None else "",
        "organisatie": vraag.organisatie_id,
        "q": vraag.tekst,
        "na": f"{na.uiterlijk or GEEN_DAG}_{na.id}" if na is not None else "",
    }
    return {naam: str(waarde) for naam, waarde in velden.items() if waarde}


def lees_ids(velden: MultiDict[str, str]) -> list[UUID]:
    """De gekozen zaken, elk één keer."""
    gelezen = (_id(een) for een in velden.getlist("zaak"))
    return list(dict.fromkeys(een for een in gelezen if een is not None))


def lees_bureau(velden: Mapping[str, str]) -> UUID | None:
    """Van wiens bureau komen de zaken? None: van het eigen bureau."""
    return _id(velden.get("bureau", ""))


def _plek(tekst: str) -> Plek | None:
    dag, _, id_ = tekst.partition("_")
    gelezen = _id(id_)
    if gelezen is None or not re.fullmatch(rf"{GEEN_DAG}|\d{{4}}-\d{{2}}-\d{{2}}", dag, re.ASCII):
        return None
    try:
        return Plek(None if dag == GEEN_DAG else date.fromisoformat(dag), gelezen)
    except ValueError:
        return None


def _id(tekst: str) -> UUID | None:
    return UUID(tekst) if re.fullmatch(r"[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}", tekst, re.ASCII) else None
