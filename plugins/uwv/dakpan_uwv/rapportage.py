"""Welke verantwoording hoort bij een periode? (Protocol 2014 A.5; rapport bijlage 3; veelgestelde vragen)"""

from datetime import date, timedelta

from dakpan.pluginkit import (
    Berekening,
    Bevinding,
    Ernst,
    Partij,
    Periode,
    Rapportage,
    Rapportageonderdeel,
    Rapportageplan,
    Rapportageplicht,
    Rapportagevorm,
    oordeel,
    stap,
)
from dakpan_uwv.bronnen import RAPPORT, VRAGEN
from dakpan_uwv.termijnen import VERANTWOORDINGSDAGEN

TERMIJN = VRAGEN.bij("Verantwoorden: binnen welke termijn")
INHOUD = RAPPORT.bij("bijlage 3, verantwoordingsrapportage")
ONDERTEKENAARS = (Partij.JOBCOACH, Partij.WERKGEVER, Partij.CLIENT)
NAMEN = ("jobcoach", "werkgever", "cliënt")  # in dezelfde volgorde, zoals iemand het leest
ONDERDELEN = (
    Rapportageonderdeel.ALGEMENE_GEGEVENS,
    Rapportageonderdeel.MATCHING,
    Rapportageonderdeel.LOGBOEK,
    Rapportageonderdeel.COACHINGSPLAN,
    Rapportageonderdeel.STATUS_ARBEIDSOVEREENKOMST,
    Rapportageonderdeel.STATUS_JOBCOACHING,
    Rapportageonderdeel.ACTIVITEITENOVERZICHT,
    Rapportageonderdeel.BEOORDELING_WERKNEMER,
    Rapportageonderdeel.BEOORDELING_WERKGEVER,
)


def bepaal_rapportageplan(periode: Periode) -> Berekening[Rapportageplan]:
    """Eén verantwoording, binnen vier weken na het eind van de periode."""
    uiterlijk = periode.eind + timedelta(VERANTWOORDINGSDAGEN)
    plicht = Rapportageplicht(Rapportagevorm.VERANTWOORDING, uiterlijk, schriftelijk=True, bron=TERMIJN)
    uitleg = stap(
        "uwv.rapportage.verantwoording",
        "Verantwoorden uiterlijk {dagen} dagen na {eind}",
        dagen=VERANTWOORDINGSDAGEN,
        eind=periode.eind,
        uitkomst=uiterlijk,
        bron=TERMIJN,
    )
    return Berekening(Rapportageplan((plicht,)), (uitleg,))


def toets_rapportage(rapportage: Rapportage, plicht: Rapportageplicht) -> list[Bevinding]:
    """Op tijd, schriftelijk, volledig en door alle drie getekend, de cliënt het laatst."""
    return [
        _op_tijd(rapportage, plicht.uiterlijk),
        *(_onderdeel(rapportage, onderdeel) for onderdeel in ONDERDELEN),
        _ondertekend(rapportage),
    ]


def _op_tijd(rapportage: Rapportage, uiterlijk: date) -> Bevinding:
    return oordeel(
        "uwv.rapportage.termijn",
        TERMIJN,
        goed=rapportage.uitgebracht_op <= uiterlijk,
        anders=Ernst.AFWEGEN,
        ja="Het verslag van {op} is op tijd; het moest er {uiterlijk} zijn.",
        nee="Het verslag van {op} is te laat; het moest er {uiterlijk} zijn.",
        op=rapportage.uitgebracht_op,
        uiterlijk=uiterlijk,
    )


def _onderdeel(rapportage: Rapportage, onderdeel: Rapportageonderdeel) -> Bevinding:
    return oordeel(
        f"uwv.rapportage.{onderdeel}",
        INHOUD,
        goed=onderdeel in rapportage.onderdelen,
        ja="Het verslag bevat {onderdeel}.",
        nee="In het verslag ontbreekt {onderdeel}; vul het aan.",
        onderdeel=onderdeel.woorden,
    )


def _ondertekend(rapportage: Rapportage) -> Bevinding:
    return oordeel(
        "uwv.rapportage.ondertekening",
        INHOUD,
        goed=rapportage.schriftelijk and rapportage.ondertekend_door == ONDERTEKENAARS,
        ja="Getekend op volgorde door {volgorde}.",
        nee="Het verslag is schriftelijk en wordt getekend op volgorde door {volgorde}.",
        volgorde=NAMEN,
    )
