"""Offerteverzoek, offerte en opdracht op het scherm."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from flask import flash, render_template, request
from flask_babel import gettext as _

from dakpan.aanvraag.inhoud import dossier_van, haal_besluit, haal_ingediend
from dakpan.aanvraag.views.deur import ZAAK, adres, naar, of_terug, zaakpagina
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import voortgang
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.plan import offertes as plan
from dakpan.plan.formulieren import TERUGGEVEN, offerteformulier, verzoekformulier
from dakpan.plan.tables import Offerte
from dakpan.plan.toestanden import OFFERTE
from dakpan.plan.views.deur import bp
from dakpan.uitleg.contract import bevinding_als_json
from dakpan.web.formulier import Formulier, Ingevuld
from dakpan.web.verzoek import handeling, zaak_of_404


@bp.get(f"{ZAAK}/offerteverzoek")
def verzoek(tenant_id: str, zaak_id: UUID) -> Any:
    """Een offerte vragen, of wat er is gevraagd."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    gedaan = plan.verzoek_van(handeling(), zaak)
    if gedaan is not None:
        return render_template("plan/gevraagd.html", zaak=zaak, verzoek=gedaan)
    handeling().vereis(Recht.OFFERTE_VRAGEN)
    return _verzoekpagina(zaak, None)


@bp.post(f"{ZAAK}/offerteverzoek")
def vraag(tenant_id: str, zaak_id: UUID) -> Any:
    """Vraagt de offerte en deelt de zaak met de gekozen organisatie."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    handeling().vereis(Recht.OFFERTE_VRAGEN)
    ingevuld = verzoekformulier(plan.organisaties(handeling())).lees(request.form)
    if not ingevuld.geldig:
        return _verzoekpagina(zaak, ingevuld), 422
    try:
        gekozen = UUID(ingevuld.gelezen["organisatie"])
        plan.vraag_offerte(handeling(), zaak, gekozen, ingevuld.gelezen["tekst"])
    except InvoerFout as fout:
        return _verzoekpagina(zaak_of_404(tenant_id, zaak_id), ingevuld.met(fout)), 422
    except (KanNiet, Gewijzigd) as fout:
        return _verzoekpagina(zaak_of_404(tenant_id, zaak_id), ingevuld.met_melding(str(fout))), 409
    flash(_("De offerte is gevraagd. De organisatie ziet de zaak nu ook."), "goed")
    return naar(zaakpagina(zaak))


def _verzoekpagina(zaak: Zaak, ingevuld: Ingevuld | None) -> str:
    lijst = plan.organisaties(handeling())
    form = verzoekformulier(lijst) if lijst else None
    getoond = ingevuld if ingevuld is not None or form is None else form.leeg()
    return render_template("plan/verzoek.html", zaak=zaak, form=form, ingevuld=getoond)


@bp.get(f"{ZAAK}/offerte")
def offerte(tenant_id: str, zaak_id: UUID) -> Any:
    """De offerte: om te schrijven voor de organisatie, om te lezen voor de financier."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    huidig = plan.laatste_offerte(handeling(), zaak)
    if not _schrijft(zaak, huidig):
        return _leespagina(zaak, huidig, TERUGGEVEN.leeg())
    waarden = plan.als_antwoorden(huidig) if huidig is not None else {}
    versie = huidig.versie if huidig is not None else None
    return _schrijfpagina(zaak, _formulier(zaak).leeg(waarden, versie=versie))


def _schrijft(zaak: Zaak, huidig: Offerte | None) -> bool:
    """Is de offerte nu aan deze lezer om te maken?"""
    eigen = handeling().vrager.kant is Kant.ORGANISATIE and handeling().mag(Recht.AANVRAAG_WIJZIGEN)
    open_ = voortgang(handeling(), zaak)
    stap = open_.stap(Zaakstap.OFFERTE)
    te_doen = stap is not None and open_.is_open(stap) and Zaakstap.OFFERTE not in open_.klaar
    return eigen and te_doen and (huidig is None or OFFERTE.kan(huidig.status, "wijzig"))


def _formulier(zaak: Zaak) -> Formulier:
    dossier = dossier_van(handeling(), haal_ingediend(handeling(), zaak))
    return offerteformulier(plan.gevraagd_in_offerte(handeling(), zaak, dossier))


