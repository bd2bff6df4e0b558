"""Kan een nieuwe aanvraag een oude vervangen? De bron zegt er niets over."""

from dakpan.pluginkit import Berekening, Vervanging, stap
from dakpan_staphorst.bronnen import PAR_2_1


def bepaal_vervanging() -> Berekening[Vervanging]:
    """Niet in bron: na intrekken of een afwijzing begint wie wil een gewone nieuwe aanvraag."""
    zin = "Of een aanvraag te vervangen is en of geschreven uren dan meegaan: niet in bron"
    return Berekening(Vervanging(), (stap("staphorst.vervanging", zin, uitkomst=None, bron=PAR_2_1.ontbreekt),))
