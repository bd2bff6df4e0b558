"""De cliënt vragen een wijziging zelf door te geven: een link sturen, herinneren, intrekken, of op papier."""

from functools import partial
from io import BytesIO
from typing import Any
from uuid import UUID

from flask import Response, render_template, request, send_file
from flask_babel import gettext as _

from dakpan.aanvraag.inhoud import haal_besluit
from dakpan.aanvraag.views.deur import ZAAK, adres, bp
from dakpan.aanvraag.views.mensen import CLIENT, mens_van
from dakpan.aanvraag.views.proberen import probeer
from dakpan.aanvraag.views.verzoeken import herinnerd, ingetrokken
from dakpan.aanvraag.wijzigen import melden
from dakpan.aanvraag.wijzigen.zelf.papier import papieren_formulier
from dakpan.aanvraag.wijzigen.zelf.uitnodigen import (
    clientverzoeken_van,
    herinner_client,
    trek_clientverzoek_in,
    vraag_client,
)
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import log_inzage
from dakpan.web.aanmelden.bezorgen import bezorg_straks
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import handeling, instellingen, zaak_of_404

HIER = f"{ZAAK}/wijziging/zelf"
LIJST = "aanvraag.client_geeft_door"


@bp.get(HIER)
def client_geeft_door(tenant_id: str, zaak_id: UUID) -> Any:
    """Wie kreeg er een link, en hoe staat het ervoor?"""
    zaak = zaak_of_404(tenant_id, zaak_id)
    melden.vereis_melder(handeling())
    return _pagina(zaak, CLIENT.leeg(wie_geeft_door(zaak)))


@bp.post(HIER)
def vraag_het_de_client(tenant_id: str, zaak_id: UUID) -> Any:
    """Stuurt de link."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    melden.vereis_melder(handeling())
    ingevuld = CLIENT.lees(request.form)

    def doe() -> Any:
        vraag_client(handeling(), zaak, mens_van(ingevuld.gelezen), instellingen().adres)
        bezorg_straks()
        return _("De link is verstuurd. U krijgt bericht als de cliënt iets doorgeeft.")

    return probeer(ingevuld, doe, lambda weer: _pagina(zaak_of_404(tenant_id, zaak_id), weer), adres(LIJST, zaak))


@bp.post(f"{HIER}/<uuid:verzoek_id>/herinner")
def herinner_de_client(tenant_id: str, zaak_id: UUID, verzoek_id: UUID) -> Any:
    """Stuurt een nieuwe link."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    return herinnerd(zaak, LIJST, partial(herinner_client, handeling(), zaak, verzoek_id, instellingen().adres))


@bp.post(f"{HIER}/<uuid:verzoek_id>/intrekken")
def trek_vraag_client_in(tenant_id: str, zaak_id: UUID, verzoek_id: UUID) -> Any:
    """De link werkt niet meer."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    return ingetrokken(zaak, LIJST, partial(trek_clientverzoek_in, handeling(), zaak, verzoek_id))


@bp.get(f"{ZAAK}/wijziging/formulier.pdf")
def wijziging_op_papier(tenant_id: str, zaak_id: UUID) -> Response:
    """Het formulier om af te drukken; dat het is opgehaald staat bij de zaak."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    melden.vereis_melder(handeling())
    pdf = papieren_formulier(handeling(), zaak, melden.vereis_te_melden(handeling(), zaak))
    log_inzage(handeling(), zaak, "wijzigingsformulier", "ophalen als pdf")
    handeling().sessie.commit()
    naam = f"wijziging-{zaak.nummer}.pdf"
    return send_file(BytesIO(pdf), "application/pdf", as_attachment=True, download_name=naam, max_age=None)


def wie_geeft_door(zaak: Zaak) -> dict[str, Any]:
    """Wat er al bekend is; tekent er een wettelijk vertegenwoordiger, dan geeft die het ook door."""
    client = zaak.persoon
    if client.vertegenwoordiger is not None:
        email = client.vertegenwoordiger_email or ""
        return {"naam": client.vertegenwoordiger, "email": email, "vertegenwoordiger": True}
    return {"naam": client.naam, "email": client.email or ""}


def _pagina(zaak: Zaak, ingevuld: Ingevuld) -> str:
    return render_template(
        "aanvraag/zelf.html",
        zaak=zaak,
        waar={"tenant_id": zaak.tenant_id, "zaak_id": zaak.id},
        bezwaar=melden.waarom_niet_melden(zaak, haal_besluit(handeling(), zaak)),
        verzoeken=clientverzoeken_van(handeling(), zaak),
        form=CLIENT,
        ingevuld=ingevuld,
    )
