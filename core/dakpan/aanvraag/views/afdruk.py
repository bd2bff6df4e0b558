"""De aanvraag zoals zij op papier staat, in de volgorde van het scherm: om te lezen en als pdf."""

from io import BytesIO
from typing import Any
from uuid import UUID

from flask import Response, render_template, send_file

from dakpan.aanvraag.indienen import ondertekenaars
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.matching import mag_lezen
from dakpan.aanvraag.namen import PARTIJEN
from dakpan.aanvraag.tekenen.afdruk import afdruk_van
from dakpan.aanvraag.tekenen.document import als_pdf
from dakpan.aanvraag.views.deur import ZAAK, alle_antwoorden, bp, formulier_van
from dakpan.aanvraag.views.lezen import op_papier_van
from dakpan.dossier.zaken import log_inzage
from dakpan.plan.coachingsplan.lezen import inhoud_van, plan_bij_aanvraag
from dakpan.web.verzoek import handeling, zaak_of_404


@bp.get(f"{ZAAK}/aanvraag/afdruk")
def afdruk(tenant_id: str, zaak_id: UUID) -> Any:
    """Alle antwoorden om te lezen of af te drukken, met hun herkomst; wie haar opent wordt vastgelegd."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    aanvraag = haal_aanvraag(handeling(), zaak)
    log_inzage(handeling(), zaak, "aanvraag", "lezen of afdrukken")
    handeling().sessie.commit()
    antwoorden, concept = alle_antwoorden(zaak, aanvraag), aanvraag.definitief_op is None
    groepen = [
        (groep.titel, op_papier_van(groep, antwoorden, aanvraag.herkomst, concept=concept))
        for groep in formulier_van(zaak, aanvraag).groepen
        if groep.naam != "matching" or mag_lezen(handeling())
    ]
    return render_template(
        "aanvraag/afdruk.html",
        uitgewerkt=inhoud_van(plan_bij_aanvraag(handeling(), zaak, aanvraag)),
        zaak=zaak,
        aanvraag=aanvraag,
        groepen=[(titel, regels) for titel, regels in groepen if regels],
        namen=PARTIJEN,
        tekenen=bool(ondertekenaars(handeling(), zaak, aanvraag)),
    )


@bp.get(f"{ZAAK}/aanvraag/afdruk.pdf")
def afdruk_pdf(tenant_id: str, zaak_id: UUID) -> Response:
    """Dezelfde aanvraag als pdf om te bewaren; ook dat wordt vastgelegd."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    aanvraag = haal_aanvraag(handeling(), zaak)
    pdf = als_pdf(afdruk_van(handeling(), zaak, aanvraag))
    log_inzage(handeling(), zaak, "aanvraag", "ophalen als pdf")
    handeling().sessie.commit()
    naam = f"aanvraag-{aanvraag.nummer or zaak.nummer}.pdf"
    return send_file(BytesIO(pdf), "application/pdf", as_attachment=True, download_name=naam, max_age=None)
