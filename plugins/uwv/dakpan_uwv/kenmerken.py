"""UWV in één zin per onderwerp, om te vergelijken."""

from dakpan.pluginkit import Berekening, Kenmerk, Kenmerken, Onderwerp, beschrijf
from dakpan_uwv.bronnen import HANDLEIDING, NORMBEDRAGEN, PROTOCOL_2014, RAPPORT, VRAGEN

_KENMERKEN = {
    Onderwerp.DOELGROEP: Kenmerk(
        "structureel functionele beperking, niet onder de Participatiewet", RAPPORT.bij("par. 2.2")
    ),
    Onderwerp.DIENSTVERBAND: Kenmerk(
        "ten minste 6 maanden, 12 uur per week en 35% van het minimumloon (8 uur en 20% met uitzicht daarop)",
        PROTOCOL_2014.bij("A.2.1"),
    ),
    Onderwerp.REGIMES: Kenmerk("zeer licht, licht, midden en intensief (met motivering)", PROTOCOL_2014.bij("A.3")),
    Onderwerp.BUDGET: Kenmerk(
        "extern: uren als percentage van de werkuren, per half jaar; intern: een bedrag per jaar naar rato van 24 uur",
        PROTOCOL_2014.bij("A.3 en A.4.1"),
    ),
    Onderwerp.TARIEF: Kenmerk("normbedrag Q1 van de werkdag, alles inbegrepen", NORMBEDRAGEN.bij("bijlage, Q1")),
    Onderwerp.MAXIMALE_DUUR: Kenmerk(
        "3 jaar per dienstbetrekking (een onderbreking tot 4 weken telt door, een nieuwe werkgever begint opnieuw); "
        "daarna telkens een half jaar na een gemotiveerde aanvraag",
        PROTOCOL_2014.bij("A.4.1 en A.4.2"),
    ),
    Onderwerp.AANVRAAGTERMIJN: Kenmerk(
        "28 dagen na het begin; elke dag te laat gaat van de uren af", PROTOCOL_2014.bij("A.5")
    ),
    Onderwerp.BESLISTERMIJN: Kenmerk("56 dagen na ontvangst", RAPPORT.bij("par. 4.2, voetnoot 33")),
    Onderwerp.RAPPORTAGE: Kenmerk(
        "verantwoording binnen 28 dagen na elke periode, met logboek en beoordelingen",
        VRAGEN.bij("Verantwoorden: binnen welke termijn"),
    ),
    Onderwerp.BETALING: Kenmerk(
        "ten hoogste twee declaraties per periode, aan de jobcoachorganisatie",
        HANDLEIDING.bij("begrippenlijst, declareren"),
    ),
}


def bepaal_kenmerken() -> Berekening[Kenmerken]:
    """Elk onderwerp met zijn bron."""
    return beschrijf("uwv", _KENMERKEN)
