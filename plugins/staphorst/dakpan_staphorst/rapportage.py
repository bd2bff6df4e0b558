"""3 Rapporteren"""

from collections.abc import Iterable
from datetime import date

from dakpan.pluginkit import (
    Berekening,
    Bevinding,
    Dossier,
    Ernst,
    Periode,
    Rapportage,
    Rapportageplan,
    Rapportageplicht,
    Rapportagevorm,
    Stap,
    einde_na_maanden,
    maand_eerder,
    oordeel,
    stap,
)
from dakpan_staphorst.bronnen import PAR_3

KWARTAAL, HALFJAAR = 3, 6
# De dag zelf staat niet in de paragraaf: gekozen is de laatste dag van elk kwartaal of half jaar.
OP_DE_LAATSTE_DAG = PAR_3.afgeleid


def bepaal_rapportageplan(dossier: Dossier, periode: Periode) -> Berekening[Rapportageplan]:
    """Elk kwartaal een terugkoppeling, elk half jaar op schrift, en een maand voor het eind van het contract."""
    if dossier.is_proefplaatsing:
        plichten = [_plicht(Rapportagevorm.PROEFPLAATSING, periode.eind)]
    else:
        plichten = [*_vaste(periode), *_voor_het_einde(dossier)]
    plichten.sort(key=lambda plicht: plicht.uiterlijk)
    stappen = tuple(
        stap(
            f"staphorst.rapportage.{plicht.vorm}",
            "Rapportage ({vorm}), {hoe}, uiterlijk {datum}",
            vorm=plicht.vorm.value,
            hoe="schriftelijk" if plicht.schriftelijk else "schriftelijk of mondeling",
            datum=plicht.uiterlijk,
            uitkomst=plicht.uiterlijk,
            bron=plicht.bron,
        )
        for plicht in plichten
    )
    return Berekening(Rapportageplan(tuple(plichten)), stappen or (_geen(periode),))


def coachingsperiode(dossier: Dossier) -> Periode:
    """De gevraagde periode, of korter als het contract eerder eindigt."""
    aanvraag, einde = dossier.aanvraag, dossier.dienstverband.eind
    if einde is None or einde < aanvraag.begin:
        return aanvraag.periode
    return Periode(aanvraag.begin, min(aanvraag.eind, einde))


def _vaste(periode: Periode) -> Iterable[Rapportageplicht]:
    for eind in _einden(periode, KWARTAAL):
        yield _plicht(Rapportagevorm.KWARTAAL, eind)
    for eind in _einden(periode, HALFJAAR):
        yield _plicht(Rapportagevorm.HALFJAAR, eind)


def _einden(periode: Periode, maanden: int) -> Iterable[date]:
    """De laatste dag van elk heel kwartaal of half jaar, geteld vanaf het begin."""
    nummer = 1
    while (eind := einde_na_maanden(periode.begin, nummer * maanden)) <= periode.eind:
        yield eind
        nummer += 1


def _voor_het_einde(dossier: Dossier) -> list[Rapportageplicht]:
    """Ten minste één maand voor het eind van het contract."""
    einde = dossier.dienstverband.eind
    return [] if einde is None else [_plicht(Rapportagevorm.EIND, maand_eerder(einde))]


def _plicht(vorm: Rapportagevorm, uiterlijk: date) -> Rapportageplicht:
    """Alleen de terugkoppeling per kwartaal mag mondeling."""
    return Rapportageplicht(vorm, uiterlijk, vorm is not Rapportagevorm.KWARTAAL, OP_DE_LAATSTE_DAG)


def _geen(periode: Periode) -> Stap:
    return stap(
        "staphorst.rapportage.geen",
        "De periode {periode} is korter dan een kwartaal; er valt geen rapportage in",
        periode=periode,
        uitkomst=None,
        bron=OP_DE_LAATSTE_DAG,
    )


def toets_rapportage(rapportage: Rapportage, plicht: Rapportageplicht) -> list[Bevinding]:
    """Op tijd, en schriftelijk waar dat moet. Wat erin staat bepaalt de paragraaf niet."""
    return [_op_tijd(rapportage, plicht), _schriftelijk(rapportage, plicht)]


def _op_tijd(rapportage: Rapportage, plicht: Rapportageplicht) -> Bevinding:
    return oordeel(
        "staphorst.rapportage.termijn",
        plicht.bron,
        goed=rapportage.uitgebracht_op <= plicht.uiterlijk,
        anders=Ernst.AFWEGEN,
        ja="De rapportage van {op} is op tijd; zij moest er {uiterlijk} zijn.",
        nee="De rapportage van {op} is te laat; zij moest er {uiterlijk} zijn.",
        op=rapportage.uitgebracht_op,
        uiterlijk=plicht.uiterlijk,
    )


def _schriftelijk(rapportage: Rapportage, plicht: Rapportageplicht) -> Bevinding:
    return oordeel(
        "staphorst.rapportage.schriftelijk",
        PAR_3,
        goed=rapportage.schriftelijk or not plicht.schriftelijk,
        ja="De vorm van de rapportage klopt.",
        nee="Deze rapportage ({vorm}) is schriftelijk; vraag haar op papier.",
        vorm=plicht.vorm.value,
    )
