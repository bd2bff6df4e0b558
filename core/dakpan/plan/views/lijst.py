"""Alle jobcoachperioden van de organisatie: zoeken, en zien wat er na te kijken is."""

import re
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import redirect, render_template, request, url_for
from flask_babel import gettext as _

from dakpan.begrippen.bsn_in_tekst import zoek_bsn
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
    return _pagina(_lees(request.args))


@module.post("")
def zoek() -> Any:
    """Zoekt; waarop staat daarna in het adres, en daar hoort geen BSN in."""
    vraag = _lees(request.form)
    if zoek_bsn(request.form.get("q", "")):
        melding = _("Perioden zijn niet op burgerservicenummer te vinden. Zoek het nummer bij Zaken.")
        return _pagina(vraag, melding), 422
    return redirect(url_for("perioden.lijst", **_als_adres(vraag)), 303)


def _pagina(vraag: Zoekvraag, melding: str = "") -> str:
    handeling().vereis(Recht.PERIODES_BEHEREN)
    bladzijde = periodenlijst.zoek(handeling(), vraag)
    return render_template(
        "plan/perioden.html",
        vraag=vraag,
        melding=melding,
        rijen=[_rij(een) for een in bladzijde.regels],
        telling=bladzijde,
        vorige=_adres(vraag, voor=bladzijde.vorige),
        volgende=_adres(vraag, na=bladzijde.volgende),
    )


def _lees(velden: Mapping[str, str]) -> Zoekvraag:
    """Wat er gevraagd wordt; wat niet te lezen is telt niet, en een BSN ook niet."""
    tekst = " ".join(velden.get("q", "")[:LANGSTE_TEKST].replace("\0", "").split())
    na, voor = (_id(velden.get(een, "")) for een in ("na", "voor"))
    gesloten = velden.get("gesloten") == "ja"
    return Zoekvraag("" if zoek_bsn(tekst) else tekst, ook_gesloten=gesloten, na=na, voor=voor)


def _als_adres(vraag: Zoekvraag) -> dict[str, Any]:
    return {"q": vraag.tekst or None, "gesloten": "ja" if vraag.ook_gesloten else None}


def _id(tekst: str) -> UUID | None:
    return UUID(tekst) if _ID.fullmatch(tekst) else None


def _adres(vraag: Zoekvraag, na: UUID | None = None, voor: UUID | None = None) -> str | None:
    if na is None and voor is None:
        return None
    return url_for("perioden.lijst", **_als_adres(vraag), na=na, voor=voor)


def _rij(een: Perioderegel) -> dict[str, Any]:
    tenant = regelboek().tenants.get(een.tenant_id)
    return {
        "regel": een,
        "url": url_for("plan.periode", tenant_id=een.tenant_id, zaak_id=een.zaak_id),
        "financier": tenant.huisstijl.logotekst if tenant is not None else een.tenant_id,
        "letop": [in_woorden(wat) for koppeling in een.koppelingen for wat in koppeling.waarschuwingen],
    }
