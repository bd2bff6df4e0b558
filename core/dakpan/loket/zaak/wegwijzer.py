"""Waar wordt welke stap gedaan? Zo komt iedereen vanaf de zaak meteen op de goede pagina."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import current_app, url_for
from flask_babel import gettext as _

from dakpan.dossier.domain import Zaakstap
from dakpan.loket.zaak.woorden import DOEN
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht

PAGINA: Mapping[Zaakstap, str] = {
    Zaakstap.AANVRAAG: "aanvraag.formulier",
    Zaakstap.ONDERTEKENING: "aanvraag.ondertekenen",
    Zaakstap.INDIENEN: "aanvraag.indienen",
    Zaakstap.OFFERTEVERZOEK: "plan.verzoek",
    Zaakstap.OFFERTE: "plan.offerte",
    Zaakstap.BEOORDELING: "aanvraag.beoordelen",
    Zaakstap.AANVULLING: "aanvraag.aanvulling",
    Zaakstap.BESLUIT: "aanvraag.besluiten",
    Zaakstap.OPDRACHT: "plan.opdracht",
    Zaakstap.UREN: "uren.deze_week",
    Zaakstap.ACCORDEREN: "uren.accorderen",
    Zaakstap.RAPPORTAGE: "rapportage.zaak",
    Zaakstap.VERANTWOORDING: "rapportage.zaak",
    Zaakstap.DECLARATIE: "betaling.declareren",
    Zaakstap.FACTUUR: "betaling.factureren",
    Zaakstap.BETALING: "betaling.betalen",
    Zaakstap.VASTSTELLING: "betaling.vaststellen",
}


def pagina_van(stap: Zaakstap, tenant_id: str, zaak_id: UUID) -> str | None:
    """Het adres van deze stap in deze zaak. None: deze installatie heeft er geen pagina voor."""
    return adres(PAGINA[stap], tenant_id=tenant_id, zaak_id=zaak_id)


def werk_aan(
    handeling: Handeling, stap: Zaakstap, tenant_id: str, zaak_id: UUID, *, gecontroleerd: bool
) -> tuple[str, str | None]:
    """Wat de lezer aan deze stap doet, en waar. Een nagekeken aanvraag hoeft niemand meer in te vullen."""
    if stap is Zaakstap.AANVRAAG and gecontroleerd:
        tekst = _("Maak de aanvraag definitief")
        if not handeling.mag(Recht.AANVRAAG_DEFINITIEF):
            tekst = _("Laat een collega de aanvraag definitief maken")
        return tekst, adres("aanvraag.controle", tenant_id=tenant_id, zaak_id=zaak_id)
    return str(DOEN[stap]), pagina_van(stap, tenant_id, zaak_id)


def adres(eindpunt: str, **waarden: Any) -> str | None:
    """Het adres van een pagina, met de waarden die zij vraagt. None: de pagina is er niet."""
    if eindpunt not in current_app.view_functions:
        return None
    vraagt = next(iter(current_app.url_map.iter_rules(eindpunt))).arguments
    return url_for(eindpunt, **{naam: waarden[naam] for naam in vraagt})
