"""1.5, 1.6 en 2.1: regime, tarief, maximale duur en aanvraagtermijn"""

from datetime import timedelta

from dakpan.pluginkit import (
    Bevinding,
    Dienstverbandsoort,
    Dossier,
    Ernst,
    Raadpleging,
    Regime,
    Vorm,
    begonnen_maanden,
    bevinding,
    oordeel,
)
from dakpan_staphorst.bronnen import PAR_1_2, PAR_1_3, PAR_1_5, PAR_1_6, PAR_2_1

MAXIMUM_MAANDEN = 36
MAXIMUM_JAREN = 3
AANVRAAGDAGEN = 56


def toets_aanvraag(dossier: Dossier, parameters: Raadpleging) -> list[Bevinding]:
    """Alle eisen aan wat er wordt gevraagd."""
    bevindingen = [_regime(dossier), *_tarief(dossier, parameters), _termijn(dossier)]
    if not dossier.is_proefplaatsing:
        bevindingen.append(_duur(dossier))
    if dossier.aanvraag.vorm is Vorm.GEMEENTELIJK:
        bevindingen.append(_gemeentelijk())
    if dossier.dienstverband.soort is Dienstverbandsoort.DETACHERING and dossier.aanvraag.vorm is Vorm.INTERN:
        bevindingen.append(_detachering())
    return bevindingen


def _regime(dossier: Dossier) -> Bevinding:
    """Drie regimes: laag (licht), midden en hoog (intensief)."""
    return oordeel(
        "staphorst.regime.niet_beschikbaar",
        PAR_1_5,
        goed=dossier.aanvraag.regime is not Regime.ZEER_LICHT,
        ja="Regime {regime} is een van de drie begeleidingsregimes.",
        nee="Regime {regime} bestaat hier niet; kies licht, midden of intensief.",
        regime=dossier.aanvraag.regime.value,
    )


def _tarief(dossier: Dossier, parameters: Raadpleging) -> list[Bevinding]:
    """Een externe jobcoach kost ten hoogste het maximale uurtarief."""
    tarief = dossier.aanvraag.tarief
    if dossier.aanvraag.vorm is not Vorm.EXTERN or tarief is None:
        return []
    maximum = parameters.mogelijk_bedrag("tarief_extern")
    if maximum is None:
        return []
    uitslag = oordeel(
        "staphorst.tarief.maximum",
        PAR_1_5,
        goed=tarief <= maximum.waarde,
        ja="Het tarief van {tarief} is niet hoger dan {maximum} per uur (vanaf {vanaf}).",
        nee="Het tarief van {tarief} is hoger dan {maximum} per uur (vanaf {vanaf}); vraag een lager tarief.",
        tarief=tarief,
        maximum=maximum.waarde,
        vanaf=maximum.vanaf,
    )
    return [uitslag, *parameters.opgemerkt]


def _duur(dossier: Dossier) -> Bevinding:
    """Ten hoogste drie jaar; verlengen kan niet. De proefplaatsing telt niet mee."""
    aanvraag = dossier.aanvraag
    maanden = dossier.historie.maanden_jobcoaching + begonnen_maanden(aanvraag.begin, aanvraag.eind)
    return oordeel(
        "staphorst.duur.maximum",
        PAR_1_6,
        goed=maanden <= MAXIMUM_MAANDEN and aanvraag.jaar <= MAXIMUM_JAREN,
        ja="Met deze periode is het {maanden} maanden jobcoaching (jaar {jaar}); {maximum} maanden mag.",
        nee="Met deze periode is het {maanden} maanden jobcoaching (jaar {jaar}); {maximum} maanden is het maximum en "
        "verlengen kan niet. Onderzoek of beschut werk beter past.",
        maanden=maanden,
        jaar=aanvraag.jaar,
        maximum=MAXIMUM_MAANDEN,
    )


def _termijn(dossier: Dossier) -> Bevinding:
    """Aanvragen uiterlijk 8 weken na het begin; bij een lopende baan zo snel als de noodzaak blijkt."""
    aanvraag = dossier.aanvraag
    uiterlijk = aanvraag.begin + timedelta(AANVRAAGDAGEN)
    return oordeel(
        "staphorst.termijn.aanvraag",
        PAR_2_1,
        goed=aanvraag.ontvangen_op <= uiterlijk,
        anders=Ernst.AFWEGEN,
        ja="De aanvraag is op tijd: ontvangen op {ontvangen}, uiterlijk {uiterlijk}.",
        nee="De aanvraag is te laat: ontvangen op {ontvangen}, uiterlijk {uiterlijk}. Bij een lopende baan telt "
        "wanneer de noodzaak bleek; weeg dat af.",
        ontvangen=aanvraag.ontvangen_op,
        uiterlijk=uiterlijk,
    )


def _gemeentelijk() -> Bevinding:
    """Een jobcoach in dienst van de gemeente kost de werkgever niets en levert hem ook niets op."""
    return bevinding(
        "staphorst.vorm.gemeentelijk",
        Ernst.INFORMATIE,
        "De jobcoach is in dienst van de gemeente; er is geen vergoeding voor de werkgever.",
        PAR_1_2,
    )


def _detachering() -> Bevinding:
    """Een jobcoach van de detacheerder geldt als extern; zo ook een coach met coachen als enige taak."""
    return bevinding(
        "staphorst.vorm.detachering",
        Ernst.INFORMATIE,
        "Begeleidt een jobcoach van de detacheerder de werknemer, dan is dat externe jobcoaching; controleer de vorm.",
        PAR_1_3,
    )
