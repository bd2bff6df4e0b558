"""De steekproeven op het scherm: trekken, zien hoe ver zij zijn, en afsluiten."""

from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.betalen.betalingen import tenant_van
from dakpan.betaling.steekproef.domain import Omvang, Regeloordeel
from dakpan.betaling.steekproef.formulieren import ALLE, trekformulier
from dakpan.betaling.steekproef.lijsten import naam_van, organisaties, regels_van, volgende, voortgang
from dakpan.betaling.steekproef.lijsten import steekproeven as bladzij
from dakpan.betaling.steekproef.nakijken import haal, sluit_af
from dakpan.betaling.steekproef.tables import Steekproef, Steekproefregel
from dakpan.betaling.steekproef.trekken import MAG, Uit, trek_steekproef
from dakpan.betaling.views import bp, toon
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.bladeren import Vanaf
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.geschiedenis import wijzigingen_van
from dakpan.uren.keuzes import doeltitel, soorttekst
from dakpan.web.eenmalig import eenmalig
from dakpan.web.formulier import Formulier, Ingevuld
from dakpan.web.opmaak import kort
from dakpan.web.verzoek import handeling


@bp.get("/steekproeven")
def steekproeven() -> str:
    """Welke zijn er, en hoe ver zijn zij?"""
    na, voor = (request.args.get(een, type=UUID) for een in ("na", "voor"))
    hier = na or voor
    blad = bladzij(handeling(), Vanaf((hier,), terug=na is None) if hier is not None else None)
    standen = voortgang(handeling(), blad.regels)
    return render_template(
        "betaling/steekproeven.html",
        rijen=[(een, standen[een.id], waaruit(een)) for een in blad.regels],
        vorige=url_for("betaling.steekproeven", voor=blad.regels[0].id) if blad.vorige else None,
        volgende=url_for("betaling.steekproeven", na=blad.regels[-1].id) if blad.volgende else None,
    )


@bp.get("/steekproeven/nieuw")
def steekproef_nieuw() -> str:
    """Waaruit, en hoeveel?"""
    form = _formulier()
    return _trekpagina(form, form.leeg({"organisatie": ALLE}))


@bp.post("/steekproeven/nieuw")
def steekproef_trekken() -> Any:
    """Trekt, of zegt per veld wat er niet klopt."""
    form = _formulier()
    ingevuld = form.lees(request.form)
    if not ingevuld.geldig:
        return _trekpagina(form, ingevuld), 422
    gelezen = ingevuld.gelezen
    uit = Uit(gelezen["van"], gelezen["tot"], gelezen.get("organisatie"))
    try:
        omvang = Omvang(gelezen.get("aantal"), gelezen.get("percentage"))
        proef = trek_steekproef(handeling(), uit, omvang, eenmalig=eenmalig())
    except InvoerFout as fout:
        return _trekpagina(form, ingevuld.met(fout)), 422
    flash(_("De steekproef is getrokken; kijk nu regel voor regel na."), "goed")
    return redirect(url_for("betaling.steekproef", steekproef_id=proef.id), 303)


@bp.get("/steekproeven/<uuid:steekproef_id>")
def steekproef(steekproef_id: UUID) -> Any:
    """De lijst met wat er al van is gevonden, en waar u verdergaat."""
    return _pagina(haal(handeling(), steekproef_id))


@bp.get("/steekproeven/<uuid:steekproef_id>/afsluiten")
def steekproef_sluiten_vraag(steekproef_id: UUID) -> Any:
    """Vraagt of het echt klaar is: daarna verandert er niets meer."""
    proef = haal(handeling(), steekproef_id)
    nu = voortgang(handeling(), [proef])[proef.id]
    if proef.gesloten_op is not None or not nu.klaar:
        return redirect(url_for("betaling.steekproef", steekproef_id=proef.id), 303)
    return render_template("betaling/steekproef_sluiten.html", proef=proef, nu=nu)


@bp.post("/steekproeven/<uuid:steekproef_id>/afsluiten")
def steekproef_sluiten(steekproef_id: UUID) -> Any:
    """Sluit af."""
    try:
        sluit_af(handeling(), steekproef_id, toon.versie())
    except (KanNiet, Gewijzigd) as fout:
        return _pagina(haal(handeling(), steekproef_id), str(fout)), 409
    flash(_("De steekproef is afgesloten. U kunt haar meenemen als bestand."), "goed")
    return redirect(url_for("betaling.steekproef", steekproef_id=steekproef_id), 303)


def waaruit(proef: Steekproef) -> dict[str, str]:
    """Waaruit is getrokken en hoeveel er was gevraagd, in woorden."""
    wie = naam_van(handeling(), proef.bij_organisatie_id) if proef.bij_organisatie_id else _("alle organisaties")
    procent = proef.omvang_percentage
    gevraagd = str(Percentage.uit_iso(procent)) if procent else str(proef.omvang_aantal)
    return {
        "wie": str(wie),
        "dagen": str(_("%(van)s tot en met %(tot)s", van=kort(proef.van), tot=kort(proef.tot))),
        "gevraagd": gevraagd,
    }


def gedaan(regel: Steekproefregel) -> str:
    """De activiteit in een regel: haar doel en wat er is gedaan."""
    wat = soorttekst(regel.soort).replace("_", " ")
    return f"{doeltitel(regel.doel)} · {wat}" if wat else doeltitel(regel.doel)


def _formulier() -> Formulier:
    tenant_van(handeling())
    handeling().vereis(*MAG)
    return trekformulier(organisaties(handeling()))


def _trekpagina(form: Formulier, ingevuld: Ingevuld) -> str:
    return render_template("betaling/steekproef_nieuw.html", form=form, ingevuld=ingevuld)


def _pagina(proef: Steekproef, bezwaar: str = "") -> str:
    deze = handeling()
    oordeel = next((een for een in Regeloordeel if een.value == request.args.get("oordeel")), None)
    blad = regels_van(deze, proef, oordeel, request.args.get("na", type=int))
    gekozen = oordeel.value if oordeel is not None else None
    verder: dict[str, Any] = {"steekproef_id": proef.id, "oordeel": gekozen}
    return render_template(
        "betaling/steekproef.html",
        proef=proef,
        nu=voortgang(deze, [proef])[proef.id],
        uit=waaruit(proef),
        rijen=[(regel, zaak, gedaan(regel)) for regel, zaak in blad.regels],
        gekozen=gekozen,
        eerste=volgende(deze, proef) if proef.gesloten_op is None else None,
        volgende=url_for("betaling.steekproef", na=blad.regels[-1][0].volgnummer, **verder) if blad.volgende else None,
        wijzigingen=wijzigingen_van(deze.sessie, deze.vrager, proef.id),
        bezwaar=bezwaar,
    )
