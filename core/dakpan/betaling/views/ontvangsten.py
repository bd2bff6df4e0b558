"""Een ontvangst op een vordering: wie haar niet noteerde bevestigt haar, of iemand verwerpt haar met een reden."""

from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.betalen.betalingen import tenant_van
from dakpan.betaling.views import bp
from dakpan.betaling.views.vorderingen import VORDERING
from dakpan.betaling.vorderen.domain import Ontvangststatus
from dakpan.betaling.vorderen.formulieren import VERWERP
from dakpan.betaling.vorderen.lezen import haal_vordering
from dakpan.betaling.vorderen.ontvangen import bevestig_ontvangst, haal_ontvangst, verwerp_ontvangst
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd
from dakpan.partijen.rechten import Recht
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import handeling, zaak_of_404

ONTVANGST = f"{VORDERING}/ontvangst/<uuid:ontvangst_id>"


@bp.get(ONTVANGST)
def ontvangst(tenant_id: str, zaak_id: UUID, vordering_id: UUID, ontvangst_id: UUID) -> Any:
    """Wat iemand noteerde, voor wie het bevestigt of verwerpt."""
    return _pagina(_zaak(tenant_id, zaak_id), vordering_id, ontvangst_id, VERWERP.leeg())


@bp.post(ONTVANGST)
def beslis_ontvangst(tenant_id: str, zaak_id: UUID, vordering_id: UUID, ontvangst_id: UUID) -> Any:
    """Bevestigen, of verwerpen met een reden; wie niets koos doet niets."""
    zaak, doen = _zaak(tenant_id, zaak_id), request.form.get("doen")
    haal_ontvangst(handeling(), haal_vordering(handeling(), zaak, vordering_id), ontvangst_id)
    if doen not in {"bevestigen", "verwerpen"}:
        abort(400)
    ingevuld = VERWERP.lees(request.form) if doen == "verwerpen" else VERWERP.leeg()
    if doen == "verwerpen" and not ingevuld.geldig:
        return _pagina(zaak, vordering_id, ontvangst_id, ingevuld), 422
    try:
        if doen == "bevestigen":
            bevestig_ontvangst(handeling(), zaak, vordering_id, ontvangst_id)
            flash(_("De ontvangst is bevestigd en van de vordering af."), "goed")
        else:
            verwerp_ontvangst(handeling(), zaak, vordering_id, ontvangst_id, ingevuld.gelezen["antwoord"])
            flash(_("De ontvangst is verworpen; de vordering blijft zoals zij is."), "goed")
    except InvoerFout as fout:
        return _pagina(_zaak(tenant_id, zaak_id), vordering_id, ontvangst_id, ingevuld.met(fout)), 422
    except (KanNiet, Gewijzigd) as fout:
        anders = ingevuld.met_melding(str(fout))
        return _pagina(_zaak(tenant_id, zaak_id), vordering_id, ontvangst_id, anders), 409
    adres = url_for("betaling.een_vordering", tenant_id=tenant_id, zaak_id=zaak_id, vordering_id=vordering_id)
    return redirect(adres, 303)


def _zaak(tenant_id: str, zaak_id: UUID) -> Zaak:
    tenant_van(handeling())
    zaak = zaak_of_404(tenant_id, zaak_id)
    handeling().vereis(Recht.BETALEN)
    return zaak


def _pagina(zaak: Zaak, vordering_id: UUID, ontvangst_id: UUID, ingevuld: Ingevuld) -> str:
    vordering = haal_vordering(handeling(), zaak, vordering_id)
    rij = haal_ontvangst(handeling(), vordering, ontvangst_id)
    wacht = rij.status is Ontvangststatus.GENOTEERD
    return render_template(
        "betaling/ontvangst.html",
        zaak=zaak,
        vordering=vordering,
        rij=rij,
        wacht=wacht,
        mag_bevestigen=wacht and rij.door_account != handeling().vrager.account_id,
        form=VERWERP,
        ingevuld=ingevuld,
        bezwaar="" if wacht else " ".join(map(str, ingevuld.algemeen)),
    )
