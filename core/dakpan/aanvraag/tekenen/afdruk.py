"""De aanvraag om te bewaren, hoe ver zij ook is."""

from collections.abc import Mapping
from typing import Any

from flask_babel import force_locale

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.namen import PARTIJEN
from dakpan.aanvraag.tables import Aanvraag
from dakpan.aanvraag.tekenen.document import Papier
from dakpan.aanvraag.tekenen.papier import papier_van
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.web.opmaak import kort


def afdruk_van(handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag) -> Papier:
    """Wat er nu staat, om te bewaren: een concept zegt dat het er een is, en wie tekende staat onderaan."""
    papier = papier_van(handeling, zaak, aanvraag)
    if aanvraag.definitief_op is None:
        return papier._replace(titel=f"CONCEPTAFDRUK, niet opsturen: {zaak.nummer}")
    with force_locale("nl"):
        regels = tuple((str(PARTIJEN[Partij(een["partij"])]), _getekend(een)) for een in aanvraag.handtekeningen)
    return papier._replace(groepen=(*papier.groepen, ("Ondertekening", regels))) if regels else papier


def _getekend(een: Mapping[str, Any]) -> str:
    hoe = "met een link en een code" if een.get("sha256") else "op papier"
    return f"{een['naam']}, {kort(een['op'])}, {hoe}"
