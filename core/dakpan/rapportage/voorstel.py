"""Waarmee een verslag opengaat: de doelen uit het plan staan er al in."""

from sqlalchemy import select

from dakpan.aanvraag.tables import Aanvraag
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.plan.coachingsplan.lezen import geldend_plan, inhoud_van
from dakpan.plan.domain import Planonderdeel
from dakpan.plan.tables import Offerte
from dakpan.rapportage.domain import Rapportageonderdeel
from dakpan.uren.keuzes import doeltitel

_UIT_HET_PLAN = (Planonderdeel.COACHINGSDOELEN, Planonderdeel.ACTIVITEITEN_PER_DOEL)


def voorgesteld(handeling: Handeling, zaak: Zaak) -> dict[Rapportageonderdeel, str]:
    """De doelen uit het plan dat geldt, anders uit de laatste offerte of de aanvraag. Leeg: er is geen te zien."""
    plan = inhoud_van(geldend_plan(handeling, zaak))
    if plan is not None and plan.doelen:
        return {Rapportageonderdeel.COACHINGSPLAN: "\n".join(f"- {een.tekst}" for een in plan.doelen)}
    bron = _laatste_offerte(handeling, zaak) or _aanvraag(handeling, zaak)
    if bron is None:
        return {}
    regels = [f"- {doeltitel(doel)}" for doel in bron.hoofddoelen]
    regels += [bron.teksten[een.value] for een in _UIT_HET_PLAN if bron.teksten.get(een.value)]
    return {Rapportageonderdeel.COACHINGSPLAN: "\n".join(regels)} if regels else {}


def _laatste_offerte(handeling: Handeling, zaak: Zaak) -> Offerte | None:
    gevraagd = select(Offerte).where(Offerte.tenant_id == zaak.tenant_id, Offerte.zaak_id == zaak.id)
    return handeling.sessie.scalar(gevraagd.order_by(Offerte.id.desc()).limit(1))


def _aanvraag(handeling: Handeling, zaak: Zaak) -> Aanvraag | None:
    gevraagd = select(Aanvraag).where(Aanvraag.tenant_id == zaak.tenant_id, Aanvraag.zaak_id == zaak.id)
    return handeling.sessie.scalar(gevraagd.order_by(Aanvraag.id.desc()).limit(1))
