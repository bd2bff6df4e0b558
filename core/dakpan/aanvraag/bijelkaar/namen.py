"""Hoe een verband en een meting op het scherm heten."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.bijelkaar.tables import Metingsoort
from dakpan.aanvraag.bijelkaar.verwanten import Verband
from dakpan.aanvraag.domain.soorten import Aanvraagsoort

VERBANDEN: Mapping[Verband, Any] = {
    Verband.ERVOOR: _l("ging eraan vooraf"),
    Verband.ERNA: _l("volgt erop"),
    Verband.VERVANGEN: _l("is door deze vervangen"),
    Verband.VERVANGER: _l("kwam hiervoor in de plaats"),
}
METINGSOORTEN: Mapping[Metingsoort, Any] = {
    Metingsoort.LOONWAARDE: _l("Loonwaardemeting"),
    Metingsoort.PLAATSING: _l("Plaatsingsonderzoek"),
}
_KORT: Mapping[Aanvraagsoort, Any] = {
    Aanvraagsoort.PROEFPLAATSING: _l("tijdens een proefplaatsing"),
    Aanvraagsoort.EERSTE_NA_PROEFPLAATSING: _l("eerste periode na een proefplaatsing"),
    Aanvraagsoort.EERSTE: _l("eerste periode"),
    Aanvraagsoort.VERVOLG: _l("vervolg"),
}


def verbandnaam(verband: Verband) -> str:
    """Hoe deze zaak bij de andere hoort."""
    return str(VERBANDEN[verband])


def metingnaam(soort: Metingsoort) -> str:
    """Wat er is gedaan."""
    return str(METINGSOORTEN[soort])


def soortnaam(soort: str) -> str:
    """Wat er in die zaak is gevraagd, kort; leeg als dat niet bekend is."""
    return str(_KORT[Aanvraagsoort(soort)]) if soort in set(Aanvraagsoort) else ""
