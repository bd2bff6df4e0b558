"""Onderhanden werk op het scherm en op papier: één blad voor de hele organisatie."""

from datetime import date
from typing import Any

from flask import render_template, request, url_for
from flask_babel import gettext as _

from dakpan.betaling.onderhanden import Onderhanden, onderhanden_werk, samen
from dakpan.betaling.views import bp
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.vrager import Kant
from dakpan.uren.toestanden import Urenstatus
from dakpan.web.verzoek import handeling


@bp.get("/declaraties/onderhanden-werk")
def onderhanden() -> Any:
    """Wat er in het gekozen tijdvak is geschreven en nog op geen declaratie staat."""
    if handeling().vrager.kant is not Kant.ORGANISATIE:
        raise NietGevonden
    van, tot, melding = _tijdvak()
    regels = onderhanden_werk(handeling(), van, tot)
    return render_template(
        "betaling/onderhanden.html",
        van=van,
        tot=tot,
        melding=melding,
        rijen=[_rij(een) for een in regels],
        samen=samen(regels),
    )


def _tijdvak() -> tuple[date | None, date, str]:
    """Eerste en laatste dag; wat geen dag is of achterstevoren staat wordt genoemd en telt niet."""
    vandaag = handeling().vandaag
    try:
        van, tot = (date.fromisoformat(een) if een else None for een in map(_gevraagd, ("van", "tot")))
    except ValueError:
        return None, vandaag, str(_("Dit is geen datum; hieronder staat alles tot en met vandaag."))
    if van is not None and van > (tot or vandaag):
        return None, vandaag, str(_("De eerste dag ligt na de laatste; hieronder staat alles tot en met vandaag."))
    return van, tot or vandaag, ""


def _gevraagd(naam: str) -> str:
    return request.args.get(naam, "").strip()


def _rij(een: Onderhanden) -> dict[str, Any]:
    return {
        "client": een.client,
        "zaak": een.zaak,
        "financier": handeling().regelboek.tenants[een.tenant_id].naam,
        **{status.value: str(een.duren.get(status, "")) for status in Urenstatus},
        "totaal": str(een.totaal),
        "url": url_for("zaak.toon", tenant_id=een.tenant_id, zaak_id=een.zaak_id),
    }
