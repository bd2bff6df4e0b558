"""Tot wanneer kan er worden beslist, waarom is dat later dan gewoon, en wie kan daar iets aan doen?"""

from typing import Any
from uuid import UUID

from flask import flash, render_template, request, url_for
from flask_babel import gettext as _

from dakpan.aanvraag.beslistermijn import beslistermijn_van
from dakpan.aanvraag.domain.uitstel import UITSTEL
from dakpan.aanvraag.inhoud import dossier_van, haal_ingediend
from dakpan.aanvraag.uitstel.formulier import uitstelformulier
from dakpan.aanvraag.uitstel.kunnen import gronden_van, mag_uitstellen, vereis_vrager
from dakpan.aanvraag.uitstel.lezen import bron_van, loopt, staat_open, uitstel_van
from dakpan.aanvraag.uitstel.tables import Beslisuitstel
from dakpan.aanvraag.views.deur import ZAAK, adres, bp, naar, of_terug, zaakpagina
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd
from dakpan.uitleg.contract import bron_als_json, stap_als_json
from dakpan.wandeling import uitstel as wandeling
from dakpan.web.eenmalig import eenmalig
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import handeling, zaak_of_404

HIER = "aanvraag.uitstel"


@bp.get(f"{ZAAK}/uitstel")
def uitstel(tenant_id: str, zaak_id: UUID) -> Any:
    """De beslistermijn met elke stap, en wat haar later maakte."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    try:
        return _pagina(zaak)
    except KanNiet as fout:
        flash(str(fout), "let_op")
        return naar(zaakpagina(zaak))


@bp.post(f"{ZAAK}/uitstel")
@of_terug(HIER)
def leg_uitstel_vast(tenant_id: str, zaak_id: UUID) -> Any:
    """Legt uitstel vast."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    vereis_vrager(handeling(), zaak)
    ingevuld = uitstelformulier(gronden_van(handeling(), zaak)).lees(request.form)
    if not ingevuld.geldig:
        return _pagina(zaak, ingevuld), 422
    try:
        wandeling.leg_vast(handeling(), zaak, ingevuld.contract, eenmalig())
    except InvoerFout as fout:
        return _pagina(zaak_of_404(tenant_id, zaak_id), ingevuld.met(fout)), 422
    except (KanNiet, Gewijzigd) as fout:
        return _pagina(zaak_of_404(tenant_id, zaak_id), ingevuld.met_melding(str(fout))), 409
    flash(_("Het uitstel is vastgelegd. De aanvrager krijgt er bericht van."), "goed")
    return naar(adres(HIER, zaak))


@bp.post(f"{ZAAK}/uitstel/<uuid:uitstel_id>/<any(beeindigen, intrekken):hoe>")
def uitstel_klaar(tenant_id: str, zaak_id: UUID, uitstel_id: UUID, hoe: str) -> Any:
    """De termijn loopt weer, of het uitstel telt niet meer mee."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    doe = wandeling.beeindig if hoe == "beeindigen" else wandeling.trek_in
    try:
        doe(handeling(), zaak, uitstel_id, request.form.get("versie", type=int))
    except (KanNiet, Gewijzigd) as fout:
        flash(str(fout), "let_op")
    else:
        beeindigd = _("De beslistermijn loopt weer; de dagen tot nu tellen mee.")
        flash(beeindigd if hoe == "beeindigen" else _("Het uitstel telt niet meer mee."), "goed")
    return naar(url_for(HIER, tenant_id=tenant_id, zaak_id=zaak_id))


def _pagina(zaak: Zaak, ingevuld: Ingevuld | None = None) -> str:
    aanvraag = haal_ingediend(handeling(), zaak)
    termijn = beslistermijn_van(handeling(), zaak, dossier_van(handeling(), aanvraag))
    alle, mag = uitstel_van(handeling(), zaak), mag_uitstellen(handeling(), zaak)
    form = uitstelformulier(gronden_van(handeling(), zaak)) if mag and termijn is not None else None
    return render_template(
        "aanvraag/uitstel.html",
        zaak=zaak,
        aanvraag=aanvraag,
        termijn=termijn.resultaat.uiterlijk if termijn is not None else None,
        stappen=[stap_als_json(een) for een in termijn.stappen] if termijn is not None else [],
        open_=any(staat_open(een, handeling().vandaag) for een in alle),
        rijen=[(een, bron_als_json(bron_van(een)), *_kan(een, mag=mag)) for een in reversed(alle)],
        form=form,
        ingevuld=ingevuld or (form.leeg({"vanaf": handeling().vandaag}) if form is not None else None),
    )


def _kan(een: Beslisuitstel, *, mag: bool) -> tuple[bool, bool]:
    """Kan de lezer dit uitstel beëindigen, en kan hij het intrekken?"""
    return mag and loopt(een, handeling().vandaag), mag and UITSTEL.kan(een.status, "trek_in")
