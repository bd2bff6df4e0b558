"""Alle betalingen, met zoeken en bladeren."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import render_template, request, url_for

from dakpan.begrippen.bsn_in_tekst import zoek_bsn
from dakpan.betaling.betalen.betaallijst import Betaling, alle_betalingen, samen
from dakpan.betaling.toestanden import Betaalstatus
from dakpan.betaling.views import bp, toon
from dakpan.web.opmaak import kort
from dakpan.web.verzoek import handeling


@bp.get("/betalingen/alle")
def alle() -> Any:
    """Wat ooit is klaargezet, vrijgegeven of naar de bank gegaan; een BSN in het adres telt niet als zoekvraag."""
    zoek, status = lees_vraag(request.args)
    na = request.args.get("na", type=UUID)
    blad = alle_betalingen(handeling(), zoek, status, na)
    filters: dict[str, Any] = {"zoek": zoek or None, "status": status.value if status else None}
    return render_template(
        "betaling/alle.html",
        rijen=[_regel(een) for een in blad.regels],
        samen=samen(handeling(), zoek, status),
        zoek=zoek,
        status=status.value if status else "",
        filters={naam: waarde for naam, waarde in filters.items() if waarde},
        standen=[(een.value, toon.betaalstaat(een)["tekst"].capitalize()) for een in Betaalstatus],
        vorige=url_for("betaling.alle", **filters) if na else None,
        volgende=url_for("betaling.alle", na=blad.regels[-1].id, **filters) if blad.volgende else None,
    )


def lees_vraag(velden: Mapping[str, str]) -> tuple[str, Betaalstatus | None]:
    """Waarop zoekt iemand, en in welke stand? Een BSN en wat geen stand is tellen niet."""
    getypt, gevraagd = toon.zoektekst(velden), velden.get("status", "")
    status = Betaalstatus(gevraagd) if gevraagd in set(Betaalstatus) else None
    return "" if zoek_bsn(getypt) else getypt, status


def _regel(een: Betaling) -> dict[str, Any]:
    return {
        "nummer": een.nummer,
        "begunstigde": een.begunstigde,
        "zaak": een.zaak,
        "bedrag": een.bedrag,
        "verrekend": een.verrekend,
        "netto": een.netto,
        "vanaf": kort(een.vanaf),
        "staat": toon.betaalstaat(een.status),
        "bestand": een.bestand or "–",
        "url": url_for("betaling.betalen", tenant_id=een.tenant_id, zaak_id=een.zaak_id),
    }
