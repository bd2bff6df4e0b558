"""De aanvraag zoals zij op papier staat, in de volgorde van het scherm."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from flask import render_template
from flask_babel import gettext as _

from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.invullen import als_antwoorden
from dakpan.aanvraag.namen import PARTIJEN
from dakpan.aanvraag.views.deur import ZAAK, bp, formulier_van
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.uren import Uren
from dakpan.dossier.zaken import log_inzage
from dakpan.web.formulier import Veld
from dakpan.web.formulier_boom import plat
from dakpan.web.opmaak import leesbaar, toonbaar
from dakpan.web.vertaling import InHetNederlands
from dakpan.web.verzoek import handeling, zaak_of_404

_LEZERS: Mapping[str, Callable[[str], object]] = {
    "datum": lambda tekst: tekst,
    "uren": Uren.uit_iso,
    "bedrag": Bedrag.uit_iso,
}


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


def op_papier(veld: Veld, waarde: Any) -> str:
    """Een antwoord in gewone woorden: de naam van een keuze, ja of nee, een datum of bedrag; anders leeg."""
    if veld.soort == "janee":
        return str(_("ja") if waarde else _("nee"))
    if waarde in (None, "", []):
        return ""
    if veld.keuzes:
        namen, gekozen = dict(veld.keuzes), waarde if isinstance(waarde, list) else [waarde]
        woorden = [namen.get(een, een) for een in gekozen]
        samen = ", ".join(map(str, woorden))
        return InHetNederlands(samen) if any(isinstance(een, InHetNederlands) for een in woorden) else samen
    if veld.soort in _LEZERS:
        return leesbaar(_LEZERS[veld.soort](waarde))
    return toonbaar(waarde)
