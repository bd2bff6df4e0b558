"""Eén onderdeel van de aanvraag per pagina, voor de werkgever; opslaan kan altijd, ook half."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from dakpan.aanvraag.alle_antwoorden import antwoorden_voor
from dakpan.aanvraag.formulier import Aanvraagformulier
from dakpan.aanvraag.invullen import wat_ook_niet_kan
from dakpan.aanvraag.opslaan import AndereAntwoorden
from dakpan.aanvraag.views.botsing import gemengd_antwoord, naast_elkaar
from dakpan.aanvraag.views.gezien import als_pagina, gezien_nu, gezien_tekst
from dakpan.aanvraag.views.herkomst import met_herkomst
from dakpan.aanvraag.werkgever import bezoek as werkgever
from dakpan.aanvraag.werkgever.bezoek import Bezoek
from dakpan.begrippen.toestand import KanNiet
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.loket.invullen.deur import PAD, binnen, bp
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.web.formulier import Ingevuld
from dakpan.web.formulier_meldingen import voor_scherm

# De uren per regime, waar de hulp bij deze vraag naar wijst, rekent alleen het loket voor.
ALLEEN_IN_HET_LOKET = frozenset({"aanvulling.gevraagde_uren"})
VRAGEN = f"{PAD}/<geheim>/vragen/<groepnaam>"


def adres(geheim: str, groepnaam: str) -> str:
    """De pagina van dit onderdeel."""
    return url_for("invullen.groep", geheim=geheim, groepnaam=groepnaam)


def bij_vraag(geheim: str, form: Aanvraagformulier, fout: Veldfout) -> dict[str, Any]:
    """Een antwoord dat ontbreekt, met de weg naar de vraag."""
    veld, groep = form.velden[fout.veld], form.groep_van(fout.veld)
    naar = f"{adres(geheim, groep.naam)}#{veld.ankerpunt}" if groep is not None else ""
    return {"label": veld.label, "url": naar, "melding": voor_scherm(fout.melding)}


@bp.get(VRAGEN)
def groep(geheim: str, groepnaam: str) -> Any:
    """De vragen van één onderdeel."""
    bezoek = binnen(geheim)
    return _groeppagina(geheim, bezoek, groepnaam, None)


@bp.post(VRAGEN)
def bewaar(geheim: str, groepnaam: str) -> Any:
    """Slaat op en gaat verder. Wat niet kan komt terug bij de vraag, met alles wat getypt is."""
    bezoek = binnen(geheim)
    form = bezoek.formulier.pagina(groepnaam)
    if form is None:
        raise NietGevonden
    ingevuld = form.lees(request.form)
    if not ingevuld.geldig:
        ook = wat_ook_niet_kan(bezoek.handeling, bezoek.zaak.tenant_id, ingevuld.contract)
        return _groeppagina(geheim, bezoek, groepnaam, ingevuld.met_ook(*ook)), 422
    try:
        werkgever.bewaar(bezoek, als_pagina(groepnaam, form, ingevuld))
    except InvoerFout as fout:
        return _groeppagina(geheim, binnen(geheim), groepnaam, ingevuld.met(fout)), 422
    except AndereAntwoorden as fout:
        vers = binnen(geheim)
        samen = gemengd_antwoord(form, ingevuld, fout, vers.aanvraag.versie)
        return _groeppagina(geheim, vers, groepnaam, samen, naast_elkaar(form, fout)), 409
    except (KanNiet, Gewijzigd) as fout:
        return _groeppagina(geheim, binnen(geheim), groepnaam, ingevuld.met_melding(str(fout))), 409
    flash(_("Opgeslagen."), "goed")
    volgende = bezoek.formulier.naast(groepnaam)[1]
    naar_lijst = request.form.get("naar") == "lijst" or volgende is None
    lijst = url_for("invullen.link", geheim=geheim)
    return redirect(lijst if naar_lijst or volgende is None else adres(geheim, volgende), 303)


def _groeppagina(
    geheim: str,
    bezoek: Bezoek,
    groepnaam: str,
    ingevuld: Ingevuld | None,
    botsingen: list[Any] | None = None,
) -> str:
    form = bezoek.formulier.pagina(groepnaam)
    if form is None:
        raise NietGevonden
    antwoorden = antwoorden_voor(bezoek.handeling, bezoek.zaak, bezoek.aanvraag)
    namen = [een.naam for een in bezoek.formulier.groepen]
    oud = gezien_tekst() if ingevuld is not None and not botsingen else ""
    return render_template(
        "invullen/groep.html",
        geheim=geheim,
        zaak=bezoek.zaak,
        form=met_herkomst(form, bezoek.aanvraag.herkomst, ALLEEN_IN_HET_LOKET),
        ingevuld=ingevuld or form.leeg(antwoorden, versie=bezoek.aanvraag.versie),
        groep=form.groepen[0],
        plek=namen.index(groepnaam) + 1,
        aantal=len(namen),
        gezien=oud or gezien_nu(form, antwoorden),
        botsingen=botsingen,
    )
