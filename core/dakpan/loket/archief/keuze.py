"""Welke zaken iemand aankruiste, en waar een bladzijde van het archief ophield: van en naar tekst."""

import re
from datetime import datetime
from typing import Any
from uuid import UUID

from werkzeug.datastructures import MultiDict

from dakpan.dossier.archief import Sleutel
from dakpan.dossier.tables import Zaakstatus
from dakpan.dossier.zaakregels import Zaakregel
from dakpan.wandeling.archieflijst import Archiefvraag, Plaats

LANGSTE_TEKST = 100
_ID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_SLEUTEL = re.compile(rf"([a-z0-9-]+)_({_ID})", re.ASCII)
_PLAATS = re.compile(rf"(\d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{{1,6}})?\+00:00)_({_ID})", re.ASCII)


def als_keuze(regel: Zaakregel) -> str:
    """Hoe deze zaak in een formulier heet: een organisatie heeft zaken bij meer dan één financier."""
    return f"{regel.tenant_id}_{regel.id}"


def opbergbaar(regel: Zaakregel) -> str:
    """Zoals ``als_keuze``; leeg als de zaak nog loopt."""
    return "" if regel.status is Zaakstatus.LOPEND else als_keuze(regel)


def lees_keuze(velden: MultiDict[str, str]) -> list[Sleutel]:
    """De gekozen zaken; wat niet te lezen is telt niet."""
    gelezen = (_SLEUTEL.fullmatch(een) for een in velden.getlist("zaak"))
    return [(een[1], UUID(een[2])) for een in gelezen if een is not None]


def lees_plaats(tekst: str) -> Plaats | None:
    """Waar de vorige bladzijde ophield; None: vooraan beginnen."""
    gelezen = _PLAATS.fullmatch(tekst)
    try:
        return Plaats(datetime.fromisoformat(gelezen[1]), UUID(gelezen[2])) if gelezen is not None else None
    except ValueError:
        return None


def als_adres(vraag: Archiefvraag, na: Plaats | None) -> dict[str, Any]:
    """De vraag zoals zij achter het adres staat; een BSN staat daar nooit."""
    velden = {"q": vraag.tekst, "na": f"{na.op.isoformat()}_{na.id}" if na is not None else ""}
    return {naam: waarde for naam, waarde in velden.items() if waarde}
