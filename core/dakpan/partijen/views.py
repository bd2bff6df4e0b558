"""De pagina's van de medewerkers: de lijst, een nieuwe, en één om te wijzigen."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.geschiedenis import wijzigingen_van
from dakpan.opslag.vrager import Kant
from dakpan.partijen import medewerkers, verzoeken
from dakpan.partijen.medewerkerformulier import als_gegevens, als_waarden, alvast, kies_formulier, samenvatting
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Lidmaatschap
from dakpan.web.aanmelden.bezorgen import bezorg_straks
from dakpan.web.formulier import Formulier, Ingevuld
from dakpan.web.verzoek import handeling, huidig_account, instellingen

bp = Blueprint("medewerkers", __name__, url_prefix="/medewerkers", template_folder="templates")
BEHANDELEN = {Recht.BEOORDELEN, Recht.BESLISSEN}


@bp.get("")
def lijst() -> Any:
    """Wie werken er, en wat mogen zij?"""
    zoek, ook_inactief = request.args.get("zoek", "")[:100].replace("\0", ""), request.args.get("niet_actief") == "ja"
    na, voor = (request.args.get(een, type=UUID) for een in ("na", "voor"))
    blad = medewerkers.lijst(handeling(), medewerkers.Medewerkersvraag(zoek, ook_inactief, na, voor))
    leden = blad.regels
    bewaar: dict[str, Any] = {"zoek": zoek or None, "niet_actief": "ja" if ook_inactief else None}
    return render_template(
        "partijen/medewerkers.html",
        rijen=[_rij(lid) for lid in leden],
        verzoeken=verzoeken.open_verzoeken(handeling()),
        zoek=zoek,
        ook_inactief=ook_inactief,
        voor_organisatie=handeling().vrager.kant is Kant.ORGANISATIE,
        vorige=url_for("medewerkers.lijst", voor=leden[0].id, **bewaar) if leden and blad.vorige else None,
        volgende=url_for("medewerkers.lijst", na=leden[-1].id, **bewaar) if leden and blad.volgende else None,
    )


@bp.get("/nieuw")
def nieuw() -> Any:
    """Een leeg formulier, of met de naam en het e-mailadres van wie vroeg om erbij te mogen."""
    handeling().vereis(Recht.MEDEWERKERS_BEHEREN)
    vooraf = {"aanvragen": "geen", "archief": "geen"}
    if "verzoek" in request.args:
        vooraf |= _uit_verzoek(request.args.get("verzoek", type=UUID))
    return _nieuwpagina(_formulier(nieuw=True).leeg(vooraf))


@bp.post("/nieuw")
def nodig_uit() -> Any:
    """Bewaart de medewerker en stuurt een uitnodiging."""
    handeling().vereis(Recht.MEDEWERKERS_BEHEREN)
    ingevuld = _formulier(nieuw=True).lees(request.form)
    if not ingevuld.geldig:
        ook = medewerkers.kijk_na(handeling(), alvast(ingevuld.contract))
        return _nieuwpagina(ingevuld.met_ook(*ook)), 422
    try:
        lid = medewerkers.nodig_uit(handeling(), als_gegevens(ingevuld.gelezen), _namens(), instellingen().adres)
    except InvoerFout as fout:
        return _nieuwpagina(ingevuld.met(fout)), 422
    bezorg_straks()
    flash(_("%(naam)s staat in de lijst en krijgt een e-mail.", naam=lid.heet), "goed")
    return redirect(url_for("medewerkers.lijst"), 303)


@bp.get("/<uuid:lid_id>")
def toon(lid_id: UUID) -> Any:
    """Eén medewerker om te wijzigen."""
    lid = medewerkers.haal(handeling(), lid_id)
    return _wijzigpagina(lid, _formulier(nieuw=False).leeg(als_waarden(lid), versie=lid.versie))


@bp.post("/<uuid:lid_id>")
def wijzig(lid_id: UUID) -> Any:
    """Bewaart de wijziging, of zegt wat er niet kan; wat getypt is blijft staan."""
    ingevuld = _formulier(nieuw=False).lees(request.form)
    try:
        if not ingevuld.geldig:
            lid = medewerkers.haal(handeling(), lid_id)
            ook = medewerkers.kijk_na(handeling(), alvast(ingevuld.contract), lid)
            return _wijzigpagina(lid, ingevuld.met_ook(*ook)), 422
        gegevens, adres = als_gegevens(ingevuld.gelezen), instellingen().adres
        lid = medewerkers.wijzig(handeling(), lid_id, gegevens, ingevuld.versie, namens=_namens(), adres=adres)
    except InvoerFout as fout:
        return _wijzigpagina(medewerkers.haal(handeling(), lid_id), ingevuld.met(fout)), 422
    except Gewijzigd as fout:
        nu = medewerkers.haal(handeling(), lid_id)
        return _wijzigpagina(nu, replace(ingevuld.met_melding(str(fout)), versie=nu.versie)), 409
    bezorg_straks()
    flash(_("De gegevens van %(naam)s zijn opgeslagen.", naam=lid.heet), "goed")
    if lid.nieuw_adres:
        flash(_("Het nieuwe e-mailadres geldt zodra %(naam)s het bevestigt.", naam=lid.heet), "info")
    if lid.tenant_id is not None and not lid.actief and BEHANDELEN & medewerkers.rechten_van_lid(lid):
        flash(_("Ligt er nog iets op het bureau van %(naam)s? Draag het over aan een collega.", naam=lid.heet), "info")
        return redirect(url_for("werklijst.lijst", bureau=lid_id), 303)
    return redirect(url_for("medewerkers.lijst"), 303)


@bp.post("/<uuid:lid_id>/uitnodiging")
def nodig_opnieuw_uit(lid_id: UUID) -> Any:
    """Stuurt de uitnodiging nog een keer."""
    lid = medewerkers.nodig_opnieuw_uit(handeling(), lid_id, _namens(), instellingen().adres)
    bezorg_straks()
    flash(_("%(naam)s krijgt een nieuwe e-mail; de vorige link werkt niet meer.", naam=lid.heet), "goed")
    return redirect(url_for("medewerkers.toon", lid_id=lid_id), 303)


def _rij(lid: Lidmaatschap) -> dict[str, Any]:
    """Een regel van de lijst; het woord zegt hoe het ervoor staat, de kleur helpt alleen."""
    if lid.aanvaard_op is None and not lid.actief:
        staat = {"tekst": _("niet actief, niet aangenomen"), "status": "neutraal"}
    elif not lid.actief:
        staat = {"tekst": _("niet actief"), "status": "neutraal"}
    elif lid.aanvaard_op is None:
        staat = {"tekst": _("uitgenodigd"), "status": "bezig"}
    else:
        staat = {"tekst": _("actief"), "status": "goed"}
    return {
        "naam": lid.heet,
        "url": url_for("medewerkers.toon", lid_id=lid.id),
        "email": lid.account.email,
        "staat": staat,
        "mag": ", ".join(samenvatting(lid)),
    }


def _formulier(*, nieuw: bool) -> Formulier:
    return kies_formulier(financier=handeling().vrager.kant is Kant.FINANCIER, nieuw=nieuw)


def _uit_verzoek(verzoek_id: UUID | None) -> dict[str, str]:
    """Wat de vrager zelf bevestigde; uit het adres komt alleen welk verzoek het is."""
    if verzoek_id is None:
        raise NietGevonden
    rij = verzoeken.haal_verzoek(handeling(), verzoek_id)
    return {"naam": rij.naam, "email": rij.email}


def _namens() -> str:
    ik = huidig_account()
    return ik.nu.namens if ik is not None and ik.nu is not None else ""


def _nieuwpagina(ingevuld: Ingevuld) -> str:
    return render_template("partijen/medewerker_nieuw.html", form=_formulier(nieuw=True), ingevuld=ingevuld)


def _wijzigpagina(lid: Lidmaatschap, ingevuld: Ingevuld) -> str:
    return render_template(
        "partijen/medewerker.html",
        lid=lid,
        form=_formulier(nieuw=False),
        ingevuld=ingevuld,
        wijzigingen=wijzigingen_van(handeling().sessie, handeling().vrager, lid.id),
    )
