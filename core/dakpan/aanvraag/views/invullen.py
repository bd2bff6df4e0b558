"""Een aanvraag invullen: de takenlijst, één groep vragen per pagina, en alles nog eens bij elkaar."""

from functools import partial
from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request
from flask_babel import gettext as _

from dakpan.aanvraag.behandelen.heen_en_weer import heen_en_weer, met_getypt
from dakpan.aanvraag.domain.tijdvakken import EERDER
from dakpan.aanvraag.domain.toestanden import AANVRAAG
from dakpan.aanvraag.formulier import Conceptformulier
from dakpan.aanvraag.herkomst import te_bevestigen
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.invullen import wat_ook_niet_kan
from dakpan.aanvraag.namen import REGIMES
from dakpan.aanvraag.opslaan import AndereAntwoorden, sla_pagina_op
from dakpan.aanvraag.stand import standen
from dakpan.aanvraag.tables import Aanvraag
from dakpan.aanvraag.tijdlijn.blik import blik_van
from dakpan.aanvraag.views.botsing import gemengd_antwoord, naast_elkaar
from dakpan.aanvraag.views.deur import ZAAK, adres, alle_antwoorden, bp, formulier_van, groepadres, naar
from dakpan.aanvraag.views.gezien import als_pagina, gezien_nu, gezien_tekst
from dakpan.aanvraag.views.herkomst import met_herkomst
from dakpan.aanvraag.views.lezen import BSN, te_lezen
from dakpan.aanvraag.views.takenlijst import als_taken, samengeteld
from dakpan.aanvraag.werkgever.verzoeken import vult_werkgever_in
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.notities import notities_van
from dakpan.dossier.personen import gemaskeerd
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import haal_zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd, InArchief, NietGevonden
from dakpan.partijen.rechten import Recht
from dakpan.plan.coachingsplan.lezen import inhoud_van, plan_bij_aanvraag
from dakpan.wandeling.vervangen import vervangt
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import handeling, zaak_of_404

HEEN, REKEN = "naar", "reken"
PERIODE, PLAN = "periode", "plan"
MET_TIJDLIJN = ("tijdlijn", "geschiedenis")
_LIJST, _VORIGE = "lijst", "vorige"


@bp.get(f"{ZAAK}/aanvraag")
def formulier(tenant_id: str, zaak_id: UUID) -> Any:
    """De takenlijst: per groep hoe het ervoor staat. Is de aanvraag definitief, dan is zij alleen nog te lezen."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    aanvraag = haal_aanvraag(handeling(), zaak)
    if not _te_wijzigen(aanvraag):
        return redirect(adres("aanvraag.afdruk", zaak))
    form = formulier_van(zaak, aanvraag)
    stand = standen(handeling(), zaak, aanvraag, {groep.naam: groep.veldnamen for groep in form.groepen})
    return render_template(
        "aanvraag/formulier.html",
        zaak=zaak,
        aanvraag=aanvraag,
        taken=als_taken(form, stand, partial(groepadres, zaak)),
        klaar=samengeteld(stand),
        notities=notities_van(handeling(), zaak),
        na_te_kijken=len(te_bevestigen(aanvraag.herkomst, form.velden)),
        vorige=_vorige(zaak, aanvraag),
        vervangt=vervangt(handeling(), aanvraag),
        werkgever_vult_in=vult_werkgever_in(handeling(), zaak),
    )


def _vorige(zaak: Zaak, aanvraag: Aanvraag) -> Zaak | None:
    """De zaak waar dit een vervolg op is, als de lezer haar ziet."""
    if aanvraag.vorige_zaak_id is None:
        return None
    try:
        return haal_zaak(handeling(), zaak.tenant_id, aanvraag.vorige_zaak_id)
    except (NietGevonden, InArchief):
        return None


def _te_wijzigen(aanvraag: Aanvraag) -> bool:
    return AANVRAAG.kan(aanvraag.status, "wijzig") and handeling().mag(Recht.AANVRAAG_WIJZIGEN)


@bp.get(f"{ZAAK}/aanvraag/samenvatting")
def samenvatting(tenant_id: str, zaak_id: UUID) -> Any:
    """Alle antwoorden bij elkaar, met bij elke groep een weg terug om haar te wijzigen."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    aanvraag = haal_aanvraag(handeling(), zaak)
    if not _te_wijzigen(aanvraag):
        return redirect(adres("aanvraag.afdruk", zaak))
    antwoorden = {**alle_antwoorden(zaak, aanvraag), BSN: gemaskeerd(zaak.persoon)}
    groepen = [
        (groep, groepadres(zaak, groep.naam), te_lezen(groep, antwoorden, aanvraag.herkomst))
        for groep in formulier_van(zaak, aanvraag).groepen
    ]
    uitgewerkt = inhoud_van(plan_bij_aanvraag(handeling(), zaak, aanvraag))
    return render_template(
        "aanvraag/samenvatting.html", zaak=zaak, aanvraag=aanvraag, groepen=groepen, uitgewerkt=uitgewerkt
    )