@bp.post(f"{ZAAK}/offerte")
def bewaar(tenant_id: str, zaak_id: UUID) -> Any:
    """Slaat het concept op; met de andere knop gaat het meteen naar de financier."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    ingevuld = _formulier(zaak).lees(request.form)
    if not ingevuld.geldig:
        return _schrijfpagina(zaak, ingevuld), 422
    try:
        huidig = plan.sla_offerte_op(handeling(), zaak, ingevuld.contract, ingevuld.versie)
        ingevuld = replace(ingevuld, versie=huidig.versie)
        if "verstuur" in request.form:
            plan.verstuur_offerte(handeling(), zaak)
    except InvoerFout as fout:
        return _schrijfpagina(zaak_of_404(tenant_id, zaak_id), ingevuld.met(fout)), 422
    except KanNiet as fout:
        return _schrijfpagina(zaak_of_404(tenant_id, zaak_id), ingevuld.met_melding(str(fout))), 409
    except Gewijzigd as fout:
        vers = zaak_of_404(tenant_id, zaak_id)
        nu = plan.laatste_offerte(handeling(), vers)
        anders = replace(ingevuld.met_melding(str(fout)), versie=nu.versie if nu is not None else None)
        return _schrijfpagina(vers, anders), 409
    if "verstuur" in request.form:
        flash(_("De offerte is verstuurd."), "goed")
        return naar(zaakpagina(zaak))
    flash(_("De offerte is opgeslagen als concept."), "goed")
    return naar(adres("plan.offerte", zaak))


def _schrijfpagina(zaak: Zaak, ingevuld: Ingevuld) -> str:
    huidig = plan.laatste_offerte(handeling(), zaak)
    vindt = plan.toets_offerte(handeling(), zaak, huidig) if huidig is not None else []
    return render_template(
        "plan/offerte_schrijven.html",
        zaak=zaak,
        form=_formulier(zaak),
        ingevuld=ingevuld,
        verzoek=plan.verzoek_van(handeling(), zaak),
        terug=huidig.reden if huidig is not None else "",
        bevindingen=[bevinding_als_json(een) for een in vindt],
    )


@bp.post(f"{ZAAK}/offerte/teruggeven")
def geef_terug(tenant_id: str, zaak_id: UUID) -> Any:
    """Geeft de offerte terug met wat er anders moet."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    handeling().vereis(Recht.OFFERTE_VRAGEN)
    ingevuld = TERUGGEVEN.lees(request.form)
    if not ingevuld.geldig:
        return _leespagina(zaak, plan.laatste_offerte(handeling(), zaak), ingevuld), 422
    try:
        plan.geef_offerte_terug(handeling(), zaak, ingevuld.gelezen["reden"])
    except (KanNiet, Gewijzigd) as fout:
        vers = zaak_of_404(tenant_id, zaak_id)
        return _leespagina(vers, plan.laatste_offerte(handeling(), vers), ingevuld.met_melding(str(fout))), 409
    flash(_("De offerte is teruggegeven aan de organisatie."), "goed")
    return naar(zaakpagina(zaak))


def _leespagina(zaak: Zaak, huidig: Offerte | None, ingevuld: Ingevuld) -> str:
    dossier = dossier_van(handeling(), haal_ingediend(handeling(), zaak))
    prijs = plan.afspraak(handeling(), zaak)
    return render_template(
        "plan/offerte.html",
        zaak=zaak,
        offerte=huidig,
        totaal=prijs.totaal if prijs is not None else None,
        vragen=offerteformulier(plan.gevraagd_in_offerte(handeling(), zaak, dossier)).groepen[0].velden,
        form=TERUGGEVEN,
        ingevuld=ingevuld,
        kan_terug=huidig is not None
        and OFFERTE.kan(huidig.status, "geef_terug")
        and handeling().mag(Recht.OFFERTE_VRAGEN)
        and haal_besluit(handeling(), zaak) is None,
    )


@bp.get(f"{ZAAK}/opdracht")
def opdracht(tenant_id: str, zaak_id: UUID) -> Any:
    """Vraagt of de offerte voor akkoord wordt getekend."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    nu = voortgang(handeling(), zaak)
    stap = nu.stap(Zaakstap.OPDRACHT)
    kan = stap is not None and nu.is_open(stap) and Zaakstap.OPDRACHT not in nu.klaar
    return render_template(
        "plan/opdracht.html",
        zaak=zaak,
        offerte=plan.laatste_offerte(handeling(), zaak),
        kan=kan and handeling().mag(Recht.OPDRACHT_GEVEN),
        gegeven=Zaakstap.OPDRACHT in nu.klaar,
    )


@bp.post(f"{ZAAK}/opdracht")
@of_terug("plan.opdracht")
def geef_opdracht(tenant_id: str, zaak_id: UUID) -> Any:
    """Tekent de offerte; de jobcoach kan beginnen."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    plan.geef_opdracht(handeling(), zaak)
    flash(_("De opdracht is gegeven. De jobcoach kan beginnen."), "goed")
    return naar(zaakpagina(zaak))
