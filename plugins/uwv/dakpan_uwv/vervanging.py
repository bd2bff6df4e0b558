"""Wanneer mag een nieuwe aanvraag een oude vervangen? (Handleiding jobcoachportaal 4.2 en 7.1)"""

from dakpan.pluginkit import Afloop, Berekening, Dossier, Vervanging, Vorm, stap
from dakpan_uwv.bronnen import HANDLEIDING, INTERN_2015

VERVANGEN = HANDLEIDING.bij("4.2 en 7.1, intrekken en vervangen")
NA = frozenset({Afloop.INGETROKKEN, Afloop.AFGEWEZEN})


def bepaal_vervanging(dossier: Dossier) -> Berekening[Vervanging]:
    """Na intrekken of een afwijzing, met de uren mee; over een interne jobcoach zegt de bron niets."""
    if dossier.aanvraag.vorm is Vorm.INTERN:
        zin = "Of een aanvraag voor een interne jobcoach te vervangen is: niet in bron"
        return Berekening(Vervanging(), (stap("uwv.vervanging", zin, uitkomst=None, bron=INTERN_2015.ontbreekt),))
    na = tuple(een.value for een in Afloop if een in NA)
    uitleg = stap(
        "uwv.vervanging",
        "Een aanvraag is te vervangen na {na}; de geregistreerde uren kunnen dan mee naar de nieuwe periode",
        na=na,
        uitkomst=na,
        bron=VERVANGEN,
    )
    return Berekening(Vervanging(NA, uren_mee=True), (uitleg,))
