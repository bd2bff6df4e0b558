"""1.3, 1.4, 2.1 en 2.2: welke stukken horen bij een zaak?"""

from dakpan.pluginkit import (
    Aanlevering,
    Berekening,
    Bevinding,
    Dossier,
    Ernst,
    Partij,
    Regime,
    Stuk,
    VereisteStukken,
    Vorm,
    bevinding,
    stap,
)
from dakpan_staphorst.bronnen import PAR_2_1, PAR_2_2, REGELS

COACHINGSPLAN = (
    "gegevens van werkgever (met contactpersoon), werknemer en dienstverband",
    "de werkzaamheden van de werknemer",
    "de knelpunten",
    "de coachingsdoelen",
)
INGEVULD = Aanlevering.FORMULIER
OFFERTE = ("welke aanpak wordt gekozen", "hoeveel tijd daarvoor nodig is")


def bepaal_stukken(dossier: Dossier) -> Berekening[VereisteStukken]:
    """Het aanvraagformulier, en bij extern het coachingsplan met offerte die de gemeente voor akkoord tekent."""
    extern = dossier.aanvraag.vorm is Vorm.EXTERN
    stukken = (*(_extern() if extern else _formulier(dossier)), *_bewijzen(dossier))
    ondertekenaars = (Partij.FINANCIER,) if extern else ()
    namen = tuple(stuk.titel for stuk in stukken)
    lijst = stap(
        "staphorst.stukken",
        "Nodig: {stukken}",
        stukken=namen,
        uitkomst=namen,
        bron=REGELS.bij("par. 1.3, 1.4, 2.1 en 2.2"),
    )
    akkoord = stap(
        "staphorst.stukken.ondertekening",
        "De gemeente tekent de offerte voor akkoord; daarna kan de jobcoach starten",
        uitkomst=Partij.FINANCIER.value,
        bron=PAR_2_2,
    )
    stappen = (lijst, akkoord) if extern else (lijst,)
    return Berekening(VereisteStukken(stukken, ondertekenaars), stappen, (_handtekeningen(),))


def _extern() -> tuple[Stuk, ...]:
    return (
        Stuk("aanvraagformulier", "formulier Aanvraag externe jobcoaching", Partij.WERKCONSULENT, (), INGEVULD),
        Stuk("offerteverzoek", "offerteverzoek", Partij.WERKCONSULENT, ("de begeleidingsnoodzaak",), INGEVULD),
        Stuk("coachingsplan", "SMART coachingsplan", Partij.JOBCOACHORGANISATIE, COACHINGSPLAN, INGEVULD),
        Stuk("offerte", "offerte", Partij.JOBCOACHORGANISATIE, OFFERTE, INGEVULD),
    )


def _formulier(dossier: Dossier) -> tuple[Stuk, ...]:
    """De aanvraag voor interne jobcoaching bevat zelf alle zes onderdelen."""
    if dossier.aanvraag.vorm is Vorm.GEMEENTELIJK:
        titel = "jobcoachaanvraag van de werkconsulent"
        return (Stuk("aanvraagformulier", titel, Partij.WERKCONSULENT, (), INGEVULD),)
    onderdelen = (*COACHINGSPLAN, *OFFERTE)
    titel = "formulier Aanvraag interne jobcoaching"
    return (Stuk("aanvraagformulier", titel, Partij.WERKGEVER, onderdelen, INGEVULD),)


def _bewijzen(dossier: Dossier) -> tuple[Stuk, ...]:
    """De intentie bij een proefplaatsing; bij intern het certificaat en de schriftelijke afspraken met het bedrijf."""
    bewijzen: list[Stuk] = []
    if dossier.is_proefplaatsing:
        bewijzen.append(Stuk("intentieverklaring", "schriftelijke intentie tot dienstverband", Partij.WERKGEVER))
    if dossier.aanvraag.vorm is Vorm.INTERN:
        licht = dossier.aanvraag.regime is Regime.LICHT
        titel = "HARRIE-certificaat of iets vergelijkbaars" if licht else "jobcoachcertificaat"
        bewijzen.append(Stuk("certificaat", titel, Partij.WERKGEVER))
        afspraken = "schriftelijke afspraken over de interne jobcoach"
        bewijzen.append(Stuk("afspraken", afspraken, Partij.WERKCONSULENT, aanlevering=Aanlevering.LATER))
    return tuple(bewijzen)


def _handtekeningen() -> Bevinding:
    return bevinding(
        "staphorst.niet_in_bron",
        Ernst.INFORMATIE,
        "Wie de aanvraag ondertekent en in welke volgorde: niet in bron.",
        PAR_2_1.ontbreekt,
    )
