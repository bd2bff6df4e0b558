"""De aanvraag zoals zij op papier staat, in de volgorde van het scherm."""

from typing import Any
from uuid import UUID

from flask import render_template

from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.invullen import als_antwoorden
from dakpan.aanvraag.namen import PARTIJEN
from dakpan.aanvraag.papier import op_papier
from dakpan.aanvraag.views.deur import ZAAK, bp, formulier_van
from dakpan.dossier.zaken import log_inzage
from dakpan.web.formulier_boom import plat
from dakpan.web.verzoek import handeling, zaak_of_404


@bp.get(f"{ZAAK}/aanvraag/afdruk")
def afdruk(tenant_id: str, zaak_id: UUID) -> Any:
    """Alle antwoorden om te lezen of af te drukken; wie haar opent wordt vastgelegd."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    aanvraag = haal_aanvraag(handeling(), zaak)
    log_inzage(handeling(), zaak, "aanvraag", "lezen of afdrukken")
    handeling().sessie.commit()
    antwoorden = plat(als_antwoorden(zaak, aanvraag))
    groepen = [
        (groep.titel, [(veld.label, op_papier(veld, antwoorden.get(veld.naam))) for veld in groep.velden])
        for groep in formulier_van(zaak, aanvraag).groepen
    ]
    return render_template("aanvraag/afdruk.html", zaak=zaak, aanvraag=aanvraag, groepen=groepen, namen=PARTIJEN)
