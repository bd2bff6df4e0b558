"""De creditnota bij een declaratie waarvan de factuur hoger was: maken en ophalen."""

from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request
from flask_babel import gettext as _

from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.corrigeren.crediteren import Deel, haal_creditnota, maak_creditnota, te_crediteren
from dakpan.betaling.corrigeren.formulieren import CREDITNOTA
from dakpan.betaling.factureren.nummers import reeks_van
from dakpan.betaling.factureren.nummertabel import Nummersoort
from dakpan.betaling.inzien import open_document
from dakpan.betaling.tables import Declaratie
from dakpan.betaling.views import bp
from dakpan.betaling.views.declaratie import DECLARATIE, haal, naar
from dakpan.betaling.views.facturen import bijlage
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import handeling


@bp.get(f"{DECLARATIE}/creditnota")
def creditnota(tenant_id: str, zaak_id: UUID, declaratie_id: UUID) -> Any:
    """Wat er op de creditnota komt; alleen het nummer is nog nodig."""
    zaak, rij = _van_organisatie(tenant_id, zaak_id, declaratie_id)
    return _pagina(zaak, rij, CREDITNOTA.leeg({"nummer": reeks_van(handeling(), Nummersoort.CREDITNOTA).volgende}))


@bp.post(f"{DECLARATIE}/creditnota")
def maak_de_creditnota(tenant_id: str, zaak_id: UUID, declaratie_id: UUID) -> Any:
    """Maakt de creditnota; wat er ontbreekt staat bij zijn veld."""
    waar = (tenant_id, zaak_id, declaratie_id)
    zaak, rij = _van_organisatie(*waar)
    ingevuld = CREDITNOTA.lees(request.form)
    if not ingevuld.geldig:
        return _pagina(zaak, rij, ingevuld), 422
    try:
        gemaakt = maak_creditnota(handeling(), zaak, declaratie_id, ingevuld.gelezen["nummer"])
    except InvoerFout as fout:
        return _pagina(*haal(*waar), ingevuld.met(fout)), 422
    except (KanNiet, Gewijzigd) as fout:
        return _pagina(*haal(*waar), ingevuld.met_melding(str(fout))), 409
    flash(_("Creditnota %(nummer)s is gemaakt en staat bij de declaratie.", nummer=gemaakt.nummer), "goed")
    return redirect(naar(rij), 303)


@bp.get(f"{DECLARATIE}/creditnotas/<uuid:creditnota_id>.xml")
def creditnota_ophalen(tenant_id: str, zaak_id: UUID, declaratie_id: UUID, creditnota_id: UUID) -> Any:
    """Het UBL-bestand zelf; dat iemand het ophaalt staat in het logboek."""
    zaak, rij = haal(tenant_id, zaak_id, declaratie_id)
    document = open_document(handeling(), zaak, haal_creditnota(handeling(), rij, creditnota_id).document_id)
    return bijlage(document.inhoud, document.mediatype, document.bestandsnaam)


def _van_organisatie(tenant_id: str, zaak_id: UUID, declaratie_id: UUID) -> tuple[Zaak, Declaratie]:
    zaak, rij = haal(tenant_id, zaak_id, declaratie_id)
    if handeling().vrager.kant is not Kant.ORGANISATIE:
        raise NietGevonden
    handeling().vereis(Recht.DECLAREREN)
    return zaak, rij


def _pagina(zaak: Zaak, rij: Declaratie, ingevuld: Ingevuld) -> str:
    wat = te_crediteren(handeling(), rij)
    return render_template(
        "betaling/creditnota.html",
        zaak=zaak,
        rij=rij,
        wat=wat,
        delen=[_als_regel(een) for een in wat.delen] if wat is not None else [],
        vandaag=handeling().vandaag,
        reeks=reeks_van(handeling(), Nummersoort.CREDITNOTA),
        form=CREDITNOTA,
        ingevuld=ingevuld,
    )


def _als_regel(een: Deel) -> dict[str, Any]:
    return {"jaar": een.jaar, "uren": een.uren_met_teken, "tarief": een.tarief, "bedrag": een.bedrag}
