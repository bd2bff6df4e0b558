"""Wat de pagina's van de verslagen delen: de blueprint, adressen en woorden."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, url_for
from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.dossier.tables import Zaak
from dakpan.rapportage.overzicht import Urgentie

bp = Blueprint("rapportage", __name__, template_folder="../templates")

VERSLAGEN = "/zaken/<tenant_id>/<uuid:zaak_id>/verslagen"
VERSLAG = f"{VERSLAGEN}/<uuid:verslag_id>"

# Het woord en hoe het eruitziet.
URGENTIE: Mapping[Urgentie, tuple[Any, str]] = {
    Urgentie.TE_LAAT: (_l("te laat"), "fout"),
    Urgentie.BINNENKORT: (_l("binnen vier weken"), "let_op"),
    Urgentie.LATER: (_l("later"), "neutraal"),
    Urgentie.KLAAR: (_l("ingediend"), "goed"),
}
TEKENAARS: Mapping[Partij, Any] = {
    Partij.JOBCOACH: _l("de jobcoach"),
    Partij.WERKGEVER: _l("de werkgever"),
    Partij.CLIENT: _l("de cliënt"),
}


def naar(url: str) -> Any:
    """Na een handeling: een gewone pagina, zodat verversen niets herhaalt."""
    return redirect(url, 303)


def adres(eindpunt: str, zaak: Zaak, verslag_id: UUID | None = None) -> str:
    """Het adres van een pagina van deze zaak, of van een verslag ervan."""
    waar: dict[str, Any] = {} if verslag_id is None else {"verslag_id": verslag_id}
    return url_for(eindpunt, tenant_id=zaak.tenant_id, zaak_id=zaak.id, **waar)
