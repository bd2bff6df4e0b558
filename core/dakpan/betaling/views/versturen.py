"""Een factuur of creditnota per e-mail versturen: eerst zien wat er weggaat en waarheen."""

from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.declaratie.declaraties import haal_declaratie
from dakpan.betaling.factureren.post import maak_mail, verstuur_factuur, verzendingen
from dakpan.betaling.views import bp
from dakpan.betaling.views.declaratie import DECLARATIE
from dakpan.opslag.fouten import Gewijzigd
from dakpan.web.aanmelden.bezorgen import bezorg_straks
from dakpan.web.verzoek import handeling, zaak_of_404

CREDITNOTA = f"{DECLARATIE}/creditnotas/<uuid:creditnota_id>/versturen"


@bp.get(f"{DECLARATIE}/factuur/versturen")
@bp.get(CREDITNOTA)
def versturen_vraag(tenant_id: str, zaak_id: UUID, declaratie_id: UUID, creditnota_id: UUID | None = None) -> Any:
    """De e-mail zoals hij weggaat; is zij al eens verstuurd, dan staat dat erboven."""
    return _pagina((tenant_id, zaak_id, declaratie_id), creditnota_id)


@bp.post(f"{DECLARATIE}/factuur/versturen")
@bp.post(CREDITNOTA)
def verstuur(tenant_id: str, zaak_id: UUID, declaratie_id: UUID, creditnota_id: UUID | None = None) -> Any:
    """Verstuurt. Nog een keer alleen voor wie de waarschuwing zag."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    try:
        verstuur_factuur(handeling(), zaak, declaratie_id, creditnota_id, nogmaals="nogmaals" in request.form)
    except (KanNiet, Gewijzigd) as fout:
        return _pagina((tenant_id, zaak_id, declaratie_id), creditnota_id, str(fout)), 409
    bezorg_straks()
    flash(_("De e-mail is klaargelegd; bij de declaratie staat of hij weg is."), "goed")
    return redirect(_terug(tenant_id, zaak_id, declaratie_id), 303)


def _terug(tenant_id: str, zaak_id: UUID, declaratie_id: UUID) -> str:
    return url_for("betaling.declaratie", tenant_id=tenant_id, zaak_id=zaak_id, declaratie_id=declaratie_id)


def _pagina(waar: tuple[str, UUID, UUID], creditnota_id: UUID | None, bezwaar: str = "") -> Any:
    tenant_id, zaak_id, declaratie_id = waar
    zaak = zaak_of_404(tenant_id, zaak_id)
    rij = haal_declaratie(handeling(), zaak, declaratie_id)
    try:
        mail = maak_mail(handeling(), zaak, rij, creditnota_id)
    except KanNiet as fout:
        flash(str(fout), "let_op")
        return redirect(_terug(*waar), 303)
    return render_template(
        "betaling/versturen.html",
        zaak=zaak,
        rij=rij,
        mail=mail,
        bij={"creditnota_id": creditnota_id} if creditnota_id else {},
        eerder=verzendingen(handeling(), mail.stuk),
        bezwaar=bezwaar,
    )
