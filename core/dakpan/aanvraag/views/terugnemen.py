"""Wat aan een andere financier is meegegeven terugnemen: eerst zien wat er dan gebeurt."""

from typing import Any
from uuid import UUID

from flask import flash, render_template, request
from flask_babel import gettext as _

from dakpan.aanvraag.meegeven.formulier import TERUGREDEN
from dakpan.aanvraag.meegeven.terugnemen import haal_overdracht, neem_terug
from dakpan.aanvraag.views.deur import ZAAK, adres, bp, naar
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd
from dakpan.web.aanmelden.bezorgen import bezorg_straks
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import handeling, regelboek, zaak_of_404

TERUG = f"{ZAAK}/meegeven/<uuid:overdracht_id>/terug"


@bp.get(TERUG)
def meegave_terug(tenant_id: str, zaak_id: UUID, overdracht_id: UUID) -> str:
    """Wat er bij de ander weggaat, en waarom; er is nog niets gebeurd."""
    return _pagina(zaak_of_404(tenant_id, zaak_id), overdracht_id, TERUGREDEN.leeg())


@bp.post(TERUG)
def neem_meegave_terug(tenant_id: str, zaak_id: UUID, overdracht_id: UUID) -> Any:
    """Neemt terug, of zegt wat er eerst moet."""
    zaak, ingevuld = zaak_of_404(tenant_id, zaak_id), TERUGREDEN.lees(request.form)
    if not ingevuld.geldig:
        return _pagina(zaak, overdracht_id, ingevuld), 422
    try:
        neem_terug(handeling(), zaak, overdracht_id, ingevuld.gelezen["reden"])
    except InvoerFout as fout:
        return _pagina(zaak_of_404(tenant_id, zaak_id), overdracht_id, ingevuld.met(fout)), 422
    except (KanNiet, Gewijzigd) as fout:
        flash(str(fout), "let_op")
    else:
        bezorg_straks()
        flash(_("Teruggenomen. Bij de andere financier is verwijderd wat er meeging."), "goed")
    return naar(adres("aanvraag.meegeven", zaak_of_404(tenant_id, zaak_id)))


def _pagina(zaak: Zaak, overdracht_id: UUID, ingevuld: Ingevuld) -> str:
    rij = haal_overdracht(handeling(), zaak, overdracht_id)
    return render_template(
        "meegeven/terug.html",
        zaak=zaak,
        waar={"tenant_id": zaak.tenant_id, "zaak_id": zaak.id},
        rij=rij,
        wie=regelboek().tenants[rij.naar_tenant].naam,
        form=TERUGREDEN,
        ingevuld=ingevuld,
    )
