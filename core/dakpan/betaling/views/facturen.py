"""De factuur bij een declaratie: maken en ophalen."""

from typing import Any
from uuid import UUID

from flask import Response, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.corrigeren.geldend import geldende_uitkomst
from dakpan.betaling.declaratie.declaraties import haal_declaratie
from dakpan.betaling.factureren.facturen import NUL, Factuurgegevens, factuur_bij, maak_factuur, te_factureren
from dakpan.betaling.factureren.nummers import reeks_van
from dakpan.betaling.factureren.nummertabel import Nummersoort
from dakpan.betaling.formulieren import FACTUUR, FACTUUR_ZONDER_BTW
from dakpan.betaling.inzien import open_document
from dakpan.betaling.tables import Declaratie
from dakpan.betaling.views import bp
from dakpan.betaling.views.declaratie import DECLARATIE
from dakpan.betaling.views.declaraties import ZAAK
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import open_stap
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.web.formulier import Formulier, Ingevuld
from dakpan.web.verzoek import handeling, zaak_of_404


@bp.get(f"{ZAAK}/factuur")
def factureren(tenant_id: str, zaak_id: UUID) -> Any:
    """Naar de declaratie die op haar factuur wacht; zijn het er meer of geen, dan naar die van deze zaak."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    open_stap(handeling(), zaak, Zaakstap.FACTUUR)
    wachtend = te_factureren(handeling(), zaak)
    if len(wachtend) != 1:
        return redirect(url_for("betaling.lijst", zoek=zaak.nummer))
    naar = url_for("betaling.factuur", tenant_id=tenant_id, zaak_id=zaak_id, declaratie_id=wachtend[0].id)
    return redirect(naar)


@bp.get(f"{DECLARATIE}/factuur")
def factuur(tenant_id: str, zaak_id: UUID, declaratie_id: UUID) -> Any:
    """Wat er nog nodig is voor de factuur."""
    zaak, rij = _haal(tenant_id, zaak_id, declaratie_id)
    open_stap(handeling(), zaak, Zaakstap.FACTUUR)
    return _pagina(zaak, rij, _formulier(rij).leeg({"nummer": reeks_van(handeling(), Nummersoort.FACTUUR).volgende}))


@bp.post(f"{DECLARATIE}/factuur")
def maak(tenant_id: str, zaak_id: UUID, declaratie_id: UUID) -> Any:
    """Maakt de factuur; wat er ontbreekt staat bij zijn veld, met waar het aan te vullen is."""
    zaak, rij = _haal(tenant_id, zaak_id, declaratie_id)
    open_stap(handeling(), zaak, Zaakstap.FACTUUR)
    ingevuld = _formulier(rij).lees(request.form)
    if not ingevuld.geldig:
        return _pagina(zaak, rij, ingevuld), 422
    try:
        gemaakt = maak_factuur(handeling(), zaak, declaratie_id, Factuurgegevens(**ingevuld.gelezen))
    except InvoerFout as fout:
        return _pagina(*_haal(tenant_id, zaak_id, declaratie_id), ingevuld.met(fout)), 422
    except (KanNiet, Gewijzigd) as fout:
        return _pagina(*_haal(tenant_id, zaak_id, declaratie_id), ingevuld.met_melding(str(fout))), 409
    flash(_("Factuur %(nummer)s is gemaakt en gaat met de declaratie mee.", nummer=gemaakt.nummer), "goed")
    naar = url_for("betaling.declaratie", tenant_id=tenant_id, zaak_id=zaak_id, declaratie_id=declaratie_id)
    return redirect(naar, 303)


@bp.get(f"{DECLARATIE}/factuur.xml")
def ophalen(tenant_id: str, zaak_id: UUID, declaratie_id: UUID) -> Any:
    """Het UBL-bestand zelf; dat iemand het ophaalt staat in het logboek."""
    zaak, rij = _haal(tenant_id, zaak_id, declaratie_id)
    gemaakt = factuur_bij(handeling(), rij)
    if gemaakt is None:
        raise NietGevonden
    document = open_document(handeling(), zaak, gemaakt.document_id)
    return bijlage(document.inhoud, document.mediatype, document.bestandsnaam)


def bijlage(inhoud: bytes, mediatype: str, naam: str) -> Response:
    """Een bestand om te bewaren, niet om in de browser te openen."""
    antwoord = Response(inhoud, mimetype=mediatype)
    antwoord.headers.set("Content-Disposition", "attachment", filename=naam)
    return antwoord


def _haal(tenant_id: str, zaak_id: UUID, declaratie_id: UUID) -> tuple[Zaak, Declaratie]:
    zaak = zaak_of_404(tenant_id, zaak_id)
    return zaak, haal_declaratie(handeling(), zaak, declaratie_id)


def _formulier(rij: Declaratie) -> Formulier:
    return FACTUUR if (rij.btw_percentage or NUL) != NUL else FACTUUR_ZONDER_BTW


def _pagina(zaak: Zaak, rij: Declaratie, ingevuld: Ingevuld) -> str:
    return render_template(
        "betaling/factuur.html",
        zaak=zaak,
        rij=rij,
        form=_formulier(rij),
        ingevuld=ingevuld,
        factuur=factuur_bij(handeling(), rij),
        reeks=reeks_van(handeling(), Nummersoort.FACTUUR),
        delen=geldende_uitkomst(handeling(), rij)["per_jaar"],
    )
