"""Eén doel schrijven, en de afspraken eromheen. Een regel erbij kan zonder iets op te slaan of te verliezen."""

import re
from typing import Any
from uuid import UUID

from flask import flash, render_template, request
from flask_babel import gettext as _

from dakpan.aanvraag.views.deur import adres, naar, of_terug
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.plan.coachingsplan import schrijven
from dakpan.plan.coachingsplan.domain import MEESTE_DOELEN, Plandoel, Planinhoud
from dakpan.plan.coachingsplan.formulieren import (
    MEESTE_ACTIVITEITEN,
    MEESTE_MOMENTEN,
    MEESTE_TUSSENDOELEN,
    Regels,
    afspraakformulier,
    als_antwoorden,
    doelformulier,
    lees_doel,
    lees_momenten,
    met_tips,
)
from dakpan.plan.coachingsplan.lezen import laatste_plan
from dakpan.plan.coachingsplan.moment import waarom_niet
from dakpan.plan.coachingsplan.opschrijven import uit_json
from dakpan.plan.coachingsplan.smart import bij_doel
from dakpan.plan.coachingsplan.toestanden import Planstand
from dakpan.plan.tables import Coachingsplan
from dakpan.plan.views.coachingsplan import HIER, PLAN
from dakpan.plan.views.deur import bp
from dakpan.plan.views.planhulp import periode_van, vraagt_hoofddoelen
from dakpan.web.formulier import Formulier, Ingevuld
from dakpan.web.verzoek import handeling, zaak_of_404

_DOEL = f"{PLAN}/doel/<int:nummer>"


def _te_schrijven(zaak: Zaak) -> tuple[Coachingsplan, Planinhoud]:
    """Het concept, als de lezer erin mag schrijven; anders bestaat deze pagina nu niet."""
    plan = laatste_plan(handeling(), zaak)
    if plan is None or plan.status is not Planstand.CONCEPT or waarom_niet(handeling(), zaak):
        raise NietGevonden
    return plan, uit_json(plan.inhoud)


def _doel_op(inhoud: Planinhoud, nummer: int) -> Plandoel | None:
    """Het doel met dit nummer. None: het is er nog niet en kan erbij."""
    if not 1 <= nummer <= min(len(inhoud.doelen) + 1, MEESTE_DOELEN):
        raise NietGevonden
    return inhoud.doelen[nummer - 1] if nummer <= len(inhoud.doelen) else None


@bp.get(_DOEL)
def plandoel(tenant_id: str, zaak_id: UUID, nummer: int) -> Any:
    """Eén doel om te schrijven, met wat de helper erbij vraagt."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    _plan, inhoud = _te_schrijven(zaak)
    doel = _doel_op(inhoud, nummer)
    form = _doelformulier(zaak, _regels_van(doel))
    tips = bij_doel(doel, handeling().vandaag, periode_van(zaak)) if doel is not None else None
    getoond = met_tips(form, tips) if tips is not None else form
    return _doelpagina(zaak, nummer, getoond, _bewaard_doel(zaak, form, nummer))


def _bewaard_doel(zaak: Zaak, form: Formulier, nummer: int) -> Ingevuld:
    """Wat er nu op deze plek in het plan staat."""
    plan, inhoud = _te_schrijven(zaak)
    doel = _doel_op(inhoud, nummer)
    return form.leeg(als_antwoorden(doel) if doel is not None else None, versie=plan.versie)


def _regels_van(doel: Plandoel | None) -> Regels:
    """Wat er is ingevuld, met een lege regel erbij waar dat past."""
    if doel is None:
        return Regels()
    return Regels(
        min(max(1, len(doel.tussendoelen)), MEESTE_TUSSENDOELEN),
        min(max(2, len(doel.activiteiten)), MEESTE_ACTIVITEITEN),
    )


def _doelformulier(zaak: Zaak, regels: Regels) -> Formulier:
    return doelformulier(regels, soort_verplicht=vraagt_hoofddoelen(handeling(), zaak))


@bp.post(_DOEL)
def bewaar_plandoel(tenant_id: str, zaak_id: UUID, nummer: int) -> Any:
    """Slaat het doel op, haalt het weg, of zet er een regel bij."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    _te_schrijven(zaak)
    form = _doelformulier(zaak, _verstuurde_regels())
    ingevuld = form.lees(request.form)
    if "erbij" in request.form:
        return _doelpagina(zaak, nummer, form, _zonder_oordeel(ingevuld))
    if "weg" in request.form:
        return _haal_weg(zaak, nummer, ingevuld.versie)
    if not ingevuld.geldig:
        return _doelpagina(zaak, nummer, form, ingevuld), 422
    try:
        schrijven.bewaar_doel(handeling(), zaak, nummer - 1, lees_doel(ingevuld.gelezen), ingevuld.versie)
    except InvoerFout as fout:
        return _doelpagina(zaak_of_404(tenant_id, zaak_id), nummer, form, ingevuld.met(fout)), 422
    except (KanNiet, Gewijzigd) as fout:
        vers = zaak_of_404(tenant_id, zaak_id)
        naast = ingevuld.met_melding(str(fout)).naast(_bewaard_doel(vers, form, nummer))
        return _doelpagina(vers, nummer, form, naast), 409
    flash(_("Het doel is opgeslagen."), "goed")
    return naar(adres(HIER, zaak))


