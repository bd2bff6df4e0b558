"""Wat de pagina's van de aanvraag delen: de blueprint, het adres van een zaak en een vriendelijke weigering."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, url_for

from dakpan.aanvraag.antwoorden import plat
from dakpan.aanvraag.formulier import Aanvraagformulier, aanvraagformulier
from dakpan.aanvraag.groepen import Soort
from dakpan.aanvraag.inhoud import voorlopig_dossier
from dakpan.aanvraag.invullen import als_antwoorden
from dakpan.aanvraag.matching import als_matching
from dakpan.aanvraag.namen import rustdagnaam
from dakpan.aanvraag.planvragen import vragen_bij_aanvraag
from dakpan.aanvraag.stukvragen import stukvragen
from dakpan.aanvraag.tables import Aanvraag
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.vrager import Kant
from dakpan.web.verzoek import handeling

ZAAK = "/zaken/<tenant_id>/<uuid:zaak_id>"
Pagina = Callable[[str, UUID], Any]

bp = Blueprint("aanvraag", __name__, template_folder="../templates")
bp.add_app_template_filter(rustdagnaam, "rustdag")


def zaakpagina(zaak: Zaak) -> str:
    """Het adres van de zaak zelf."""
    return url_for("zaak.toon", tenant_id=zaak.tenant_id, zaak_id=zaak.id)


def adres(eindpunt: str, zaak: Zaak) -> str:
    """Het adres van een pagina van deze zaak."""
    return url_for(eindpunt, tenant_id=zaak.tenant_id, zaak_id=zaak.id)


def groepadres(zaak: Zaak, groepnaam: str) -> str:
    """Het adres van één groep vragen van de aanvraag."""
    return url_for("aanvraag.groep", tenant_id=zaak.tenant_id, zaak_id=zaak.id, groepnaam=groepnaam)


def naar(url: str) -> Any:
    """Na een handeling: een gewone pagina, zodat verversen niets herhaalt."""
    return redirect(url, 303)


def of_terug(eindpunt: str) -> Callable[[Pagina], Pagina]:
    """Kan een handeling nu niet, dan terug naar deze pagina met wat er eerst moet: een dubbele klik doet geen kwaad."""

    def omwikkel(doe: Pagina) -> Pagina:
        @wraps(doe)
        def uitgevoerd(tenant_id: str, zaak_id: UUID) -> Any:
            try:
                return doe(tenant_id, zaak_id)
            except (KanNiet, Gewijzigd) as fout:
                flash(str(fout), "let_op")
                return naar(url_for(eindpunt, tenant_id=tenant_id, zaak_id=zaak_id))

        return uitgevoerd

    return omwikkel


def formulier_van(zaak: Zaak, aanvraag: Aanvraag) -> Aanvraagformulier:
    """Het formulier dat bij deze zaak hoort: alleen de vragen die hier nodig zijn."""
    dossier = voorlopig_dossier(aanvraag.gegevens, handeling().vandaag)
    peildatum = dossier.aanvraag.ontvangen_op
    regels = handeling().regels(zaak.tenant_id, peildatum)
    stappen = {een["stap"] for een in zaak.stappen}
    soort = Soort(
        plan=vragen_bij_aanvraag(regels, dossier, peildatum),
        stukken=stukvragen(regels.bepaal_vereiste_stukken(dossier, peildatum).resultaat),
        van_financier=handeling().vrager.kant is Kant.FINANCIER,
        met_tarief=Zaakstap.OFFERTE.value not in stappen,
        vorm=dossier.aanvraag.vorm,
        soort=dossier.aanvraag.soort,
    )
    return aanvraagformulier(soort)


def alle_antwoorden(zaak: Zaak, aanvraag: Aanvraag) -> dict[str, Any]:
    """Wat er is opgeslagen, onder de namen van het formulier; de matching alleen voor wie haar mag lezen."""
    return {**plat(als_antwoorden(zaak, aanvraag)), **als_matching(handeling(), zaak)}
