"""De werkgever een link sturen om zijn deel in te vullen, hem herinneren, en het verzoek intrekken."""

from typing import Any
from uuid import UUID

from flask import flash, render_template, request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.indienen import LANGSTE_NAAM
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.views.deur import ZAAK, adres, bp, naar
from dakpan.aanvraag.views.mensen import Mensvragen
from dakpan.aanvraag.werkgever.verzoeken import (
    herinner_werkgever,
    invulverzoeken_van,
    trek_invulverzoek_in,
    vraag_werkgever,
    vult_werkgever_in,
)
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak
from dakpan.opslag.fouten import Gewijzigd
from dakpan.partijen.rechten import Recht
from dakpan.web.aanmelden.bezorgen import bezorg_straks
from dakpan.web.formulier import Formulier, Groep, Ingevuld, Veld
from dakpan.web.verzoek import handeling, instellingen, zaak_of_404

HIER = f"{ZAAK}/werkgever"
WIE = Formulier(
    [
        Groep(
            "",
            [
                Veld("naam", _l("Naam"), verplicht=True, max=LANGSTE_NAAM),
                Veld("email", _l("E-mailadres voor de link"), "email", verplicht=True),
            ],
        )
    ],
    Mensvragen,
)


@bp.get(HIER)
def werkgever(tenant_id: str, zaak_id: UUID) -> Any:
    """Wie van de werkgever vult in, en hoe staat het ervoor?"""
    zaak = zaak_of_404(tenant_id, zaak_id)
    handeling().vereis(Recht.AANVRAAG_WIJZIGEN)
    bekend = {"naam": zaak.werkgever.contactpersoon or "", "email": zaak.werkgever.email or ""}
    return _pagina(zaak, WIE.leeg(bekend))


@bp.post(HIER)
def vraag_in_te_vullen(tenant_id: str, zaak_id: UUID) -> Any:
    """Stuurt de link."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    handeling().vereis(Recht.AANVRAAG_WIJZIGEN)
    ingevuld = WIE.lees(request.form)
    if not ingevuld.geldig:
        return _pagina(zaak, ingevuld), 422
    wie = ingevuld.gelezen
    try:
        vraag_werkgever(handeling(), zaak, wie["naam"], wie["email"], instellingen().adres)
    except (KanNiet, Gewijzigd) as fout:
        return _pagina(zaak_of_404(tenant_id, zaak_id), ingevuld.met_melding(str(fout))), 409
    bezorg_straks()
    flash(_("De link is verstuurd. U krijgt bericht als de werkgever klaar is."), "goed")
    return naar(adres("aanvraag.werkgever", zaak))


@bp.post(f"{HIER}/<uuid:verzoek_id>/herinner")
def herinner_de_werkgever(tenant_id: str, zaak_id: UUID, verzoek_id: UUID) -> Any:
    """Stuurt een nieuwe link."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    try:
        verzoek = herinner_werkgever(handeling(), zaak, verzoek_id, instellingen().adres)
    except (KanNiet, Gewijzigd) as fout:
        flash(str(fout), "let_op")
    else:
        bezorg_straks()
        flash(_("%(naam)s krijgt een nieuwe link; de vorige werkt niet meer.", naam=verzoek.naam), "goed")
    return naar(adres("aanvraag.werkgever", zaak))


@bp.post(f"{HIER}/<uuid:verzoek_id>/intrekken")
def trek_vraag_werkgever_in(tenant_id: str, zaak_id: UUID, verzoek_id: UUID) -> Any:
    """De link werkt niet meer."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    try:
        verzoek = trek_invulverzoek_in(handeling(), zaak, verzoek_id)
    except (KanNiet, Gewijzigd) as fout:
        flash(str(fout), "let_op")
    else:
        flash(_("Het verzoek aan %(naam)s is ingetrokken.", naam=verzoek.naam), "goed")
    return naar(adres("aanvraag.werkgever", zaak))


def _pagina(zaak: Zaak, ingevuld: Ingevuld) -> str:
    return render_template(
        "aanvraag/werkgever.html",
        zaak=zaak,
        aanvraag=haal_aanvraag(handeling(), zaak),
        waar={"tenant_id": zaak.tenant_id, "zaak_id": zaak.id},
        kan=vult_werkgever_in(handeling(), zaak),
        verzoeken=invulverzoeken_van(handeling(), zaak),
        form=WIE,
        ingevuld=ingevuld,
    )
