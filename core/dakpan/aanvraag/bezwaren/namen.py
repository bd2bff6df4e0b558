"""Hoe een bezwaar en zijn uitkomst op het scherm heten."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.bezwaren.tables import Bezwaarschrift
from dakpan.aanvraag.domain.bezwaren import Bezwaarsoort, Bezwaarstatus

BEZWAARSOORTEN: Mapping[Bezwaarsoort, Any] = {
    Bezwaarsoort.BEZWAAR: _l("Bezwaar, bij de financier"),
    Bezwaarsoort.BEROEP: _l("Beroep, bij de rechter"),
}
BEZWAARSTANDEN: Mapping[Bezwaarstatus, Any] = {
    Bezwaarstatus.LOPEND: _l("loopt"),
    Bezwaarstatus.GEGROND: _l("gegrond"),
    Bezwaarstatus.ONGEGROND: _l("ongegrond"),
    Bezwaarstatus.NIET_ONTVANKELIJK: _l("niet-ontvankelijk"),
    Bezwaarstatus.INGETROKKEN: _l("ingetrokken"),
}


def bezwaarnaam(bezwaar: Bezwaarschrift) -> str:
    """Bezwaar of beroep."""
    return str(BEZWAARSOORTEN[bezwaar.soort])


def bezwaarstand(bezwaar: Bezwaarschrift) -> str:
    """Loopt het nog, of hoe liep het af?"""
    return str(BEZWAARSTANDEN[bezwaar.status])
