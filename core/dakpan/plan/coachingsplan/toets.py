"""Wat vindt de regelset van dit plan, samen met wat er in de offerte of de aanvraag als tekst staat?"""

from sqlalchemy import select

from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.inhoud import contract_van, haal_aanvraag
from dakpan.aanvraag.planvragen import GEEN_BUDGET, maak_plan
from dakpan.aanvraag.schemas import DossierSchema
from dakpan.aanvraag.tables import Aanvraag
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.handeling import Handeling
from dakpan.plan.coachingsplan.domain import Planinhoud
from dakpan.plan.tables import Offerte
from dakpan.uitleg.bevinding import Bevinding


def toets_inhoud(handeling: Handeling, zaak: Zaak, inhoud: Planinhoud) -> list[Bevinding]:
    """Elke bevinding over het plan; zonder leesbaar dossier blijft het budget buiten beschouwing."""
    aanvraag = haal_aanvraag(handeling, zaak)
    dossier = _dossier(handeling, aanvraag)
    dag = dossier.aanvraag.ontvangen_op if dossier is not None else handeling.vandaag
    regels = handeling.regels(zaak.tenant_id, dag)
    omvang = regels.bereken_omvang(dossier, dag).resultaat if dossier is not None else GEEN_BUDGET
    offerte = _offerte(handeling, zaak)
    bron = offerte if offerte is not None else aanvraag
    return regels.toets_plan(maak_plan(bron.teksten, bron.hoofddoelen, inhoud), omvang, dag)


def _dossier(handeling: Handeling, aanvraag: Aanvraag) -> Dossier | None:
    try:
        dossier: Dossier = DossierSchema().lees(contract_van(aanvraag, handeling.vandaag))
    except InvoerFout:
        return None
    return dossier


def _offerte(handeling: Handeling, zaak: Zaak) -> Offerte | None:
    gekozen = select(Offerte).where(Offerte.tenant_id == zaak.tenant_id, Offerte.zaak_id == zaak.id)
    return handeling.sessie.scalar(gekozen.order_by(Offerte.id.desc()).limit(1))