@bp.get(f"{ZAAK}/aanvraag/<groepnaam>")
def groep(tenant_id: str, zaak_id: UUID, groepnaam: str) -> Any:
    """Eén groep vragen."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    aanvraag = haal_aanvraag(handeling(), zaak)
    form = _pagina_of_404(zaak, aanvraag, groepnaam)
    if not _te_wijzigen(aanvraag):
        return redirect(adres("aanvraag.afdruk", zaak))
    ingevuld = form.leeg(alle_antwoorden(zaak, aanvraag), versie=aanvraag.versie)
    return _groeppagina(zaak, aanvraag, groepnaam, ingevuld)


def _pagina_of_404(zaak: Zaak, aanvraag: Aanvraag, groepnaam: str) -> Conceptformulier:
    form = formulier_van(zaak, aanvraag).pagina(groepnaam)
    if form is None:
        raise NietGevonden
    return form


@bp.post(f"{ZAAK}/aanvraag/<groepnaam>")
def bewaar(tenant_id: str, zaak_id: UUID, groepnaam: str) -> Any:
    """Slaat op wat er op deze pagina staat, ook als het nog niet af is, en gaat verder of terug."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    aanvraag = haal_aanvraag(handeling(), zaak)
    form = _pagina_of_404(zaak, aanvraag, groepnaam)
    ingevuld = form.lees(request.form)
    if REKEN in request.form:
        return _reken(zaak, aanvraag, groepnaam, ingevuld)
    if not ingevuld.geldig:
        alles = ingevuld.met_ook(*wat_ook_niet_kan(handeling(), zaak.tenant_id, ingevuld.contract))
        return _groeppagina(zaak, aanvraag, groepnaam, alles, gezien_tekst()), 422
    try:
        van_ander = sla_pagina_op(handeling(), zaak, als_pagina(groepnaam, form, ingevuld))
    except InvoerFout as fout:
        return _opnieuw(zaak, groepnaam, ingevuld.met(fout)), 422
    except AndereAntwoorden as fout:
        return _kies(zaak, groepnaam, ingevuld, fout), 409
    except (KanNiet, Gewijzigd) as fout:
        return _opnieuw(zaak, groepnaam, ingevuld.met_melding(str(fout))), 409
    _meld(van_ander, zaak)
    return naar(_verder(zaak, groepnaam))


def _reken(zaak: Zaak, aanvraag: Aanvraag, groepnaam: str, ingevuld: Ingevuld) -> Any:
    """Uren en regime met wat er nu getypt staat, zonder iets op te slaan."""
    uitkomst = met_getypt(handeling(), zaak, aanvraag, ingevuld.contract)
    code = 200 if not ingevuld.fouten else 422
    return _groeppagina(zaak, aanvraag, groepnaam, ingevuld, gezien_tekst(), vergelijking=uitkomst), code


