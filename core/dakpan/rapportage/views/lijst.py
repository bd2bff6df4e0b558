"""Welke verslagen moeten er komen? Van alle zaken, en van één zaak."""

from typing import Any
from uuid import UUID

from flask import render_template, request, url_for

from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.rapportage.formulier import VORMEN
from dakpan.rapportage.overzicht import overzicht, te_schrijven
from dakpan.rapportage.views.deur import URGENTIE, VERSLAGEN, bp
from dakpan.web.verzoek import handeling, zaak_of_404


@bp.get("/rapportages")
def lijst() -> Any:
    """Alles wat er nog moet komen, wat het eerst moet bovenaan."""
    if handeling().vrager.kant is Kant.ORGANISATIE:
        handeling().vereis(Recht.UREN_SCHRIJVEN)
    na, voor = (request.args.get(een, type=UUID) for een in ("na", "voor"))
    blad = te_schrijven(handeling(), na=na, voor=voor)
    regels = blad.regels
    return render_template(
        "rapportage/lijst.html",
        regels=regels,
        vormen=VORMEN,
        urgentie=URGENTIE,
        vorige=url_for("rapportage.lijst", voor=regels[0].id) if regels and blad.vorige else None,
        volgende=url_for("rapportage.lijst", na=regels[-1].id) if regels and blad.volgende else None,
    )


@bp.get(VERSLAGEN)
def zaak(tenant_id: str, zaak_id: UUID) -> Any:
    """De verslagen van één zaak, ook die al zijn ingediend."""
    deze = zaak_of_404(tenant_id, zaak_id)
    regels = overzicht(handeling(), deze)
    return render_template("rapportage/zaak.html", zaak=deze, regels=regels, vormen=VORMEN, urgentie=URGENTIE)
