"""1.2, 1.5, 1.6 en 2.1: vorm, regime, tarief, duur en aanvraagtermijn"""

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
    einde_na_maanden,
    oordeel,
)
from dakpan_staphorst.bronnen import PAR_1_2, PAR_1_3, PAR_1_5, PAR_1_6, PAR_2_1, REGELS

MAXIMUM_MAANDEN = 36
MAXIMUM_JAREN = 3
AANVRAAGDAGEN = 56
TOEKENNING_MAANDEN = 6


def toets_aanvraag(dossier: Dossier, parameters: Raadpleging) -> list[Bevinding]:
    """Alle eisen aan wat er wordt gevraagd."""
    bevindingen = [_regime(dossier), *_tarief(dossier, parameters), _termijn(dossier)]
    if not dossier.is_proefplaatsing:
        bevindingen.append(_duur(dossier))
    return [*bevindingen, _toekenningsperiode(dossier), *_vorm(dossier)]


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
        "verlengen kan niet. Onderzoek of beschut werk beter past. Een nieuwe werkgever of functie begint opnieuw.",
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


def _toekenningsperiode(dossier: Dossier) -> Bevinding:
    """Toegekend wordt een half jaar, of de duur van een korter contract. Het kopje noemt alleen de proefplaatsing."""
    aanvraag, baan = dossier.aanvraag, dossier.dienstverband
    half_jaar = einde_na_maanden(aanvraag.begin, TOEKENNING_MAANDEN)
    uiterlijk = half_jaar if baan.eind is None else min(half_jaar, baan.eind)
    return oordeel(
        "staphorst.periode.toekenning",
        PAR_1_6.afgeleid,
        goed=aanvraag.eind <= uiterlijk,
        anders=Ernst.INFORMATIE,
        ja="De gevraagde periode tot en met {eind} is niet langer dan een half jaar en niet langer dan het contract.",
        nee="Gevraagd is tot en met {eind}. De paragraaf noemt, onder het kopje proefplaatsing, een toekenning voor "
        "een half jaar of de duur van een korter contract (hier tot en met {uiterlijk}); bepaal of dat ook nu geldt.",
        eind=aanvraag.eind,
        uiterlijk=uiterlijk,
    )


def _vorm(dossier: Dossier) -> list[Bevinding]:
    """Wat de paragrafen over de gekozen vorm zeggen; geen ervan sluit jobcoaching uit."""
    match dossier.aanvraag.vorm:
        case Vorm.GEMEENTELIJK:
            return [_gemeentelijk()]
        case Vorm.INTERN if dossier.dienstverband.soort is Dienstverbandsoort.DETACHERING:
            return [_intern(), _detachering()]
        case Vorm.INTERN:
            return [_intern()]
    return []


def _intern() -> Bevinding:
    """Staphorst kiest in principe extern; een eigen coach met coachen als enige taak geldt als extern."""
    return bevinding(
        "staphorst.vorm.intern",
        Ernst.INFORMATIE,
        "Staphorst kiest in principe voor een externe jobcoach; leg de afspraken met het bedrijf over een interne "
        "schriftelijk vast. Heeft het bedrijf een jobcoach met coachen als enige taak, dan geldt dat als extern.",
        REGELS.bij("par. 1.2, 1.3 en 1.4"),
    )


def _gemeentelijk() -> Bevinding:
    """Een jobcoach in dienst van de gemeente kost de werkgever niets en levert hem ook niets op."""
    return bevinding(
        "staphorst.vorm.gemeentelijk",
        Ernst.INFORMATIE,
        "De jobcoach is in dienst van de gemeente; er is geen vergoeding voor de werkgever. Staphorst onderzoekt nog "
        "of zo'n jobcoach haalbaar is.",
        PAR_1_2,
    )


def _detachering() -> Bevinding:
    """Een jobcoach van de detacheerder geldt als extern."""
    return bevinding(
        "staphorst.vorm.detachering",
        Ernst.INFORMATIE,
        "Begeleidt een jobcoach van de detacheerder de werknemer, dan is dat externe jobcoaching; controleer de vorm.",
        PAR_1_3,
    )
