"""Wat de helper vraagt en hoe een versie ervoor staat, in gewone woorden."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from dakpan.plan.coachingsplan.smart import Aanwijzing, Soort
from dakpan.plan.coachingsplan.toestanden import Planstand

STANDEN: Mapping[Planstand, Any] = {
    Planstand.CONCEPT: _l("concept"),
    Planstand.VAST: _l("vastgesteld"),
    Planstand.VERVANGEN: _l("vervangen"),
}
VRAGEN: Mapping[Soort, Any] = {
    Soort.KORT: _l("Schrijf een hele zin: wat doet iemand dan, en waar?"),
    Soort.RICHTING: _l("“%(woord)s” is een richting. Wat ziet u dan gebeuren?"),
    Soort.GEEN_MAATSTAF: _l("Waaraan ziet u dat het gelukt is?"),
    Soort.GEEN_MAAT: _l("Noem een aantal of een tijd, of iets wat een ander kan zien."),
    Soort.GEEN_DATUM: _l("Noem een datum."),
    Soort.DATUM_VOORBIJ: _l("Deze datum is al geweest; noem een latere."),
    Soort.DATUM_NA_PERIODE: _l("Deze datum valt na de periode. Wat is er aan het eind ervan bereikt?"),
    Soort.NA_HOOFDDOEL: _l("Dit tussendoel komt na het hoofddoel; noem een eerdere datum."),
    Soort.GEEN_TUSSENDOEL: _l("Wat lukt er eerder al? Een tussendoel maakt vooruitgang zichtbaar."),
    Soort.GEEN_ACTIVITEIT: _l("Wat gaat u hiervoor doen?"),
    Soort.GEEN_UREN: _l("Hoeveel uur is hiervoor nodig?"),
    Soort.GEEN_EVALUATIE: _l("Spreek af wanneer u samen terugkijkt."),
    Soort.GEEN_BEGELEIDER: _l("Wat spreekt u af met de begeleider van de werkgever?"),
}


def in_woorden(een: Aanwijzing) -> str:
    """De vraag van de helper."""
    return str(VRAGEN[een.soort]) % {"woord": een.woord}


def als_tip(een: Aanwijzing) -> str:
    """De vraag bij een veld: te herkennen als raad, niet als fout."""
    return str(_("Tip: %(vraag)s", vraag=in_woorden(een)))
