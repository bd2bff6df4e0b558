"""Wie doet wat, in welke volgorde? (Artikel 7)"""

from dakpan.pluginkit import Beoordelaar, Berekening, Partij, Werkstap, Werkwijze, Zaakstap, stap
from gemeente_voorbeeld.regeling import BELEIDSREGEL

ARTIKEL_7 = BELEIDSREGEL.bij("artikel 7")

_STAPPEN = (
    Werkstap(Zaakstap.AANVRAAG, Partij.WERKGEVER),
    Werkstap(Zaakstap.OFFERTE, Partij.JOBCOACHORGANISATIE, (Zaakstap.AANVRAAG,)),
    Werkstap(Zaakstap.BESLUIT, Partij.WERKCONSULENT, (Zaakstap.OFFERTE,)),
    Werkstap(Zaakstap.UREN, Partij.JOBCOACH, (Zaakstap.BESLUIT,)),
    Werkstap(Zaakstap.DECLARATIE, Partij.JOBCOACHORGANISATIE, (Zaakstap.UREN,)),
    Werkstap(Zaakstap.BETALING, Partij.FINANCIER, (Zaakstap.DECLARATIE,)),
)


def bepaal_werkwijze() -> Berekening[Werkwijze]:
    """Elke zaak heeft dezelfde zes stappen."""
    namen = tuple(werkstap.stap.value for werkstap in _STAPPEN)
    uitleg = stap("voorbeeld.werkwijze", "De stappen zijn: {stappen}", stappen=namen, uitkomst=namen, bron=ARTIKEL_7)
    return Berekening(Werkwijze(_STAPPEN), (uitleg,))


def bepaal_beoordelaar() -> Berekening[Beoordelaar]:
    """Altijd de werkconsulent."""
    wie = Beoordelaar.WERKCONSULENT
    uitleg = stap("voorbeeld.beoordelaar", "De {wie} beoordeelt", wie=wie.value, uitkomst=wie.value, bron=ARTIKEL_7)
    return Berekening(wie, (uitleg,))
