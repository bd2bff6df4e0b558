"""Een ingediende declaratie terugvragen, en daarover beslissen."""

from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request
from flask_babel import gettext as _

from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.beoordelen import vereis_oordeel
from dakpan.betaling.domain import Declaratiesoort
from dakpan.betaling.tables import Declaratie
from dakpan.betaling.terugvragen import vragen
from dakpan.betaling.terugvragen.beantwoorden import terugvraag_bij
from dakpan.betaling.terugvragen.formulieren import BESLISSEN, TERUGVRAAG
from dakpan.betaling.views import bp, toon
from dakpan.betaling.views.declaratie import DECLARATIE, haal, naar
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd
from dakpan.partijen.rechten import Recht
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import handeling


@bp.get(f"{DECLARATIE}/terugvragen")
def terugvragen(tenant_id: str, zaak_id: UUID, declaratie_id: UUID) -> Any:
    """Waarom, en tot wanneer kan het?"""
    zaak, rij = haal(tenant_id, zaak_id, declaratie_id)
    handeling().vereis(Recht.DECLAREREN)
    if not vragen.mag_vragen(handeling(), rij):
        return redirect(naar(rij), 303)
    return _pagina(zaak, rij, TERUGVRAAG.leeg(versie=rij.versie))


@bp.post(f"{DECLARATIE}/terugvragen")
def vraag_terug(tenant_id: str, zaak_id: UUID, declaratie_id: UUID) -> Any:
    """Legt het verzoek bij de financier."""
    zaak, rij = haal(tenant_id, zaak_id, declaratie_id)
    handeling().vereis(Recht.DECLAREREN)
    ingevuld = TERUGVRAAG.lees(request.form)
    if not ingevuld.geldig:
        return _pagina(zaak, rij, ingevuld), 422
    try:
        vragen.vraag_terug(handeling(), zaak, declaratie_id, toon.versie(), ingevuld.gelezen["reden"])
    except InvoerFout as fout:
        return _pagina(*haal(tenant_id, zaak_id, declaratie_id), ingevuld.met(fout)), 422
    except (KanNiet, Gewijzigd) as fout:
        return _pagina(*haal(tenant_id, zaak_id, declaratie_id), ingevuld.met_melding(str(fout))), 409
    flash(_("Uw verzoek ligt bij de financier; u krijgt bericht."), "goed")
    return redirect(naar(rij), 303)


@bp.get(f"{DECLARATIE}/teruggevraagd")
def teruggevraagd(tenant_id: str, zaak_id: UUID, declaratie_id: UUID) -> Any:
    """Het verzoek, voor wie erover beslist."""
    zaak, rij = haal(tenant_id, zaak_id, declaratie_id)
    vereis_oordeel(handeling(), rij)
    return _beslispagina(zaak, rij, BESLISSEN.leeg(versie=rij.versie))


@bp.post(f"{DECLARATIE}/teruggevraagd")
def beslis_terugvraag(tenant_id: str, zaak_id: UUID, declaratie_id: UUID) -> Any:
    """Terug met de uren, of zij blijft met de reden."""
    zaak, rij = haal(tenant_id, zaak_id, declaratie_id)
    vereis_oordeel(handeling(), rij)
    ingevuld, antwoord = BESLISSEN.lees(request.form), str(request.form.get("antwoord", ""))
    terug = request.form.get("doen") == "terug"
    doe = vragen.sta_toe if terug else vragen.wijs_af
    try:
        doe(handeling(), zaak, declaratie_id, toon.versie(), antwoord)
    except InvoerFout as fout:
        return _beslispagina(*haal(tenant_id, zaak_id, declaratie_id), ingevuld.met(fout)), 422
    except (KanNiet, Gewijzigd) as fout:
        return _beslispagina(*haal(tenant_id, zaak_id, declaratie_id), ingevuld.met_melding(str(fout))), 409
    gelukt = _("De declaratie is terug; de uren zijn weer open.") if terug else _("De declaratie blijft zoals zij is.")
    flash(gelukt, "goed")
    return redirect(naar(rij), 303)


def _pagina(zaak: Zaak, rij: Declaratie, ingevuld: Ingevuld) -> str:
    return render_template(
        "betaling/terugvragen.html",
        zaak=zaak,
        rij=rij,
        form=TERUGVRAAG,
        ingevuld=ingevuld,
        uiterlijk=vragen.uiterste_dag(handeling(), zaak, rij),
        vandaag=handeling().vandaag,
        is_eind=rij.soort is Declaratiesoort.EIND,
    )


def _beslispagina(zaak: Zaak, rij: Declaratie, ingevuld: Ingevuld) -> str:
    return render_template(
        "betaling/teruggevraagd.html",
        zaak=zaak,
        rij=rij,
        form=BESLISSEN,
        ingevuld=ingevuld,
        verzoek=terugvraag_bij(handeling(), rij),
        is_eind=rij.soort is Declaratiesoort.EIND,
    )
