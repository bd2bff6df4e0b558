"""De offerte op het scherm: om te schrijven, om te lezen en om terug te geven."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from flask import flash, render_template, request
from flask_babel import gettext as _

from dakpan.aanvraag.cijferblok import cijfers
from dakpan.aanvraag.contract import toets_als_json
from dakpan.aanvraag.controleren import toets_aanvraag
from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.inhoud import dossier_van, haal_besluit, haal_ingediend
from dakpan.aanvraag.views.deur import ZAAK, adres, naar, of_terug, zaakpagina
from dakpan.aanvraag.voorstellen import Afspraak
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import voortgang
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.plan import offertes as plan
from dakpan.plan.coachingsplan.lezen import inhoud_van, laatste_plan, plan_bij_offerte
from dakpan.plan.formulieren import TERUGGEVEN, offerteformulier
from dakpan.plan.minder_uren import minder_in_offerte
from dakpan.plan.opdracht import geef_offerte_terug
from dakpan.plan.tables import Offerte
from dakpan.plan.toestanden import OFFERTE
from dakpan.plan.verzoeken import verzoek_van
from dakpan.plan.views.deur import bp
from dakpan.uitleg.bevinding import Ernst
from dakpan.uitleg.contract import bevinding_als_json
from dakpan.web.formulier import Formulier, Ingevuld
from dakpan.web.verzoek import handeling, zaak_of_404


@bp.get(f"{ZAAK}/offerte")
def offerte(tenant_id: str, zaak_id: UUID) -> Any:
    """De offerte: om te schrijven voor de organisatie, om te lezen voor de financier."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    huidig = plan.laatste_offerte(handeling(), zaak)
    if not _schrijft(zaak, huidig):
        return _leespagina(zaak, huidig, TERUGGEVEN.leeg())
    return _schrijfpagina(zaak, _bewaard(zaak, huidig))


def _bewaard(zaak: Zaak, huidig: Offerte | None) -> Ingevuld:
    """Wat er nu staat, of als er nog niets is: wat al bekend is."""
    waarden = plan.als_antwoorden(huidig) if huidig is not None else _eerste(zaak)
    return _formulier(zaak).leeg(waarden, versie=huidig.versie if huidig is not None else None)


def _eerste(zaak: Zaak) -> dict[str, Any]:
    """Wat al bekend is: het dienstverband uit de aanvraag, en de uren als het plan die optelt."""
    inhoud = inhoud_van(laatste_plan(handeling(), zaak))
    uren = {"uren": inhoud.uren} if inhoud is not None and inhoud.is_begroot else {}
    return {"teksten": plan.uit_aanvraag(zaak, _dossier(zaak)), **uren}


def _schrijft(zaak: Zaak, huidig: Offerte | None) -> bool:
    """Is de offerte nu aan deze lezer om te maken?"""
    eigen = handeling().vrager.kant is Kant.ORGANISATIE and handeling().mag(Recht.AANVRAAG_WIJZIGEN)
    open_ = voortgang(handeling(), zaak)
    stap = open_.stap(Zaakstap.OFFERTE)
    te_doen = stap is not None and open_.is_open(stap) and Zaakstap.OFFERTE not in open_.klaar
    return eigen and te_doen and (huidig is None or OFFERTE.kan(huidig.status, "wijzig"))


def _formulier(zaak: Zaak) -> Formulier:
    return offerteformulier(plan.gevraagd_in_offerte(handeling(), zaak, _dossier(zaak)))


def _dossier(zaak: Zaak) -> Dossier:
    return dossier_van(handeling(), haal_ingediend(handeling(), zaak))


@bp.post(f"{ZAAK}/offerte")
def bewaar(tenant_id: str, zaak_id: UUID) -> Any:
    """Slaat het concept op; met de andere knop volgt de vraag of het zo naar de financier kan."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    ingevuld = _formulier(zaak).lees(request.form)
    if not ingevuld.geldig:
        return _schrijfpagina(zaak, ingevuld), 422
    try:
        huidig = plan.sla_offerte_op(handeling(), zaak, ingevuld.contract, ingevuld.versie)
        ingevuld = replace(ingevuld, versie=huidig.versie)
        if "verstuur" in request.form:
            plan.keur_offerte(handeling(), zaak, huidig)
            return naar(adres("plan.versturen", zaak))
    except InvoerFout as fout:
        return _schrijfpagina(zaak_of_404(tenant_id, zaak_id), ingevuld.met(fout)), 422
    except KanNiet as fout:
        return _schrijfpagina(zaak_of_404(tenant_id, zaak_id), ingevuld.met_melding(str(fout))), 409
    except Gewijzigd as fout:
        vers = zaak_of_404(tenant_id, zaak_id)
        nu = plan.laatste_offerte(handeling(), vers)
        return _schrijfpagina(vers, ingevuld.met_melding(str(fout)).naast(_bewaard(vers, nu))), 409
    flash(_("De offerte is opgeslagen als concept."), "goed")
    return naar(adres("plan.offerte", zaak))


@bp.get(f"{ZAAK}/offerte/versturen")
def versturen(tenant_id: str, zaak_id: UUID) -> Any:
    """Vraagt of de offerte zo weg kan, met wat de regels ervan vinden: de financier leest dat straks ook."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    huidig = plan.laatste_offerte(handeling(), zaak)
    if huidig is None or not _schrijft(zaak, huidig):
        return naar(adres("plan.offerte", zaak))
    vindt = [bevinding_als_json(een) for een in plan.toets_offerte(handeling(), zaak, huidig)]
    return render_template(
        "plan/versturen.html",
        zaak=zaak,
        offerte=huidig,
        totaal=Afspraak(huidig.uren, huidig.tarief).totaal if huidig.uren and huidig.tarief else None,
        minder=minder_in_offerte(handeling(), zaak, huidig),
        bevindingen=[een for een in vindt if een["ernst"] != Ernst.VOLDAAN],
    )


