"""Welke rapportages zijn er? De stad vult het ritme in; anders is het niet in bron."""

from dakpan.pluginkit import (
    Berekening,
    Bevinding,
    Ernst,
    Periode,
    Raadpleging,
    Rapportage,
    Rapportageplan,
    Rapportageplicht,
    Rapportagevorm,
    Waarde,
    bevinding,
    einde_na_maanden,
    oordeel,
    stap,
)
from dakpan_g4.bronnen import AFSPRAAK

KWARTAAL = 3


def bepaal_rapportageplan(periode: Periode, parameters: Raadpleging) -> Berekening[Rapportageplan]:
    """Een rapportage na elke zoveel maanden vanaf het begin van de periode."""
    maanden = parameters.mogelijk_aantal("rapportage_maanden")
    if maanden is None or maanden.waarde == 0:
        return _niet_in_bron()
    plichten = tuple(_plichten(periode, maanden))
    uitleg = stap(
        "g4.rapportage",
        "Rapporteren om de {maanden} maanden in {periode}",
        maanden=maanden.waarde,
        periode=periode,
        uitkomst=tuple(plicht.uiterlijk for plicht in plichten),
        bron=maanden.bron,
    )
    return Berekening(Rapportageplan(plichten), (uitleg,))


def _plichten(periode: Periode, maanden: Waarde[int]) -> list[Rapportageplicht]:
    vorm = Rapportagevorm.KWARTAAL if maanden.waarde == KWARTAAL else Rapportagevorm.HALFJAAR
    plichten: list[Rapportageplicht] = []
    while (eind := einde_na_maanden(periode.begin, (len(plichten) + 1) * maanden.waarde)) <= periode.eind:
        plichten.append(Rapportageplicht(vorm, eind, schriftelijk=True, bron=maanden.bron.afgeleid))
    return plichten


def _niet_in_bron() -> Berekening[Rapportageplan]:
    zin = "Wanneer er gerapporteerd wordt: niet in bron. De stad kan het invullen (parameter rapportage_maanden)."
    onbekend = bevinding("g4.niet_in_bron", Ernst.INFORMATIE, zin, AFSPRAAK.ontbreekt)
    uitleg = stap("g4.rapportage", "Rapportages: niet in bron", uitkomst=None, bron=AFSPRAAK.ontbreekt)
    return Berekening(Rapportageplan(()), (uitleg,), (onbekend,))


def toets_rapportage(rapportage: Rapportage, plicht: Rapportageplicht) -> list[Bevinding]:
    """Alleen of het verslag op tijd is; over de inhoud zegt de afspraak niets."""
    return [
        oordeel(
            "g4.rapportage.termijn",
            plicht.bron,
            goed=rapportage.uitgebracht_op <= plicht.uiterlijk,
            anders=Ernst.INFORMATIE,
            ja="De rapportage van {op} is op tijd; zij moest er {uiterlijk} zijn.",
            nee="De rapportage van {op} is later dan {uiterlijk}.",
            op=rapportage.uitgebracht_op,
            uiterlijk=plicht.uiterlijk,
        )
    ]
