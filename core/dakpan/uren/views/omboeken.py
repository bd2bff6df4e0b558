"""Uren omboeken naar de periode van een aanvraag die een andere vervangt: eerst zien, dan in één keer."""

from typing import Any
from uuid import UUID

from flask import flash, render_template, request, url_for
from flask_babel import gettext as _

from dakpan.begrippen.toestand import KanNiet
from dakpan.opslag.fouten import Gewijzigd
from dakpan.uren.keuzes import doeltitel, soorttekst
from dakpan.uren.omboeken.doen import draai_terug
from dakpan.uren.views.deur import STATUS, bp, naar
from dakpan.wandeling.omboeken import boek_om, omboekplan
from dakpan.web.verzoek import handeling, zaak_of_404

ADRES = "/zaken/<tenant_id>/<uuid:zaak_id>/omboeken"


@bp.get(ADRES)
def omboeken(tenant_id: str, zaak_id: UUID) -> Any:
    """Elke activiteit van de oude periode: gaat zij mee, en zo nee waarom niet?"""
    zaak = zaak_of_404(tenant_id, zaak_id)
    return render_template(
        "uren/omboeken.html",
        zaak=zaak,
        plan=omboekplan(handeling(), zaak),
        woorden=STATUS,
        doeltitel=doeltitel,
        soorttekst=soorttekst,
    )


@bp.post(ADRES)
def voer_omboeken_uit(tenant_id: str, zaak_id: UUID) -> Any:
    """Boekt alles om wat mee kan, of niets."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    try:
        omboeking = boek_om(handeling(), zaak, request.form.get("gezien", -1, type=int))
    except Gewijzigd:
        flash(_("Er is intussen iets veranderd. Hieronder staat hoe het nu is; er is nog niets omgeboekt."), "let_op")
    except KanNiet as fout:
        flash(str(fout), "let_op")
    else:
        flash(_("%(duur)s uur is omgeboekt.", duur=omboeking.duur), "goed")
    return naar(url_for("uren.omboeken", tenant_id=tenant_id, zaak_id=zaak_id))


@bp.post(f"{ADRES}/<uuid:omboeking_id>/terug")
def draai_omboeking_terug(tenant_id: str, zaak_id: UUID, omboeking_id: UUID) -> Any:
    """De uren gaan terug naar de oude periode."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    try:
        draai_terug(handeling(), zaak, omboeking_id, request.form.get("versie", type=int))
    except (KanNiet, Gewijzigd) as fout:
        flash(str(fout), "let_op")
    else:
        flash(_("De omboeking is teruggedraaid."), "goed")
    return naar(url_for("uren.omboeken", tenant_id=tenant_id, zaak_id=zaak_id))
