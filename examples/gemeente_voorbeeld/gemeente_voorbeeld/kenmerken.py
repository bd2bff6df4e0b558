"""De gemeente in één zin per onderwerp, voor ``dakpan vergelijk``. Wat er niet staat is niet in bron."""

from dakpan.pluginkit import Berekening, Kenmerk, Kenmerken, Onderwerp, beschrijf
from gemeente_voorbeeld.regeling import BELEIDSREGEL

_KENMERKEN = {
    Onderwerp.DOELGROEP: Kenmerk("Participatiewet, banenafspraak en bijstand", BELEIDSREGEL.bij("artikel 2")),
    Onderwerp.DIENSTVERBAND: Kenmerk("ten minste 10 uur per week", BELEIDSREGEL.bij("artikel 3")),
    Onderwerp.REGIMES: Kenmerk("licht, midden en intensief", BELEIDSREGEL.bij("artikel 4")),
    Onderwerp.BUDGET: Kenmerk("uren per jaar, naar rato van 36 uur per week", BELEIDSREGEL.bij("artikel 4")),
    Onderwerp.TARIEF: Kenmerk("een maximaal uurtarief", BELEIDSREGEL.bij("artikel 5")),
    Onderwerp.AANVRAAGTERMIJN: Kenmerk("30 dagen na het begin", BELEIDSREGEL.bij("artikel 6")),
    Onderwerp.BESLISTERMIJN: Kenmerk("40 dagen na ontvangst", BELEIDSREGEL.bij("artikel 6")),
    Onderwerp.BETALING: Kenmerk("elk kwartaal achteraf, op factuur", BELEIDSREGEL.bij("artikel 9")),
}


def bepaal_kenmerken() -> Berekening[Kenmerken]:
    """Elk onderwerp met zijn bron."""
    return beschrijf("voorbeeld", _KENMERKEN)
