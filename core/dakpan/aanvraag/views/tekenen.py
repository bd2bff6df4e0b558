"""Digitaal laten ondertekenen: wie vragen, wie herinneren, wat intrekken, en het bewijsblad."""

from functools import partial
from typing import Any
from uuid import UUID

from flask import render_template, request
from flask_babel import gettext as _

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.namen import PARTIJEN
from dakpan.aanvraag.tekenen.document import Papier
from dakpan.aanvraag.tekenen.papier import papier_van
from dakpan.aanvraag.tekenen.verzoeken import herinner, niet_verschillend, nog_te_tekenen, trek_in, vraag
from dakpan.aanvraag.vialink.verzoeken import Mens
from dakpan.aanvraag.views.deur import ZAAK, adres, bp
from dakpan.aanvraag.views.mensen import mens_van, mensenformulier
from dakpan.aanvraag.views.ondertekenen import tekenpagina
from dakpan.aanvraag.views.proberen import probeer
from dakpan.aanvraag.views.verzoeken import herinnerd, ingetrokken
from dakpan.web.aanmelden.bezorgen import bezorg_straks
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import handeling, instellingen, zaak_of_404

VERZOEK = f"{ZAAK}/ondertekenen/<uuid:verzoek_id>"


@bp.post(f"{ZAAK}/ondertekenen/vraag")
def vraag_handtekeningen(tenant_id: str, zaak_id: UUID) -> Any:
    """Maakt het document en stuurt de eerste link."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    aanvraag = haal_aanvraag(handeling(), zaak)
    nog = nog_te_tekenen(handeling(), zaak, aanvraag)
    ingevuld = mensenformulier(nog).lees(request.form)
    if not ingevuld.geldig:
        ingevuld = ingevuld.met_ook(*niet_verschillend(nog, _leesbaar(ingevuld), aanvraag))

    def papier(partij: Partij) -> Papier:
        return papier_van(handeling(), zaak, aanvraag, voor_werkgever=partij is Partij.WERKGEVER)

    def doe() -> Any:
        mensen = {Partij(partij): mens_van(velden) for partij, velden in ingevuld.gelezen.items()}
        vraag(handeling(), zaak, mensen, papier, instellingen().adres)
        bezorg_straks()
        return _("De link is verstuurd. Wie daarna moet tekenen krijgt vanzelf bericht.")

    def opnieuw(weer: Ingevuld) -> str:
        vers = zaak_of_404(tenant_id, zaak_id)
        return tekenpagina(vers, haal_aanvraag(handeling(), vers), mensen=weer)

    return probeer(ingevuld, doe, opnieuw, adres("aanvraag.ondertekenen", zaak))


def _leesbaar(ingevuld: Ingevuld) -> dict[Partij, Mens]:
    """Wie er al te lezen zijn, ook als er aan een ander antwoord nog iets mankeert."""
    return {
        Partij(partij): Mens(velden.get("naam") or "", velden.get("email") or "")
        for partij, velden in ingevuld.contract.items()
    }


@bp.post(f"{VERZOEK}/herinner")
def herinner_aan(tenant_id: str, zaak_id: UUID, verzoek_id: UUID) -> Any:
    """Stuurt een nieuwe link naar wie aan de beurt is."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    herinner_ = partial(herinner, handeling(), zaak, verzoek_id, instellingen().adres)
    return herinnerd(zaak, "aanvraag.ondertekenen", herinner_)


@bp.post(f"{VERZOEK}/intrekken")
def trek_verzoek_in(tenant_id: str, zaak_id: UUID, verzoek_id: UUID) -> Any:
    """De link werkt niet meer."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    return ingetrokken(zaak, "aanvraag.ondertekenen", partial(trek_in, handeling(), zaak, verzoek_id))


@bp.get(f"{ZAAK}/ondertekenen/bewijs")
def bewijsblad(tenant_id: str, zaak_id: UUID) -> Any:
    """Wie tekende wat, wanneer, en hoe is dat zeker? Voor beide kanten, ook om af te drukken."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    return render_template("aanvraag/bewijs.html", zaak=zaak, aanvraag=haal_aanvraag(handeling(), zaak), namen=PARTIJEN)
