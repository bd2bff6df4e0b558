"""Welke stukken en handtekeningen horen bij de aanvraag? (Rapport bijlage 3; veelgestelde vragen)"""

from dakpan.pluginkit import (
    Aanlevering,
    Berekening,
    Bevinding,
    Dossier,
    Ernst,
    Partij,
    Stuk,
    VereisteStukken,
    Vorm,
    stap,
)
from dakpan_uwv.bronnen import INTERN_2015, RAPPORT, VRAGEN

VOLGORDE = (Partij.JOBCOACH, Partij.WERKGEVER, Partij.CLIENT)
RUBRIEKEN = (
    "gegevens van de cliënt",
    "gegevens van de werkgever",
    "gegevens van de jobcoachorganisatie",
    "arbeidscontract",
    "begeleidingsbehoefte",
    "voorstel urenbudget",
    "ondertekening",
    "machtiging betaling",
)


def bepaal_stukken(dossier: Dossier) -> Berekening[VereisteStukken]:
    """Het aanvraagformulier met twee bijlagen, het contract en een identiteitsbewijs; de cliënt tekent het laatst."""
    if dossier.aanvraag.vorm is Vorm.INTERN:
        return _intern()
    overeenkomst = "de proefplaatsingsovereenkomst" if dossier.is_proefplaatsing else "het arbeidscontract"
    stukken = (
        Stuk("aanvraagformulier", "aanvraagformulier jobcoach", Partij.JOBCOACH, RUBRIEKEN, Aanlevering.FORMULIER),
        _op_formulier("matching", "matching van werknemer en werk; niet voor de werkgever"),
        _op_formulier("coachingsplan", "coachingsplan met ten hoogste drie hoofddoelen"),
        Stuk("overeenkomst", f"kopie van {overeenkomst}", Partij.WERKGEVER),
        Stuk("identiteitsbewijs", "kopie van paspoort of identiteitskaart, geen rijbewijs", Partij.CLIENT),
    )
    namen = tuple(stuk.titel for stuk in stukken)
    lijst = stap("uwv.stukken", "Nodig: {stukken}", stukken=namen, uitkomst=namen, bron=RAPPORT.bij("bijlage 3"))
    volgorde = stap(
        "uwv.stukken.ondertekening",
        "Ondertekenen op volgorde: {volgorde}; de cliënt is de aanvrager en tekent het laatst",
        volgorde=tuple(partij.value for partij in VOLGORDE),
        uitkomst=tuple(partij.value for partij in VOLGORDE),
        bron=VRAGEN.bij("Aanvragen: moet een aanvraag worden ondertekend"),
    )
    machtiging = stap(
        "uwv.stukken.machtiging",
        "De cliënt kan UWV machtigen om de vergoeding rechtstreeks aan de jobcoachorganisatie te betalen",
        uitkomst=True,
        bron=RAPPORT.bij("par. 5.3, punt 8"),
    )
    return Berekening(VereisteStukken(stukken, VOLGORDE, machtiging=True), (lijst, volgorde, machtiging))


def _op_formulier(code: str, titel: str) -> Stuk:
    """Een bijlage die de jobcoach bij de aanvraag zelf invult."""
    return Stuk(code, titel, Partij.JOBCOACH, aanlevering=Aanlevering.FORMULIER)


def _intern() -> Berekening[VereisteStukken]:
    """De werkgever laat zien dat zijn coach geschoold en ervaren is en er tijd voor heeft."""
    bron = RAPPORT.bij("bijlage 1, voetnoot 47")
    onderdelen = (
        "training in begeleiding op de werkplek",
        "ervaring met werkinstructies en met het werk",
        "vrijstelling voor een deel van de werkuren",
    )
    stukken = (Stuk("geschiktheid_coach", "bewijs dat de interne jobcoach geschikt is", Partij.WERKGEVER, onderdelen),)
    uitleg = stap("uwv.stukken", "Nodig: {stukken}", stukken=onderdelen, uitkomst=onderdelen, bron=bron)
    onbekend = Bevinding(
        "uwv.niet_in_bron",
        Ernst.INFORMATIE,
        "Het formulier en de handtekeningen voor interne jobcoaching: niet in bron.",
        INTERN_2015.ontbreekt,
    )
    return Berekening(VereisteStukken(stukken, ()), (uitleg,), (onbekend,))
