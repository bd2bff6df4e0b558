"""Wat er bij het oordeel ligt, bij het advies en bij het besluit: het onderzoek, het bewijs en de tijdlijn."""

from typing import Any

from dakpan.aanvraag.bewijs import bewijs_van
from dakpan.aanvraag.inhoud import haal_ingediend
from dakpan.aanvraag.onderzoek.formulier import SOORTEN
from dakpan.aanvraag.onderzoek.onderzoeken import onderzoek_van, soort_van
from dakpan.aanvraag.tijdlijn.blik import blik_van
from dakpan.dossier.tables import Zaak
from dakpan.web.verzoek import handeling


def ligt_erbij(zaak: Zaak) -> dict[str, Any]:
    """Het stuk dat bij deze zaak hoort en hoe het ervoor staat, het bewijs bij een reden, en de tijdlijn."""
    aanvraag = haal_ingediend(handeling(), zaak)
    soort = soort_van(handeling(), zaak, aanvraag)
    return {
        "onderzoek": onderzoek_van(handeling(), zaak),
        "onderzoek_titel": SOORTEN[soort] if soort is not None else None,
        "bewijs": bewijs_van(handeling(), zaak),
        "tijdlijn": blik_van(handeling(), aanvraag),
    }
