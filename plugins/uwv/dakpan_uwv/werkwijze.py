"""Welke stappen heeft een zaak bij UWV? (Rapport par. 4.1; handleiding jobcoachportaal hfdst. 4-9)"""

from dakpan.pluginkit import (
    Berekening,
    Bevinding,
    Dossier,
    Ernst,
    Partij,
    Uren,
    Vorm,
    Werkstap,
    Werkwijze,
    Zaakstap,
    bevinding,
    stap,
)
from dakpan_uwv.beoordelaar import bepaal_beoordelaar
from dakpan_uwv.bronnen import HANDLEIDING, INTERN_2015, RAPPORT

STRIPPENKAART = Uren(5_00)


def bepaal_werkwijze(dossier: Dossier) -> Berekening[Werkwijze]:
    """Extern: geen offerte, twee declaraties en een verantwoording. Intern: voorschot en vaststelling."""
    intern = dossier.aanvraag.vorm is Vorm.INTERN
    werkwijze = Werkwijze(_INTERN if intern else _extern(Partij(bepaal_beoordelaar(dossier).resultaat.value)))
    uitleg = stap(
        "uwv.werkwijze",
        "Bij {vorm}e jobcoaching zijn de stappen: {stappen}",
        vorm=dossier.aanvraag.vorm.value,
        stappen=tuple(werkstap.stap.value for werkstap in werkwijze.stappen),
        uitkomst=tuple(werkstap.stap.value for werkstap in werkwijze.stappen),
        bron=INTERN_2015.bij("3 en 4").afgeleid if intern else HANDLEIDING.bij("hoofdstuk 4 tot en met 9"),
    )
    opgemerkt = () if intern or dossier.is_proefplaatsing else (_strippenkaart(),)
    return Berekening(werkwijze, (uitleg,), opgemerkt)


def _strippenkaart() -> Bevinding:
    """Na een periode zonder vervolg blijft er een strippenkaart van vijf uur."""
    return bevinding(
        "uwv.strippenkaart",
        Ernst.INFORMATIE,
        "Volgt er geen nieuwe aanvraag en blijft de baan dezelfde, dan is er een strippenkaart van {uren}. "
        "Tarief en geldigheid: niet in bron.",
        RAPPORT.bij("par. 2.3, voetnoot 13"),
        uren=STRIPPENKAART,
    )


def _extern(beoordelaar: Partij) -> tuple[Werkstap, ...]:
    """Schrijven mag zodra de aanvraag definitief is; declareren pas na het besluit en het akkoord."""
    return (
        Werkstap(Zaakstap.AANVRAAG, Partij.JOBCOACH),
        Werkstap(Zaakstap.ONDERTEKENING, Partij.JOBCOACH, (Zaakstap.AANVRAAG,)),
        Werkstap(Zaakstap.INDIENEN, Partij.JOBCOACHORGANISATIE, (Zaakstap.ONDERTEKENING,)),
        Werkstap(Zaakstap.BEOORDELING, beoordelaar, (Zaakstap.INDIENEN,)),
        Werkstap(Zaakstap.BESLUIT, Partij.BESLISSER, (Zaakstap.BEOORDELING,)),
        Werkstap(Zaakstap.UREN, Partij.JOBCOACH, (Zaakstap.AANVRAAG,)),
        Werkstap(Zaakstap.ACCORDEREN, Partij.JOBCOACHORGANISATIE, (Zaakstap.UREN,)),
        Werkstap(Zaakstap.DECLARATIE, Partij.JOBCOACHORGANISATIE, (Zaakstap.BESLUIT, Zaakstap.ACCORDEREN)),
        Werkstap(Zaakstap.FACTUUR, Partij.JOBCOACHORGANISATIE, (Zaakstap.DECLARATIE,)),
        Werkstap(Zaakstap.BETALING, Partij.FINANCIER, (Zaakstap.FACTUUR,)),
        Werkstap(Zaakstap.VERANTWOORDING, Partij.JOBCOACH, (Zaakstap.DECLARATIE,)),
    )


_INTERN = (
    Werkstap(Zaakstap.AANVRAAG, Partij.WERKGEVER),
    Werkstap(Zaakstap.INDIENEN, Partij.WERKGEVER, (Zaakstap.AANVRAAG,)),
    Werkstap(Zaakstap.BEOORDELING, Partij.BESLISSER, (Zaakstap.INDIENEN,)),
    Werkstap(Zaakstap.BESLUIT, Partij.BESLISSER, (Zaakstap.BEOORDELING,)),
    Werkstap(Zaakstap.BETALING, Partij.FINANCIER, (Zaakstap.BESLUIT,)),
    Werkstap(Zaakstap.VERANTWOORDING, Partij.WERKGEVER, (Zaakstap.BESLUIT,)),
    Werkstap(Zaakstap.VASTSTELLING, Partij.BESLISSER, (Zaakstap.VERANTWOORDING,)),
)
