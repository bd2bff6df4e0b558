"""Alle antwoorden van een zaak, zoals de vrager ze leest."""

from typing import Any

from dakpan.aanvraag.antwoorden import plat
from dakpan.aanvraag.invullen import als_antwoorden
from dakpan.aanvraag.matching import als_matching
from dakpan.aanvraag.tables import Aanvraag
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling


def antwoorden_voor(handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag) -> dict[str, Any]:
    """Wat er is opgeslagen, onder de namen van het formulier; de matching alleen voor wie haar mag lezen."""
    return {**plat(als_antwoorden(zaak, aanvraag)), **als_matching(handeling, zaak)}
