"""Een afgesproken evaluatie vastleggen: wanneer keken zij terug, en wat kwam eruit?"""

from datetime import date
from typing import Any
from uuid import UUID

from flask import flash, render_template, request
from flask_babel import gettext as _

from dakpan.aanvraag.views.deur import adres, naar
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.plan.coachingsplan.evaluaties import gehouden_van, leg_evaluatie_vast, mag_vastleggen
from dakpan.plan.coachingsplan.formulieren import EVALUATIE
from dakpan.plan.coachingsplan.lezen import geldend_plan, inhoud_van
from dakpan.plan.views.coachingsplan import HIER, PLAN
from dakpan.plan.views.deur import bp
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import handeling, zaak_of_404

EEN = f"{PLAN}/evaluatie/<dag>"


@bp.get(EEN)
def evaluatie(tenant_id: str, zaak_id: UUID, dag: str) -> str:
    """Wat er over deze evaluatie is vastgelegd, om aan te vullen."""
    zaak, datum = zaak_of_404(tenant_id, zaak_id), _dag(dag)
    if not mag_vastleggen(handeling(), zaak):
        raise NietGevonden
    return _pagina(zaak, datum, _bewaard(zaak, datum))


def _bewaard(zaak: Zaak, datum: date) -> Ingevuld:
    """Wat er nu staat. Versie 0: er is nog niets, en wie intussen wel iets schreef wordt niet overschreven."""
    al = gehouden_van(handeling(), zaak).get(datum)
    if al is None:
        return EVALUATIE.leeg({"gehouden_op": min(datum, handeling().vandaag)}, versie=0)
    return EVALUATIE.leeg({"gehouden_op": al.gehouden_op, "uitkomst": al.uitkomst}, versie=al.versie)


@bp.post(EEN)
def leg_vast(tenant_id: str, zaak_id: UUID, dag: str) -> Any:
    """Legt haar vast."""
    zaak, datum, ingevuld = zaak_of_404(tenant_id, zaak_id), _dag(dag), EVALUATIE.lees(request.form)
    if not ingevuld.geldig:
        return _pagina(zaak, datum, ingevuld), 422
    op, tekst = ingevuld.gelezen["gehouden_op"], ingevuld.gelezen.get("uitkomst") or ""
    try:
        leg_evaluatie_vast(handeling(), zaak, datum, op, tekst, versie=ingevuld.versie)
    except InvoerFout as fout:
        return _pagina(zaak_of_404(tenant_id, zaak_id), datum, ingevuld.met(fout)), 422
    except KanNiet as fout:
        return _pagina(zaak_of_404(tenant_id, zaak_id), datum, ingevuld.met_melding(str(fout))), 409
    except Gewijzigd as fout:
        vers = zaak_of_404(tenant_id, zaak_id)
        return _pagina(vers, datum, ingevuld.met_melding(str(fout)).naast(_bewaard(vers, datum))), 409
    flash(_("De evaluatie is vastgelegd. Verandert het plan erdoor, stel het dan bij."), "goed")
    return naar(adres(HIER, zaak))


def _dag(dag: str) -> date:
    try:
        return date.fromisoformat(dag)
    except ValueError as fout:
        raise NietGevonden from fout


def _pagina(zaak: Zaak, datum: date, ingevuld: Ingevuld) -> str:
    inhoud = inhoud_van(geldend_plan(handeling(), zaak))
    moment = next((een for een in inhoud.evaluaties if een.datum == datum), None) if inhoud is not None else None
    if moment is None:
        raise NietGevonden
    return render_template("plan/evaluatie.html", zaak=zaak, moment=moment, form=EVALUATIE, ingevuld=ingevuld)
