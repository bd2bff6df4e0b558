"""Wie is er voor deze cliënt? Te lezen voor beide kanten, te kiezen door de organisatie."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from flask import flash, render_template, request
from flask_babel import gettext as _

from dakpan.aanvraag.views.deur import ZAAK, adres, naar
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.plan import aanspreekpunten as plan
from dakpan.plan.koppelen import leden
from dakpan.plan.koppelformulier import DAGEN, ROLLEN, aanspreekformulier
from dakpan.plan.tables import Aanspreekpunt
from dakpan.plan.views.deur import bp
from dakpan.plan.views.woorden import naad_in_woorden
from dakpan.web.formulier import Formulier, Ingevuld
from dakpan.web.verzoek import handeling, zaak_of_404

_PUNT = f"{ZAAK}/aanspreekpunten/<uuid:punt_id>"
bp.add_app_template_filter(naad_in_woorden)


@bp.get(f"{ZAAK}/aanspreekpunten")
def aanspreekpunten(tenant_id: str, zaak_id: UUID) -> str:
    """Wie is er wanneer, en sluit het op elkaar aan?"""
    return _pagina(zaak_of_404(tenant_id, zaak_id), None)


@bp.post(f"{ZAAK}/aanspreekpunten")
def wijs_aan(tenant_id: str, zaak_id: UUID) -> Any:
    """Kiest iemand voor deze cliënt."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    form = _formulier()
    if form is None:
        handeling().vereis(Recht.PERIODES_BEHEREN)
        raise KanNiet(_("De jobcoachorganisatie kiest zelf wie het aanspreekpunt van de cliënt is."))
    ingevuld = form.lees(request.form)
    if not ingevuld.geldig:
        return _pagina(zaak, ingevuld), 422
    keuze = ingevuld.gelezen
    try:
        plan.wijs_aan(
            handeling(),
            zaak,
            keuze["soort"],
            UUID(keuze["wie"]),
            van=keuze["van"],
            tot_en_met=keuze.get("tot_en_met"),
        )
    except InvoerFout as fout:
        return _pagina(zaak_of_404(tenant_id, zaak_id), ingevuld.met(fout)), 422
    flash(_("Het aanspreekpunt is vastgelegd; beide kanten zien het."), "goed")
    return naar(adres("plan.aanspreekpunten", zaak))


@bp.get(_PUNT)
def aanspreekpunt(tenant_id: str, zaak_id: UUID, punt_id: UUID) -> Any:
    """Andere dagen voor dezelfde persoon."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    punt = plan.haal_aanspreekpunt(handeling(), zaak, punt_id)
    handeling().vereis(Recht.PERIODES_BEHEREN)
    return _puntpagina(zaak, punt, None)


@bp.post(_PUNT)
def wijzig_aanspreekpunt(tenant_id: str, zaak_id: UUID, punt_id: UUID) -> Any:
    """Bewaart de andere dagen, of haalt de regel weg."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    punt = plan.haal_aanspreekpunt(handeling(), zaak, punt_id)
    handeling().vereis(Recht.PERIODES_BEHEREN)
    if "weg" in request.form:
        plan.haal_weg(handeling(), zaak, punt_id)
        flash(_("De regel is weggehaald."), "goed")
        return naar(adres("plan.aanspreekpunten", zaak))
    ingevuld = DAGEN.lees(request.form)
    if not ingevuld.geldig:
        return _puntpagina(zaak, punt, ingevuld), 422
    keuze = ingevuld.gelezen
    try:
        plan.wijzig_dagen(
            handeling(),
            zaak,
            punt_id,
            van=keuze["van"],
            tot_en_met=keuze.get("tot_en_met"),
            versie=ingevuld.versie,
        )
    except InvoerFout as fout:
        return _opnieuw(tenant_id, zaak_id, punt_id, ingevuld.met(fout)), 422
    except Gewijzigd as fout:
        vers = zaak_of_404(tenant_id, zaak_id)
        nu = plan.haal_aanspreekpunt(handeling(), vers, punt_id)
        return _puntpagina(vers, nu, ingevuld.met_melding(str(fout)).naast(_bewaard(nu))), 409
    flash(_("De dagen zijn gewijzigd."), "goed")
    return naar(adres("plan.aanspreekpunten", zaak))


def _opnieuw(tenant_id: str, zaak_id: UUID, punt_id: UUID, ingevuld: Ingevuld) -> str:
    zaak = zaak_of_404(tenant_id, zaak_id)
    nu = plan.haal_aanspreekpunt(handeling(), zaak, punt_id)
    return _puntpagina(zaak, nu, replace(ingevuld, versie=nu.versie))


def _bewaard(punt: Aanspreekpunt) -> Ingevuld:
    """De dagen die er nu staan."""
    dagen = {"van": punt.van} | ({"tot_en_met": punt.tot_en_met} if punt.tot_en_met is not None else {})
    return DAGEN.leeg(dagen, versie=punt.versie)


def _puntpagina(zaak: Zaak, punt: Aanspreekpunt, ingevuld: Ingevuld | None) -> str:
    getoond = ingevuld or _bewaard(punt)
    return render_template(
        "plan/aanspreekpunt.html", zaak=zaak, punt=punt, rol=ROLLEN[punt.soort], form=DAGEN, ingevuld=getoond
    )


def _formulier() -> Formulier | None:
    mag = handeling().vrager.kant is Kant.ORGANISATIE and handeling().mag(Recht.PERIODES_BEHEREN)
    return aanspreekformulier(leden(handeling())) if mag else None


def _pagina(zaak: Zaak, ingevuld: Ingevuld | None) -> str:
    form = _formulier()
    return render_template(
        "plan/aanspreekpunten.html",
        zaak=zaak,
        rollen=plan.rolverdeling(handeling(), zaak),
        namen=ROLLEN,
        form=form,
        ingevuld=ingevuld or (form.leeg() if form is not None else None),
    )
