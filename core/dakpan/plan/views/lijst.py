"""Alle jobcoachperioden van de organisatie: zoeken, en zien wat er na te kijken is."""

import re
from typing import Any
from uuid import UUID

from flask import render_template, request, url_for

from dakpan.partijen.rechten import Recht
from dakpan.plan import periodenlijst
from dakpan.plan.periodenlijst import Perioderegel, Zoekvraag
from dakpan.plan.views.deur import module
from dakpan.plan.views.woorden import in_woorden
from dakpan.web.verzoek import handeling, regelboek

_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)
LANGSTE_TEKST = 100


@module.get("")
def lijst() -> str:
    """De perioden, de nieuwste eerst."""
    handeling().vereis(Recht.PERIODES_BEHEREN)
    vraag = _lees()
    bladzijde = periodenlijst.zoek(handeling(), vraag)
    return render_template(
        "plan/perioden.html",
        vraag=vraag,
        rijen=[_rij(een) for een in bladzijde.regels],
        telling=bladzijde,
        vorige=_adres(vraag, voor=bladzijde.vorige),
        volgende=_adres(vraag, na=bladzijde.volgende),
    )


def _lees() -> Zoekvraag:
    """Wat er gevraagd wordt; wat niet te lezen is telt niet."""
    tekst = " ".join(request.args.get("q", "")[:LANGSTE_TEKST].replace("\0", "").split())
    na, voor = (_id(request.args.get(een, "")) for een in ("na", "voor"))
    return Zoekvraag(tekst, ook_gesloten=request.args.get("gesloten") == "ja", na=na, voor=voor)


def _id(tekst: str) -> UUID | None:
    return UUID(tekst) if _ID.fullmatch(tekst) else None


def _adres(vraag: Zoekvraag, na: UUID | None = None, voor: UUID | None = None) -> str | None:
    if na is None and voor is None:
        return None
    gesloten = "ja" if vraag.ook_gesloten else None
    return url_for("perioden.lijst", q=vraag.tekst or None, gesloten=gesloten, na=na, voor=voor)


def _rij(een: Perioderegel) -> dict[str, Any]:
    tenant = regelboek().tenants.get(een.tenant_id)
    return {
        "regel": een,
        "url": url_for("plan.periode", tenant_id=een.tenant_id, zaak_id=een.zaak_id),
        "financier": tenant.huisstijl.logotekst if tenant is not None else een.tenant_id,
        "letop": [in_woorden(wat) for koppeling in een.koppelingen for wat in koppeling.waarschuwingen],
    }
