"""De pagina's waar een functioneel beheerder waarden bekijkt, voorstelt en beoordeelt."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from io import BytesIO
from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, send_file, url_for
from flask_babel import gettext as _

from dakpan.begrippen.toestand import KanNiet
from dakpan.invoer.fouten import InvoerFout, Veldfout, fout_bij
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.partijen.waarden import beheren, intrekken
from dakpan.partijen.waarden.bronbestanden import bron_van, lees_bron
from dakpan.partijen.waarden.formulier import als_gegevens, alvast, heeft_waarde, maak_formulier, veldnaam
from dakpan.partijen.waarden.overzicht import overzichten, stand_van, wachtend
from dakpan.partijen.waarden.tables import Waardevoorstel
from dakpan.partijen.waarden.toestanden import WAARDE, Waardestatus
from dakpan.partijen.waarden.toon import rijen_van_parameter, standtekst, statustekst, waarden_in_woorden
from dakpan.partijen.waarden.uitvoer import als_tenantbestand
from dakpan.regels.parameters.model import Parameter
from dakpan.wandeling.geraakt import gevolgen_van
from dakpan.web.bestand import lees_bestand, om_te_bewaren
from dakpan.web.formulier import Formulier, Ingevuld
from dakpan.web.verzoek import handeling

bp = Blueprint("waarden", __name__, url_prefix="/waarden", template_folder="../templates")
LANGSTE_REDEN = 2_000
Handelingen = dict[str, Callable[[UUID, int, str], Waardevoorstel]]


@bp.get("")
def lijst() -> Any:
    """Wat is er ingevuld, wat ontbreekt, en wat wacht op een oordeel?"""
    alles = request.args.get("toon") == "alles"
    blokken = [
        {
            "titel": een.parameters.titel,
            "naam": een.parameters.regelset,
            "aandacht": len(een.aandacht),
            "rijen": [_standrij(een.parameters.regelset, stand) for stand in (een.standen if alles else een.aandacht)],
        }
        for een in overzichten(handeling())
    ]
    return render_template(
        "waarden/lijst.html", blokken=blokken, alles=alles, wacht=[_wachtrij(een) for een in wachtend(handeling())]
    )


@bp.get("/<regelset>/<naam>")
def toon(regelset: str, naam: str) -> Any:
    """Eén parameter: elke waarde met datum en bron, de voorstellen, en het formulier voor een nieuwe."""
    parameter = beheren.haal_parameter(handeling(), regelset, naam)
    return _parameterpagina(regelset, parameter, maak_formulier(parameter).leeg({"zekerheid": "tekst"}))


@bp.post("/<regelset>/<naam>")
def stel_voor(regelset: str, naam: str) -> Any:
    """Legt het voorstel vast, of zegt wat er nog aan mankeert."""
    parameter = beheren.haal_parameter(handeling(), regelset, naam)
    ingevuld = maak_formulier(parameter).lees(request.form)
    if not ingevuld.geldig:
        return _parameterpagina(regelset, parameter, _met_alles(regelset, parameter, ingevuld)), 422
    try:
        gegevens = replace(als_gegevens(parameter, ingevuld.gelezen), **lees_bestand("bestand")._asdict())
        rij = beheren.stel_voor(handeling(), regelset, naam, gegevens)
    except InvoerFout as fout:
        return _parameterpagina(regelset, parameter, ingevuld.met(_bij_vak(parameter, fout.fouten))), 422
    flash(_("Uw voorstel staat klaar. Een collega beoordeelt het; tot dan verandert er niets."), "goed")
    return redirect(url_for("waarden.voorstel", voorstel_id=rij.id), 303)


def _met_alles(regelset: str, parameter: Parameter, ingevuld: Ingevuld) -> Ingevuld:
    """Ook wat pas bij het vastleggen zou blijken: een waarde die niet kan, de dagen en het bestand."""
    fouten = list(beheren.keur(handeling(), regelset, parameter, alvast(parameter, ingevuld)))
    if not heeft_waarde(ingevuld):
        fouten.append(beheren.geen_waarde(parameter))
    try:
        lees_bron(handeling(), *lees_bestand("bestand"), fouten)
    except InvoerFout as fout:
        fouten += fout.fouten
    return ingevuld.met(_bij_vak(parameter, fouten)) if fouten else ingevuld


def _bij_vak(parameter: Parameter, fouten: Iterable[Veldfout]) -> InvoerFout:
    return InvoerFout(*(Veldfout(veldnaam(parameter, een.veld), een.melding) for een in fouten))


@bp.get("/voorstellen/<uuid:voorstel_id>")
def voorstel(voorstel_id: UUID) -> Any:
    """Eén voorstel, met wat het verandert bij zaken waarover nog niet is besloten."""
    return _voorstelpagina(beheren.haal_voorstel(handeling(), voorstel_id))


@bp.get("/voorstellen/<uuid:voorstel_id>/bron")
def bron(voorstel_id: UUID) -> Any:
    """Het bestand waarin de waarde staat, om te bewaren."""
    gevonden = bron_van(handeling(), beheren.haal_voorstel(handeling(), voorstel_id))
    if gevonden is None:
        raise NietGevonden
    return om_te_bewaren(gevonden.bestandsnaam, gevonden.mediatype, gevonden.inhoud)


@bp.post("/voorstellen/<uuid:voorstel_id>")
def oordeel(voorstel_id: UUID) -> Any:
    """Goedkeuren, afwijzen, intrekken, of voorstellen dat de waarde vervalt."""
    doe, versie, reden = (
        request.form.get("doe", ""),
        request.form.get("versie", 0, type=int),
        request.form.get("reden", ""),
    )
    rij = beheren.haal_voorstel(handeling(), voorstel_id)
    if doe not in _HANDELINGEN:
        return _voorstelpagina(rij, bezwaar=_("Kies wat u met dit voorstel wilt doen.")), 422
    try:
        if len(reden) > LANGSTE_REDEN:
            raise fout_bij("reden", f"dit zijn {len(reden)} tekens; ten hoogste {LANGSTE_REDEN}")
        _HANDELINGEN[doe](voorstel_id, versie, reden)
    except InvoerFout as fout:
        rij = beheren.haal_voorstel(handeling(), voorstel_id)
        return _voorstelpagina(rij, fout=fout.fouten[0].melding, reden=reden), 422
    except (KanNiet, Gewijzigd) as fout:
        rij = beheren.haal_voorstel(handeling(), voorstel_id)
        return _voorstelpagina(rij, bezwaar=str(fout), reden=reden), 409
    flash(str(_GEDAAN[doe]()), "goed")
    return redirect(url_for("waarden.voorstel", voorstel_id=voorstel_id), 303)


@bp.get("/tenantbestand.toml")
def bestand() -> Any:
    """Het tenantbestand van de eigen financier, met alles wat hier is ingevuld erin."""
    inhoud = BytesIO(als_tenantbestand(handeling()).encode())
    naam = f"{beheren.eigen_tenant(handeling())}.toml"
    return send_file(inhoud, mimetype="application/toml", as_attachment=True, download_name=naam, max_age=None)


_HANDELINGEN: Handelingen = {
    "keur_goed": lambda id_, versie, reden: beheren.keur_goed(handeling(), id_, versie, reden),
    "wijs_af": lambda id_, versie, reden: beheren.wijs_af(handeling(), id_, versie, reden),
    "trek_in": lambda id_, versie, _reden: intrekken.trek_in(handeling(), id_, versie),
    "trek_einde_in": lambda id_, versie, _reden: intrekken.trek_einde_in(handeling(), id_, versie),
    "stel_einde_voor": lambda id_, versie, reden: beheren.stel_einde_voor(handeling(), id_, versie, reden),
    "laat_vervallen": lambda id_, versie, reden: beheren.laat_vervallen(handeling(), id_, versie, reden),
    "behoud": lambda id_, versie, reden: beheren.behoud(handeling(), id_, versie, reden),
}
_GEDAAN: dict[str, Callable[[], str]] = {
    "keur_goed": lambda: _("De waarde is goedgekeurd. Elke nieuwe beslissing rekent ermee."),
    "wijs_af": lambda: _("Het voorstel is afgewezen."),
    "trek_in": lambda: _("Uw voorstel is ingetrokken."),
    "stel_einde_voor": lambda: _(
        "Uw voorstel staat klaar. Een collega beoordeelt het; tot dan blijft de waarde gelden."
    ),
    "laat_vervallen": lambda: _("De waarde is vervallen. Besluiten die er al waren blijven zoals zij zijn."),
    "trek_einde_in": lambda: _("Uw voorstel is ingetrokken. De waarde blijft gelden."),
    "behoud": lambda: _("De waarde blijft gelden."),
}


def _standrij(regelset: str, stand: Any) -> dict[str, Any]:
    return {
        "titel": stand.parameter.titel,
        "url": url_for("waarden.toon", regelset=regelset, naam=stand.parameter.naam),
        "eenheid": stand.parameter.eenheid,
        "staat": standtekst(stand),
    }


def _wachtrij(rij: Waardevoorstel) -> dict[str, Any]:
    parameter = beheren.haal_parameter(handeling(), rij.regelset, rij.parameter)
    return {
        "titel": parameter.titel,
        "url": url_for("waarden.voorstel", voorstel_id=rij.id),
        "vanaf": rij.vanaf,
        "door": rij.voorgesteld_door,
        "staat": statustekst(rij.status),
    }


def _parameterpagina(regelset: str, parameter: Parameter, ingevuld: Ingevuld) -> str:
    form: Formulier = maak_formulier(parameter)
    return render_template(
        "waarden/parameter.html",
        parameter=parameter,
        regelset=regelset,
        staat=standtekst(stand_van(parameter, handeling().vandaag)),
        rijen=rijen_van_parameter(parameter),
        voorstellen=[_wachtrij(een) for een in beheren.voorstellen_van(handeling(), regelset, parameter.naam)],
        form=form,
        ingevuld=ingevuld,
    )


def _voorstelpagina(rij: Waardevoorstel, bezwaar: str = "", reden: str = "", fout: str = "") -> str:
    parameter = beheren.haal_parameter(handeling(), rij.regelset, rij.parameter)
    wacht = rij.status in {Waardestatus.VOORGESTELD, Waardestatus.EINDE_VOORGESTELD}
    eigen = rij.voorsteller_id == handeling().vrager.account_id
    return render_template(
        "waarden/voorstel.html",
        rij=rij,
        bronbestand=bron_van(handeling(), rij),
        parameter=parameter,
        waarden=waarden_in_woorden(parameter, rij),
        staat=statustekst(rij.status),
        kan={naam: WAARDE.kan(rij.status, naam) for naam in WAARDE.overgangen},
        eigen=eigen,
        gevolgen=gevolgen_van(handeling(), rij) if wacht else None,
        bezwaar=bezwaar,
        reden=reden,
        fout=fout,
    )
