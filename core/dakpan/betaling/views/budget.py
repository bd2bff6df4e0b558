"""Het budget van een financier: wat er is, wat vastligt, wat is betaald en wat vrij is."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from dakpan.betaling.budget.beheer import bewaar_budget, bewaar_keuze, budgetstand, haal_budget
from dakpan.betaling.budget.formulieren import BUDGET, EERSTE_JAAR, JAARWIJZEN, LAATSTE_JAAR, keuzeformulier
from dakpan.betaling.budget.tables import Jaarbudget
from dakpan.betaling.budget.zaken import verplichtingen
from dakpan.betaling.views import bp, toon
from dakpan.opslag.bladeren import Vanaf
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.geschiedenis import wijzigingen_van
from dakpan.partijen.rechten import Recht
from dakpan.web.formulier import Formulier, Ingevuld
from dakpan.web.opmaak import bedrag
from dakpan.web.verzoek import handeling


@bp.get("/budget")
def budget() -> Any:
    """Per jaar en kostenplaats: budget, verplicht, betaald en vrij."""
    stand = budgetstand(handeling())
    wijze = stand.keuze.jaarwijze if stand.keuze is not None else None
    return render_template(
        "betaling/budget.html",
        stand=stand,
        wijze=dict(JAARWIJZEN)[wijze.value] if wijze is not None else None,
        mag_invullen=handeling().mag(Recht.WAARDEN_BEHEREN),
    )


@bp.get("/budget/<int(max=9999):jaar>/zaken")
def budgetzaken(jaar: int) -> Any:
    """De zaken die dit jaar op deze kostenplaats iets vastleggen, per bladzijde."""
    plaats = toon.kostenplaats(request.args)
    na, voor = (request.args.get(een, type=UUID) for een in ("na", "voor"))
    hier = na or voor
    blad = verplichtingen(handeling(), jaar, plaats, Vanaf((hier,), terug=na is None) if hier is not None else None)
    adres: dict[str, Any] = {"jaar": jaar, "kostenplaats": plaats}
    return render_template(
        "betaling/budgetzaken.html",
        jaar=jaar,
        kostenplaats=plaats,
        rijen=blad.regels,
        vorige=url_for("betaling.budgetzaken", voor=blad.regels[0][0].id, **adres) if blad.vorige else None,
        volgende=url_for("betaling.budgetzaken", na=blad.regels[-1][0].id, **adres) if blad.volgende else None,
    )


@bp.get("/budget/invullen")
def budget_invullen() -> Any:
    """Een budget invullen, of wijzigen wat er staat."""
    jaar = toon.begrotingsjaar(request.args) or handeling().vandaag.year
    if not EERSTE_JAAR <= jaar <= LAATSTE_JAAR:
        abort(404)
    rij = haal_budget(handeling(), jaar, toon.kostenplaats(request.args))
    waarden = {
        "jaar": str(jaar),
        "kostenplaats": toon.kostenplaats(request.args),
        "bedrag": rij.bedrag if rij is not None else None,
    }
    return _invulpagina(BUDGET.leeg(waarden, versie=rij.versie if rij is not None else None))


@bp.post("/budget/invullen")
def bewaar_jaarbudget() -> Any:
    """Bewaart het budget van één jaar en kostenplaats."""
    handeling().vereis(Recht.WAARDEN_BEHEREN)
    ingevuld = BUDGET.lees(request.form)
    if not ingevuld.geldig:
        return _invulpagina(ingevuld), 422
    gelezen = ingevuld.gelezen
    plaats = gelezen.get("kostenplaats", "").strip()
    try:
        bewaar_budget(handeling(), gelezen["jaar"], plaats, gelezen.get("bedrag"), ingevuld.versie)
    except Gewijzigd as fout:
        rij = haal_budget(handeling(), gelezen["jaar"], plaats)
        waarom = _er_staat_al(rij) if rij is not None and ingevuld.versie is None else str(fout)
        opnieuw = replace(ingevuld.met_melding(waarom), versie=rij.versie if rij is not None else None)
        return _invulpagina(opnieuw), 409
    flash(_("Het budget is opgeslagen."), "goed")
    return redirect(url_for("betaling.budget"), 303)


def _er_staat_al(rij: Jaarbudget) -> str:
    """Wie een budget invult dat er al is ziet wat er staat; nog een keer opslaan vervangt het."""
    hoeveel = bedrag(rij.bedrag) if rij.bedrag is not None else _("niet ingevuld")
    waarom: str = _(
        "Voor %(jaar)s staat op deze kostenplaats al een budget: %(bedrag)s. Sla nog een keer op om het te vervangen.",
        jaar=rij.jaar,
        bedrag=hoeveel,
    )
    return waarom


@bp.get("/budget/tellen")
def budget_tellen() -> Any:
    """In welk jaar een toekenning telt, en op welke kostenplaats als niemand kiest."""
    stand = budgetstand(handeling())
    handeling().vereis(Recht.WAARDEN_BEHEREN)
    keuze = stand.keuze
    waarden = {
        "standaard": stand.standaard,
        "jaarwijze": keuze.jaarwijze.value if keuze is not None and keuze.jaarwijze is not None else None,
    }
    form = keuzeformulier(stand.kostenplaatsen)
    bekend = {veld.naam: waarden[veld.naam] for veld in form.velden}
    return _telpagina(form, form.leeg(bekend, versie=keuze.versie if keuze is not None else None))


@bp.post("/budget/tellen")
def bewaar_tellen() -> Any:
    """Bewaart de keuze."""
    stand = budgetstand(handeling())
    handeling().vereis(Recht.WAARDEN_BEHEREN)
    form = keuzeformulier(stand.kostenplaatsen)
    ingevuld = form.lees(request.form)
    if not ingevuld.geldig:
        return _telpagina(form, ingevuld), 422
    gelezen = ingevuld.gelezen
    try:
        bewaar_keuze(handeling(), gelezen.get("standaard"), gelezen.get("jaarwijze"), ingevuld.versie)
    except Gewijzigd as fout:
        keuze = budgetstand(handeling()).keuze
        opnieuw = replace(ingevuld.met_melding(str(fout)), versie=keuze.versie if keuze is not None else None)
        return _telpagina(form, opnieuw), 409
    flash(_("Uw keuze is opgeslagen."), "goed")
    return redirect(url_for("betaling.budget"), 303)


def _invulpagina(ingevuld: Ingevuld) -> str:
    gekozen = {naam: str(ingevuld.waarden.get(naam, "")) for naam in ("jaar", "kostenplaats")}
    jaar = toon.begrotingsjaar(gekozen) if ingevuld.versie is not None else None
    rij = haal_budget(handeling(), jaar, toon.kostenplaats(gekozen)) if jaar is not None else None
    deze = handeling()
    wijzigingen = wijzigingen_van(deze.sessie, deze.vrager, rij.id) if rij is not None else []
    return render_template("betaling/budget_invullen.html", form=BUDGET, ingevuld=ingevuld, wijzigingen=wijzigingen)


def _telpagina(form: Formulier, ingevuld: Ingevuld) -> str:
    keuze, deze = budgetstand(handeling()).keuze, handeling()
    wijzigingen = wijzigingen_van(deze.sessie, deze.vrager, keuze.id) if keuze is not None else []
    return render_template("betaling/budget_tellen.html", form=form, ingevuld=ingevuld, wijzigingen=wijzigingen)