def _meld(van_ander: tuple[str, ...], zaak: Zaak) -> None:
    flash(_("De aanvraag is opgeslagen als concept."), "goed")
    if van_ander:
        velden = formulier_van(zaak, haal_aanvraag(handeling(), zaak)).velden
        namen = ", ".join(str(velden[veld].label) for veld in van_ander if veld in velden)
        een, meer = (
            _("Iemand anders veranderde intussen dit antwoord; het is gebleven: %(welke)s.", welke=namen),
            _("Iemand anders veranderde intussen deze antwoorden; zij zijn gebleven: %(welke)s.", welke=namen),
        )
        flash(een if len(van_ander) == 1 else meer, "info")


def _verder(zaak: Zaak, groepnaam: str) -> str:
    """Waarheen na het opslaan: de volgende groep, de vorige, of de lijst."""
    form = formulier_van(zaak, haal_aanvraag(handeling(), zaak))
    if form.pagina(groepnaam) is None or request.form.get(HEEN) == _LIJST:
        return adres("aanvraag.formulier", zaak)
    vorige, volgende = form.naast(groepnaam)
    if request.form.get(HEEN) == _VORIGE:
        return groepadres(zaak, vorige) if vorige else adres("aanvraag.formulier", zaak)
    return groepadres(zaak, volgende) if volgende else adres("aanvraag.samenvatting", zaak)


def _opnieuw(zaak: Zaak, groepnaam: str, ingevuld: Ingevuld) -> str:
    """Dezelfde pagina met wat er getypt is."""
    vers = zaak_of_404(zaak.tenant_id, zaak.id)
    return _groeppagina(vers, haal_aanvraag(handeling(), vers), groepnaam, ingevuld, gezien_tekst())


def _kies(zaak: Zaak, groepnaam: str, ingevuld: Ingevuld, fout: AndereAntwoorden) -> str:
    """Welke antwoorden verschillen, en van wie; wat u typte blijft staan en gaat voor als u het nog eens opslaat."""
    vers = zaak_of_404(zaak.tenant_id, zaak.id)
    aanvraag = haal_aanvraag(handeling(), vers)
    form = _pagina_of_404(vers, aanvraag, groepnaam)
    samen = gemengd_antwoord(form, ingevuld, fout, aanvraag.versie)
    return _groeppagina(vers, aanvraag, groepnaam, samen, botsingen=naast_elkaar(form, fout))


def _groeppagina(
    zaak: Zaak, aanvraag: Aanvraag, groepnaam: str, ingevuld: Ingevuld, gezien: str = "", **erbij: Any
) -> str:
    alles = formulier_van(zaak, aanvraag)
    form = _pagina_of_404(zaak, aanvraag, groepnaam)
    namen = [een.naam for een in alles.groepen]
    return render_template(
        "aanvraag/groep.html",
        zaak=zaak,
        aanvraag=aanvraag,
        form=met_herkomst(form, aanvraag.herkomst),
        ingevuld=ingevuld,
        groep=form.groepen[0],
        plek=namen.index(groepnaam) + 1,
        aantal=len(namen),
        gezien=gezien or gezien_nu(form, alle_antwoorden(zaak, aanvraag)),
        actie=groepadres(zaak, groepnaam),
        regimes=REGIMES,
        **_tijdlijn(aanvraag, groepnaam),
        uitgewerkt=inhoud_van(plan_bij_aanvraag(handeling(), zaak, aanvraag)) if groepnaam == PLAN else None,
        **({"vergelijking": heen_en_weer(handeling(), zaak, aanvraag)} if groepnaam == PERIODE else {}) | erbij,
    )


def _tijdlijn(aanvraag: Aanvraag, groepnaam: str) -> dict[str, Any]:
    """De opgeslagen tijdlijn, op de pagina die haar vraagt en op die waar haar getallen staan."""
    if groepnaam not in MET_TIJDLIJN:
        return {}
    blik = blik_van(handeling(), aanvraag)
    return {"tijdlijn": blik, "tijdlijn_onaf": blik is None and bool(aanvraag.aanvulling.get(EERDER))}