def _zonder_oordeel(ingevuld: Ingevuld) -> Ingevuld:
    """Wie een regel bij wil is nog bezig: nu nog geen fouten."""
    return Ingevuld(ingevuld.waarden, versie=ingevuld.versie)


def _verstuurde_regels() -> Regels:
    """Hoeveel regels stonden er, en welke knop vroeg er een bij?"""
    erbij = request.form.get("erbij", "")
    tussendoelen, activiteiten = _aantal("tussendoelen"), _aantal("activiteiten")
    return Regels(
        min(max(1, tussendoelen + (erbij == "tussendoelen")), MEESTE_TUSSENDOELEN),
        min(max(2, activiteiten + (erbij == "activiteiten")), MEESTE_ACTIVITEITEN),
    )


def _aantal(soort: str) -> int:
    nummers = [int(gevonden[1]) for naam in request.form if (gevonden := re.match(rf"{soort}\.([0-9]{{1,2}})\.", naam))]
    return max(nummers, default=-1) + 1


def _haal_weg(zaak: Zaak, nummer: int, versie: int | None) -> Any:
    try:
        schrijven.haal_doel_weg(handeling(), zaak, nummer - 1, versie)
    except (KanNiet, Gewijzigd) as fout:
        flash(str(fout), "let_op")
    return naar(adres(HIER, zaak))


def _doelpagina(zaak: Zaak, nummer: int, form: Formulier, ingevuld: Ingevuld) -> str:
    _plan, inhoud = _te_schrijven(zaak)
    nieuw = _doel_op(inhoud, nummer) is None
    return render_template("plan/plandoel.html", zaak=zaak, nummer=nummer, nieuw=nieuw, form=form, ingevuld=ingevuld)


@bp.post(f"{PLAN}/terugzetten")
@of_terug(HIER)
def zet_doel_terug(tenant_id: str, zaak_id: UUID) -> Any:
    """Toch weer in het plan."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    schrijven.zet_doel_terug(handeling(), zaak)
    flash(_("Het doel staat weer in het plan."), "goed")
    return naar(adres(HIER, zaak))


@bp.get(f"{PLAN}/afspraken")
def planafspraken(tenant_id: str, zaak_id: UUID) -> Any:
    """Wanneer kijkt u samen terug, en wat doet de werkgever?"""
    zaak = zaak_of_404(tenant_id, zaak_id)
    _plan, inhoud = _te_schrijven(zaak)
    form = afspraakformulier(min(max(2, len(inhoud.evaluaties)), MEESTE_MOMENTEN))
    return _afspraakpagina(zaak, form, _bewaarde_afspraken(zaak, form))


def _bewaarde_afspraken(zaak: Zaak, form: Formulier) -> Ingevuld:
    """Wat er nu is afgesproken."""
    plan, inhoud = _te_schrijven(zaak)
    waarden = {
        "evaluaties": [{"datum": een.datum, "tekst": een.tekst} for een in inhoud.evaluaties],
        "werkplek": inhoud.werkplek,
        "begeleider": inhoud.begeleider,
    }
    return form.leeg(waarden, versie=plan.versie)


@bp.post(f"{PLAN}/afspraken")
def bewaar_planafspraken(tenant_id: str, zaak_id: UUID) -> Any:
    """Slaat de afspraken op, of zet er een moment bij."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    _te_schrijven(zaak)
    form = afspraakformulier(min(max(2, _aantal("evaluaties") + ("erbij" in request.form)), MEESTE_MOMENTEN))
    ingevuld = form.lees(request.form)
    if "erbij" in request.form:
        return _afspraakpagina(zaak, form, _zonder_oordeel(ingevuld))
    if not ingevuld.geldig:
        return _afspraakpagina(zaak, form, ingevuld), 422
    werkgever = {naam: ingevuld.gelezen.get(naam, "") for naam in ("werkplek", "begeleider")}
    try:
        momenten = lees_momenten(ingevuld.gelezen)
        schrijven.bewaar_afspraken(handeling(), zaak, momenten, **werkgever, versie=ingevuld.versie)
    except (KanNiet, Gewijzigd) as fout:
        vers = zaak_of_404(tenant_id, zaak_id)
        naast = ingevuld.met_melding(str(fout)).naast(_bewaarde_afspraken(vers, form))
        return _afspraakpagina(vers, form, naast), 409
    flash(_("De afspraken zijn opgeslagen."), "goed")
    return naar(adres(HIER, zaak))


def _afspraakpagina(zaak: Zaak, form: Formulier, ingevuld: Ingevuld) -> str:
    return render_template("plan/planafspraken.html", zaak=zaak, form=form, ingevuld=ingevuld)
