"""De pagina Vergelijken."""

from typing import Any
from uuid import UUID

from flask import Blueprint, render_template, request

from dakpan.aanvraag.inhoud import dossier_van, haal_aanvraag
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import log_inzage
from dakpan.invoer.fouten import InvoerFout
from dakpan.loket.vergelijken.formulier import FORMULIER, gewone_waarden, maak_dossier
from dakpan.loket.vergelijken.naast_elkaar import leg_naast_elkaar, welke_regels
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import handeling, zaak_of_404

bp = Blueprint("vergelijken", __name__, template_folder="templates")


@bp.get("/vergelijken")
def vergelijken() -> Any:
    """Een eigen zaak of een verzonnen zaak naast elke regelset."""
    gekozen = request.args.get("zaak")
    return _van_zaak(gekozen) if gekozen is not None else _verzonnen()


def _verzonnen() -> Any:
    deze = handeling()
    gewoon = FORMULIER.leeg(gewone_waarden(deze.vandaag))
    ingevuld = FORMULIER.lees(request.args) if "regime" in request.args else gewoon
    if ingevuld.fouten or ingevuld.algemeen:
        return _pagina(ingevuld=ingevuld), 422
    gelezen = ingevuld.gelezen or {**FORMULIER.schema.lees(_als_contract(gewone_waarden(deze.vandaag)))}
    dossier = maak_dossier(gelezen)
    regels = welke_regels(deze, deze.vrager.tenant_id, dossier.aanvraag.begin)
    return _pagina(ingevuld=ingevuld, **leg_naast_elkaar(regels, dossier, dossier.aanvraag.begin))


def _als_contract(waarden: dict[str, Any]) -> dict[str, Any]:
    return {**waarden, "uren_per_week": waarden["uren_per_week"].iso, "begin": waarden["begin"].isoformat()}


def _van_zaak(gekozen: str) -> Any:
    """Een zaak van de vrager zelf; een andere bestaat hier niet."""
    zaak = _zoek(gekozen)
    deze = handeling()
    try:
        dossier = dossier_van(deze, haal_aanvraag(deze, zaak))
    except InvoerFout:
        return _pagina(zaak=zaak, onvolledig=True)
    _leg_vast(deze, zaak)
    peildatum = dossier.aanvraag.ontvangen_op
    regels = welke_regels(deze, zaak.tenant_id, peildatum)
    return _pagina(zaak=zaak, **leg_naast_elkaar(regels, dossier, peildatum))


def _zoek(gekozen: str) -> Zaak:
    tenant_id, _streep, id_ = gekozen.partition("/")
    try:
        zaak_id = UUID(id_)
    except ValueError:
        raise NietGevonden from None
    if tenant_id not in handeling().regelboek.tenants:
        raise NietGevonden
    return zaak_of_404(tenant_id, zaak_id)


@gebruiksgeval("ingezien")
def _leg_vast(deze: Handeling, zaak: Zaak) -> None:
    log_inzage(deze, zaak, "vergelijking", "vergelijken van regelsets")


def _pagina(zaak: Zaak | None = None, ingevuld: Ingevuld | None = None, **inhoud: Any) -> str:
    return render_template("vergelijken/vergelijken.html", zaak=zaak, form=FORMULIER, ingevuld=ingevuld, **inhoud)
