"""Een aanvraag beginnen, en een concept weggooien."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import flash, render_template, request
from flask_babel import gettext as _

from dakpan.aanvraag.aanvragen import nieuwe_aanvraag, verwijder_concept
from dakpan.aanvraag.domain.toestanden import AANVRAAG
from dakpan.aanvraag.formulier import beginformulier
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.van_organisatie import bekend_van
from dakpan.aanvraag.views.deur import ZAAK, adres, bp, naar, of_terug
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.basis import nieuw_id
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.web.formulier import Formulier, Ingevuld
from dakpan.web.verzoek import handeling, regelboek, zaak_of_404


@bp.get("/zaken/nieuw")
def nieuw() -> Any:
    """De eerste vragen van een nieuwe aanvraag."""
    _vereis_beginnen()
    return _beginpagina(_begin().leeg({"aanvraag": {"vorm": "extern"}}), nieuw_id())


@bp.post("/zaken/nieuw")
def begin() -> Any:
    """Maakt de zaak. Wie twee keer klikt krijgt er één."""
    _vereis_beginnen()
    ingevuld = _begin().lees(request.form)
    zaak_id = _uuid(request.form.get("zaak_id", "")) or nieuw_id()
    if not ingevuld.geldig:
        return _beginpagina(ingevuld, zaak_id), 422
    antwoorden = dict(ingevuld.contract)
    tenant_id = antwoorden.pop("tenant", None) or handeling().vrager.tenant_id or ""
    try:
        zaak = _maak(tenant_id, _met_eerste(antwoorden), zaak_id)
    except InvoerFout as fout:
        return _beginpagina(ingevuld.met(fout), zaak_id), 422
    except (KanNiet, Gewijzigd) as fout:
        return _beginpagina(ingevuld.met_melding(str(fout)), nieuw_id()), 409
    return naar(adres("aanvraag.formulier", zaak))


def _maak(tenant_id: str, antwoorden: Mapping[str, Any], zaak_id: UUID) -> Zaak:
    """De nieuwe zaak; wie twee keer tegelijk klikte vindt de tweede keer de zaak van de eerste."""
    try:
        return nieuwe_aanvraag(handeling(), tenant_id, antwoorden, zaak_id, bekend_van(handeling()))
    except Gewijzigd:
        return nieuwe_aanvraag(handeling(), tenant_id, antwoorden, zaak_id, bekend_van(handeling()))


def _vereis_beginnen() -> None:
    van_financier = handeling().vrager.kant is Kant.FINANCIER
    handeling().vereis(Recht.ZAAK_OPENEN if van_financier else Recht.AANVRAAG_WIJZIGEN)


def _met_eerste(antwoorden: Mapping[str, Any]) -> dict[str, Any]:
    """Een eerste aanvraag is nummer 1 in jaar 1; bij een vervolg vult iemand dat zelf in."""
    vraag = dict(antwoorden.get("aanvraag", {}))
    if vraag.get("soort") != "vervolg":
        vraag |= {"jaar": 1, "volgnummer": 1}
    return {**antwoorden, "aanvraag": vraag}


def _begin() -> Formulier:
    kiest = handeling().vrager.kant is Kant.ORGANISATIE
    financiers = sorted((tenant.naam, slug) for slug, tenant in regelboek().tenants.items())
    return beginformulier((slug, naam) for naam, slug in financiers) if kiest else beginformulier(())


def _beginpagina(ingevuld: Ingevuld, zaak_id: UUID) -> str:
    return render_template("aanvraag/nieuw.html", form=_begin(), ingevuld=ingevuld, zaak_id=zaak_id)


def _uuid(tekst: str) -> UUID | None:
    try:
        return UUID(tekst)
    except ValueError:
        return None


@bp.get(f"{ZAAK}/verwijderen")
def weggooien(tenant_id: str, zaak_id: UUID) -> Any:
    """Vraagt of het concept echt weg mag."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    kan = AANVRAAG.kan(haal_aanvraag(handeling(), zaak).status, "wijzig")
    return render_template("aanvraag/verwijderen.html", zaak=zaak, kan=kan)


@bp.post(f"{ZAAK}/verwijderen")
@of_terug("aanvraag.weggooien")
def verwijder(tenant_id: str, zaak_id: UUID) -> Any:
    """Gooit het concept weg."""
    verwijder_concept(handeling(), zaak_of_404(tenant_id, zaak_id))
    flash(_("Het concept is verwijderd."), "goed")
    return naar("/")
