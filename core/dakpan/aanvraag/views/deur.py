"""Wat de pagina's van de aanvraag delen: de blueprint, het adres van een zaak en een vriendelijke weigering."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, url_for

from dakpan.aanvraag.alle_antwoorden import antwoorden_voor
from dakpan.aanvraag.bezwaren.namen import bezwaarnaam, bezwaarstand, middelnaam, uitkomstzin
from dakpan.aanvraag.bijelkaar.namen import metingnaam, soortnaam, verbandnaam
from dakpan.aanvraag.formulier import Aanvraagformulier
from dakpan.aanvraag.namen import rustdagnaam
from dakpan.aanvraag.tables import Aanvraag
from dakpan.aanvraag.van_zaak import formulier_voor
from dakpan.aanvraag.wijzigen.namen import meldnaam, meldstand
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak
from dakpan.opslag.fouten import Gewijzigd
from dakpan.web.verzoek import handeling

ZAAK = "/zaken/<tenant_id>/<uuid:zaak_id>"
Pagina = Callable[[str, UUID], Any]

bp = Blueprint("aanvraag", __name__, template_folder="../templates")
bp.add_app_template_filter(rustdagnaam, "rustdag")
bp.add_app_template_filter(bezwaarnaam)
bp.add_app_template_filter(bezwaarstand)
bp.add_app_template_filter(middelnaam)
bp.add_app_template_filter(uitkomstzin)
bp.add_app_template_filter(meldnaam)
bp.add_app_template_filter(meldstand)
bp.add_app_template_filter(metingnaam)
bp.add_app_template_filter(verbandnaam)
bp.add_app_template_filter(soortnaam)


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
    return formulier_voor(handeling(), zaak, aanvraag)


def alle_antwoorden(zaak: Zaak, aanvraag: Aanvraag) -> dict[str, Any]:
    """Wat er is opgeslagen, onder de namen van het formulier; de matching alleen voor wie haar mag lezen."""
    return antwoorden_voor(handeling(), zaak, aanvraag)
