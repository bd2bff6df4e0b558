"""Eén accordeerder over alle perioden heen: tellen, vervangen, delegeren, weghalen en afwezig melden."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from dakpan.invoer.fouten import InvoerFout
from dakpan.invoer.velden import lees_datum
from dakpan.opslag.fouten import Gewijzigd
from dakpan.partijen.collegas import Collega, afwezigheden, haal_afwezigheid_weg, haal_collega, meld_afwezig
from dakpan.partijen.rechten import Recht
from dakpan.plan.accordeerders import Daad, Plan, Voorstel, voorstel
from dakpan.plan.koppelen import leden
from dakpan.plan.koppelformulier import AFWEZIG, delegeerformulier, vervangformulier
from dakpan.plan.views.deur import module
from dakpan.wandeling.accordeerder_wijzigen import wijzig_accordeerder
from dakpan.wandeling.accordeerders import accordeerder_van, accordeerders
from dakpan.web.formulier import Formulier, Ingevuld
from dakpan.web.verzoek import handeling

TEN_HOOGSTE = 50
_LID = "/accordeerders/<uuid:lid_id>"


@dataclass(frozen=True, slots=True)
class _Formulieren:
    """De formulieren van deze pagina; wat iemand typte gaat voor."""

    vervangen: Formulier | None
    delegeren: Formulier | None
    getypt: Mapping[Daad | None, Ingevuld] = field(default_factory=dict)

    def ingevuld(self, daad: Daad | None, form: Formulier | None) -> Ingevuld | None:
        return self.getypt.get(daad) or (form.leeg() if form is not None else None)


@module.get("/accordeerders", endpoint="accordeerders")
def lijst() -> str:
    """Wie accordeert er, bij hoeveel koppelingen, en hoeveel uren wachten op hem?"""
    return render_template("plan/accordeerders.html", rijen=accordeerders(handeling()))


@module.get(_LID)
def accordeerder(lid_id: UUID) -> str:
    """Eén accordeerder met wat u voor hem kunt doen."""
    return _pagina(lid_id, {})


@module.post(f"{_LID}/afwezig")
def afwezig(lid_id: UUID) -> Any:
    """Legt vast wanneer iemand er niet is, of dat hij er weer is."""
    haal_collega(handeling(), lid_id)
    handeling().vereis(Recht.PERIODES_BEHEREN)
    if "terug" in request.form:
        haal_afwezigheid_weg(handeling(), lid_id)
        flash(_("De afwezigheid is weggehaald."), "goed")
        return redirect(url_for("perioden.accordeerder", lid_id=lid_id), 303)
    ingevuld = AFWEZIG.lees(request.form)
    if not ingevuld.geldig:
        return _pagina(lid_id, {None: ingevuld}), 422
    try:
        meld_afwezig(handeling(), lid_id, ingevuld.gelezen["van"], ingevuld.gelezen["tot_en_met"])
    except InvoerFout as fout:
        return _pagina(lid_id, {None: ingevuld.met(fout)}), 422
    flash(_("De afwezigheid is vastgelegd."), "goed")
    return redirect(url_for("perioden.accordeerder", lid_id=lid_id), 303)


@module.get(f"{_LID}/<any(vervangen, delegeren, intrekken, verwijderen):daad>")
def vooraf(lid_id: UUID, daad: str) -> Any:
    """Wat er gaat veranderen, voordat het gebeurt."""
    haal_collega(handeling(), lid_id)
    plan = _uit_adres(lid_id, Daad(daad))
    try:
        return _vooraf(plan, voorstel(handeling(), plan))
    except InvoerFout as fout:
        flash(fout.fouten[0].melding.capitalize(), "let_op")
        return redirect(url_for("perioden.accordeerder", lid_id=lid_id), 303)


@module.post(f"{_LID}/<any(vervangen, delegeren, intrekken, verwijderen):daad>")
def doe(lid_id: UUID, daad: str) -> Any:
    """Kiest met wie, of doet het nadat iemand heeft gezien wat er verandert."""
    collega, wat = haal_collega(handeling(), lid_id), Daad(daad)
    handeling().vereis(Recht.PERIODES_BEHEREN)
    if "bevestigd" not in request.form:
        return _kies(collega, wat)
    plan = _uit_velden(lid_id, wat)
    stand = request.form.get("versie", "")
    try:
        aantal = wijzig_accordeerder(handeling(), plan, int(stand) if stand.isdecimal() and len(stand) < 11 else None)
    except InvoerFout as fout:
        flash(fout.fouten[0].melding.capitalize(), "let_op")
        return redirect(url_for("perioden.accordeerder", lid_id=lid_id), 303)
    except Gewijzigd as fout:
        flash(str(fout), "let_op")
        return redirect(_adres(plan), 303)
    flash(ngettext("Eén koppeling is gewijzigd.", "%(num)s koppelingen zijn gewijzigd.", aantal), "goed")
    return redirect(url_for("perioden.accordeerder", lid_id=lid_id), 303)


def _kies(collega: Collega, daad: Daad) -> Any:
    """Leest met wie; klopt dat, dan door naar wat er gaat veranderen."""
    maak = {Daad.VERVANGEN: vervangformulier, Daad.DELEGEREN: delegeerformulier}.get(daad)
    form = maak(leden(handeling()), collega.id) if maak is not None else None
    if form is None:
        return redirect(url_for("perioden.vooraf", lid_id=collega.id, daad=daad.value), 303)
    ingevuld = form.lees(request.form)
    if not ingevuld.geldig:
        return _pagina(collega.id, {daad: ingevuld}), 422
    gelezen = ingevuld.gelezen
    plan = Plan(daad, collega.id, UUID(gelezen.get("ander") or gelezen["gedelegeerde"]), gelezen.get("tot"))
    try:
        voorstel(handeling(), plan)
    except InvoerFout as fout:
        return _pagina(collega.id, {daad: ingevuld.met(fout)}), 422
    return redirect(_adres(plan), 303)


def _adres(plan: Plan) -> str:
    tot = plan.tot.isoformat() if plan.tot is not None else None
    return url_for("perioden.vooraf", lid_id=plan.wie, daad=plan.daad.value, ander=plan.ander, tot=tot)


def _uit_adres(lid_id: UUID, daad: Daad) -> Plan:
    return Plan(daad, lid_id, request.args.get("ander", type=UUID), _dag(request.args.get("tot", "")))


def _uit_velden(lid_id: UUID, daad: Daad) -> Plan:
    return Plan(daad, lid_id, request.form.get("ander", type=UUID), _dag(request.form.get("tot", "")))


def _dag(tekst: str) -> date | None:
    try:
        return lees_datum(tekst)
    except ValueError:
        return None


def _vooraf(plan: Plan, wat: Voorstel) -> str:
    wie = haal_collega(handeling(), plan.wie)
    ander = haal_collega(handeling(), plan.ander) if plan.ander is not None else None
    velden = {"ander": plan.ander, "tot": plan.tot.isoformat() if plan.tot is not None else None}
    return render_template(
        "plan/vooraf.html",
        daad=plan.daad.value,
        wie=wie,
        ander=ander,
        tot=plan.tot,
        wat=wat,
        wijzigt=wat.wijzigt[:TEN_HOOGSTE],
        blijft=wat.blijft[:TEN_HOOGSTE],
        velden={naam: waarde for naam, waarde in velden.items() if waarde is not None},
    )


def _pagina(lid_id: UUID, getypt: Mapping[Daad | None, Ingevuld]) -> str:
    handeling().vereis(Recht.PERIODES_BEHEREN)
    collega, alle = haal_collega(handeling(), lid_id), leden(handeling())
    forms = _Formulieren(vervangformulier(alle, lid_id), delegeerformulier(alle, lid_id), getypt)
    return render_template(
        "plan/accordeerder.html",
        een=accordeerder_van(handeling(), collega),
        delegeert=voorstel(handeling(), Plan(Daad.INTREKKEN, lid_id)).wijzigt,
        weg=afwezigheden(handeling(), lid_id),
        vervangen=forms.vervangen,
        vervangen_ingevuld=forms.ingevuld(Daad.VERVANGEN, forms.vervangen),
        delegeren=forms.delegeren,
        delegeren_ingevuld=forms.ingevuld(Daad.DELEGEREN, forms.delegeren),
        afwezig=AFWEZIG,
        afwezig_ingevuld=forms.ingevuld(None, AFWEZIG),
    )
