"""De werkgever een link sturen om zijn deel in te vullen, hem herinneren, en het verzoek intrekken."""

from functools import partial
from typing import Any
from uuid import UUID

from flask import render_template, request
from flask_babel import gettext as _

from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.views.deur import ZAAK, adres, bp
from dakpan.aanvraag.views.mensen import WERKGEVER
from dakpan.aanvraag.views.proberen import probeer
from dakpan.aanvraag.views.verzoeken import herinnerd, ingetrokken
from dakpan.aanvraag.werkgever.verzoeken import (
    herinner_werkgever,
    invulverzoeken_van,
    trek_invulverzoek_in,
    vraag_werkgever,
    vult_werkgever_in,
)
from dakpan.dossier.tables import Zaak
from dakpan.partijen.rechten import Recht
from dakpan.web.aanmelden.bezorgen import bezorg_straks
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import handeling, instellingen, zaak_of_404

HIER = f"{ZAAK}/werkgever"


@bp.get(HIER)
def werkgever(tenant_id: str, zaak_id: UUID) -> Any:
    """Wie van de werkgever vult in, en hoe staat het ervoor?"""
    zaak = zaak_of_404(tenant_id, zaak_id)
    handeling().vereis(Recht.AANVRAAG_WIJZIGEN)
    bekend = {"naam": zaak.werkgever.contactpersoon or "", "email": zaak.werkgever.email or ""}
    return _pagina(zaak, WERKGEVER.leeg(bekend))


@bp.post(HIER)
def vraag_in_te_vullen(tenant_id: str, zaak_id: UUID) -> Any:
    """Stuurt de link."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    handeling().vereis(Recht.AANVRAAG_WIJZIGEN)
    ingevuld = WERKGEVER.lees(request.form)

    def doe() -> Any:
        wie = ingevuld.gelezen
        vraag_werkgever(handeling(), zaak, wie["naam"], wie["email"], instellingen().adres)
        bezorg_straks()
        return _("De link is verstuurd. U krijgt bericht als de werkgever klaar is.")

    def opnieuw(weer: Ingevuld) -> str:
        return _pagina(zaak_of_404(tenant_id, zaak_id), weer)

    return probeer(ingevuld, doe, opnieuw, adres("aanvraag.werkgever", zaak))


@bp.post(f"{HIER}/<uuid:verzoek_id>/herinner")
def herinner_de_werkgever(tenant_id: str, zaak_id: UUID, verzoek_id: UUID) -> Any:
    """Stuurt een nieuwe link."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    herinner = partial(herinner_werkgever, handeling(), zaak, verzoek_id, instellingen().adres)
    return herinnerd(zaak, "aanvraag.werkgever", herinner)


@bp.post(f"{HIER}/<uuid:verzoek_id>/intrekken")
def trek_vraag_werkgever_in(tenant_id: str, zaak_id: UUID, verzoek_id: UUID) -> Any:
    """De link werkt niet meer."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    return ingetrokken(zaak, "aanvraag.werkgever", partial(trek_invulverzoek_in, handeling(), zaak, verzoek_id))


def _pagina(zaak: Zaak, ingevuld: Ingevuld) -> str:
    return render_template(
        "aanvraag/werkgever.html",
        zaak=zaak,
        aanvraag=haal_aanvraag(handeling(), zaak),
        waar={"tenant_id": zaak.tenant_id, "zaak_id": zaak.id},
        kan=vult_werkgever_in(handeling(), zaak),
        verzoeken=invulverzoeken_van(handeling(), zaak),
        form=WERKGEVER,
        ingevuld=ingevuld,
    )