@bp.post(f"{ZAAK}/offerte/versturen")
@of_terug("plan.offerte")
def verstuur(tenant_id: str, zaak_id: UUID) -> Any:
    """Verstuurt de offerte zoals zij is opgeslagen."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    try:
        plan.verstuur_offerte(handeling(), zaak, request.form.get("versie", type=int))
    except InvoerFout as fout:
        vers = zaak_of_404(tenant_id, zaak_id)
        huidig = plan.vereis_offerte(handeling(), vers, "")
        ingevuld = _formulier(vers).leeg(plan.als_antwoorden(huidig), versie=huidig.versie)
        return _schrijfpagina(vers, ingevuld.met(fout)), 422
    flash(_("De offerte is verstuurd."), "goed")
    return naar(zaakpagina(zaak))


def _schrijfpagina(zaak: Zaak, ingevuld: Ingevuld) -> str:
    huidig = plan.laatste_offerte(handeling(), zaak)
    vindt = plan.toets_offerte(handeling(), zaak, huidig) if huidig is not None else []
    dossier = _dossier(zaak)
    return render_template(
        "plan/offerte_schrijven.html",
        zaak=zaak,
        form=_formulier(zaak),
        ingevuld=ingevuld,
        verzoek=verzoek_van(handeling(), zaak),
        uitgewerkt=inhoud_van(laatste_plan(handeling(), zaak)),
        terug=huidig.reden if huidig is not None else "",
        nieuw=huidig is None,
        grenzen=cijfers(toets_als_json(toets_aanvraag(handeling(), zaak, _met_tarief(dossier, huidig)))),
        minder=minder_in_offerte(handeling(), zaak, huidig),
        bevindingen=[bevinding_als_json(een) for een in vindt],
    )


def _met_tarief(dossier: Dossier, huidig: Offerte | None) -> Dossier:
    """Met het geboden tarief: een goedkopere coach betekent meer uren, en dat staat er dan meteen."""
    if huidig is None or huidig.tarief is None:
        return dossier
    return replace(dossier, aanvraag=replace(dossier.aanvraag, tarief=huidig.tarief))


@bp.post(f"{ZAAK}/offerte/teruggeven")
def geef_terug(tenant_id: str, zaak_id: UUID) -> Any:
    """Geeft de offerte terug met wat er anders moet."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    handeling().vereis(Recht.OFFERTE_VRAGEN)
    ingevuld = TERUGGEVEN.lees(request.form)
    if not ingevuld.geldig:
        return _leespagina(zaak, plan.laatste_offerte(handeling(), zaak), ingevuld), 422
    try:
        geef_offerte_terug(handeling(), zaak, ingevuld.gelezen["reden"])
    except (KanNiet, Gewijzigd) as fout:
        vers = zaak_of_404(tenant_id, zaak_id)
        return _leespagina(vers, plan.laatste_offerte(handeling(), vers), ingevuld.met_melding(str(fout))), 409
    flash(_("De offerte is teruggegeven aan de organisatie."), "goed")
    return naar(zaakpagina(zaak))


def _leespagina(zaak: Zaak, huidig: Offerte | None, ingevuld: Ingevuld) -> str:
    dossier = _dossier(zaak)
    prijs = plan.afspraak(handeling(), zaak)
    return render_template(
        "plan/offerte.html",
        zaak=zaak,
        offerte=huidig,
        uitgewerkt=inhoud_van(plan_bij_offerte(handeling(), zaak, huidig)) if huidig is not None else None,
        totaal=prijs.totaal if prijs is not None else None,
        minder=minder_in_offerte(handeling(), zaak, huidig),
        vragen=offerteformulier(plan.alle_planvragen(handeling(), zaak, dossier)).groepen[0].velden,
        form=TERUGGEVEN,
        ingevuld=ingevuld,
        kan_terug=huidig is not None
        and OFFERTE.kan(huidig.status, "geef_terug")
        and handeling().mag(Recht.OFFERTE_VRAGEN)
        and haal_besluit(handeling(), zaak) is None,
    )
