"""Aan welke eisen voldoet de baan? (Protocol 2014 A.2.1; rapport par. 2.2 voor het protocol van 2019)"""

from dakpan.pluginkit import (
    Aanvraagsoort,
    Bevinding,
    Dienstverbandsoort,
    Dossier,
    Ernst,
    Uren,
    bevinding,
    einde_na_maanden,
    oordeel,
)
from dakpan_uwv.bronnen import PROTOCOL_2014, RAPPORT

EISEN = PROTOCOL_2014.bij("A.2.1; UWV-rapport par. 2.2")
UITSLUITINGEN = RAPPORT.bij("par. 2.2")

MAANDEN = 6
NORM_UREN, ONDERGRENS_UREN = Uren(12_00), Uren(8_00)
NORM_LOONWAARDE, ONDERGRENS_LOONWAARDE = 35, 20
UREN_MET_UITZICHT = "Het werk is {uren} per week; met uitzicht op {norm} binnen een jaar is {ondergrens} genoeg."
LOON_MET_UITZICHT = (
    "Het loon is {waarde}% van het minimumloon; met uitzicht op {norm}% binnen een jaar is {ondergrens}% genoeg."
)
GEEN_DIENSTBETREKKING = frozenset(
    {
        Dienstverbandsoort.STAGE,
        Dienstverbandsoort.LEEROVEREENKOMST,
        Dienstverbandsoort.WERKERVARINGSPLAATS,
        Dienstverbandsoort.ATC,
        Dienstverbandsoort.SW,
    }
)
BEGIN_VAN_DE_BAAN = frozenset({Aanvraagsoort.EERSTE, Aanvraagsoort.EERSTE_NA_PROEFPLAATSING})


def toets_dienstverband(dossier: Dossier) -> list[Bevinding]:
    """Alle eisen aan de baan, in de volgorde van de regeling."""
    min_max = dossier.dienstverband.soort is Dienstverbandsoort.MIN_MAX
    begint = dossier.aanvraag.soort in BEGIN_VAN_DE_BAAN and not dossier.is_proefplaatsing
    return [
        *([_duur(dossier)] if begint else []),
        _min_max(dossier) if min_max else _uren(dossier),
        _loonwaarde(dossier),
        _nul_uren(dossier),
        _uitzendbeding(dossier),
        _soort(dossier),
    ]


def _duur(dossier: Dossier) -> Bevinding:
    """Ten minste zes maanden, alleen te toetsen bij het begin van de baan."""
    baan = dossier.dienstverband
    zes_maanden = einde_na_maanden(baan.begin, MAANDEN)
    return oordeel(
        "uwv.contract.duur",
        EISEN,
        goed=baan.eind is None or baan.eind >= zes_maanden,
        ja="Het contract duurt ten minste {maanden} maanden.",
        nee="Het contract eindigt op {eind}; ten minste {maanden} maanden loopt tot en met {zes_maanden}.",
        eind=baan.eind,
        maanden=MAANDEN,
        zes_maanden=zes_maanden,
    )


def _uren(dossier: Dossier) -> Bevinding:
    """Ten minste 12 uur per week; 8 uur als er binnen een jaar 12 uur komt."""
    uren, uitzicht = dossier.dienstverband.uren_per_week, dossier.dienstverband.uitzicht_op_norm
    eis = ONDERGRENS_UREN if uitzicht else NORM_UREN
    return oordeel(
        "uwv.contract.uren",
        EISEN,
        goed=uren >= eis,
        ja="Het werk is {uren} per week; ten minste {norm} is nodig." if uren >= NORM_UREN else UREN_MET_UITZICHT,
        nee="Het werk is {uren} per week; nodig is {norm}, of {ondergrens} met uitzicht op {norm} binnen een jaar.",
        uren=uren,
        norm=NORM_UREN,
        ondergrens=ONDERGRENS_UREN,
    )


def _min_max(dossier: Dossier) -> Bevinding:
    """Bij min-max is het minimum ten minste 12 uur; uitzicht op meer telt hier niet."""
    uren = dossier.dienstverband.rekenuren
    return oordeel(
        "uwv.contract.min_max",
        UITSLUITINGEN,
        goed=uren >= NORM_UREN,
        ja="Het minimum van het min-maxcontract is {uren} per week; ten minste {norm} is nodig.",
        nee="Het minimum van het min-maxcontract is {uren} per week; dat moet ten minste {norm} zijn.",
        uren=uren,
        norm=NORM_UREN,
    )


def _loonwaarde(dossier: Dossier) -> Bevinding:
    """Ten minste 35% van het minimumloon; 20% als er binnen een jaar 35% komt."""
    waarde, uitzicht = dossier.dienstverband.loonwaarde, dossier.dienstverband.uitzicht_op_norm
    if waarde is None:
        zin = "Het loon als deel van het minimumloon is niet bekend; nodig is {norm}%. Vul het aan."
        return bevinding("uwv.contract.loonwaarde", Ernst.AFWEGEN, zin, EISEN, norm=NORM_LOONWAARDE)
    eis = ONDERGRENS_LOONWAARDE if uitzicht else NORM_LOONWAARDE
    return oordeel(
        "uwv.contract.loonwaarde",
        EISEN,
        goed=waarde >= eis,
        ja="Het loon is {waarde}% van het minimumloon; ten minste {norm}% is nodig."
        if waarde >= NORM_LOONWAARDE
        else LOON_MET_UITZICHT,
        nee="Het loon is {waarde}% van het minimumloon; nodig is {norm}%, of {ondergrens}% met uitzicht op {norm}%.",
        waarde=waarde,
        norm=NORM_LOONWAARDE,
        ondergrens=ONDERGRENS_LOONWAARDE,
    )


def _nul_uren(dossier: Dossier) -> Bevinding:
    """Geen nulurencontract."""
    return oordeel(
        "uwv.contract.nul_uren",
        UITSLUITINGEN,
        goed=dossier.dienstverband.soort is not Dienstverbandsoort.NUL_UREN,
        ja="Het is geen nulurencontract.",
        nee="Bij een nulurencontract is geen jobcoaching mogelijk.",
    )


def _uitzendbeding(dossier: Dossier) -> Bevinding:
    """Geen uitzendovereenkomst met uitzendbeding."""
    return oordeel(
        "uwv.contract.uitzendbeding",
        UITSLUITINGEN,
        goed=not dossier.dienstverband.uitzendbeding,
        ja="Er is geen uitzendbeding.",
        nee="Bij een uitzendovereenkomst met uitzendbeding is geen jobcoaching mogelijk.",
    )


def _soort(dossier: Dossier) -> Bevinding:
    """Geen stage, leerovereenkomst, werkervaringsplaats, arbeidstrainingscentrum of sociale werkvoorziening."""
    return oordeel(
        "uwv.contract.soort",
        UITSLUITINGEN,
        goed=dossier.dienstverband.soort not in GEEN_DIENSTBETREKKING,
        ja="Dit soort dienstverband ({soort}) sluit jobcoaching niet uit.",
        nee="Bij dit soort dienstverband ({soort}) is geen jobcoaching mogelijk.",
        soort=dossier.dienstverband.soort.value,
    )
