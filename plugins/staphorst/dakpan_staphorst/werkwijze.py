"""2.1, 2.2 en 3: welke stappen heeft een zaak?"""

from collections.abc import Mapping

from dakpan.pluginkit import Berekening, Dossier, Partij, Vorm, Werkstap, Werkwijze, Zaakstap, stap
from dakpan_staphorst.bronnen import REGELS

_EXTERN = Werkwijze(
    (
        Werkstap(Zaakstap.AANVRAAG, Partij.WERKCONSULENT),
        Werkstap(Zaakstap.INDIENEN, Partij.WERKCONSULENT, (Zaakstap.AANVRAAG,)),
        Werkstap(Zaakstap.OFFERTEVERZOEK, Partij.WERKCONSULENT, (Zaakstap.INDIENEN,)),
        Werkstap(Zaakstap.OFFERTE, Partij.JOBCOACHORGANISATIE, (Zaakstap.OFFERTEVERZOEK,)),
        Werkstap(Zaakstap.BEOORDELING, Partij.WERKCONSULENT, (Zaakstap.OFFERTE,)),
        Werkstap(Zaakstap.BESLUIT, Partij.WERKCONSULENT, (Zaakstap.BEOORDELING,)),
        Werkstap(Zaakstap.OPDRACHT, Partij.WERKCONSULENT, (Zaakstap.BESLUIT,)),
        Werkstap(Zaakstap.UREN, Partij.JOBCOACH, (Zaakstap.OPDRACHT,)),
        Werkstap(Zaakstap.ACCORDEREN, Partij.JOBCOACHORGANISATIE, (Zaakstap.UREN,)),
        Werkstap(Zaakstap.RAPPORTAGE, Partij.JOBCOACH, (Zaakstap.OPDRACHT,)),
        Werkstap(Zaakstap.DECLARATIE, Partij.JOBCOACHORGANISATIE, (Zaakstap.ACCORDEREN,)),
        Werkstap(Zaakstap.FACTUUR, Partij.JOBCOACHORGANISATIE, (Zaakstap.DECLARATIE,)),
        Werkstap(Zaakstap.BETALING, Partij.FINANCIER, (Zaakstap.FACTUUR,)),
    )
)


def _zonder_offerte(aanvrager: Partij) -> tuple[Werkstap, ...]:
    """Zonder offerte beoordeelt de gemeente de aanvraag meteen na het indienen."""
    return (
        Werkstap(Zaakstap.AANVRAAG, aanvrager),
        Werkstap(Zaakstap.INDIENEN, aanvrager, (Zaakstap.AANVRAAG,)),
        Werkstap(Zaakstap.BEOORDELING, Partij.WERKCONSULENT, (Zaakstap.INDIENEN,)),
        Werkstap(Zaakstap.BESLUIT, Partij.WERKCONSULENT, (Zaakstap.BEOORDELING,)),
        Werkstap(Zaakstap.RAPPORTAGE, Partij.JOBCOACH, (Zaakstap.BESLUIT,)),
    )


# De werkgever vraagt de vergoeding aan; er komt geen offerte en geen factuur aan te pas.
_BETALING = Werkstap(Zaakstap.BETALING, Partij.FINANCIER, (Zaakstap.BESLUIT,))
_INTERN = Werkwijze((*_zonder_offerte(Partij.WERKGEVER), _BETALING))
# Een gemeentelijke jobcoach kost de werkgever niets: er is niets te declareren of te betalen.
_GEMEENTELIJK = Werkwijze(_zonder_offerte(Partij.WERKCONSULENT))
_PER_VORM: Mapping[Vorm, tuple[Werkwijze, str]] = {
    Vorm.EXTERN: (_EXTERN, "par. 2.1, 2.2 en 3"),
    Vorm.INTERN: (_INTERN, "par. 1.2, 2.1, 2.2 en 3"),
    Vorm.GEMEENTELIJK: (_GEMEENTELIJK, "par. 1.2 en 2.1"),
}


def bepaal_werkwijze(dossier: Dossier) -> Berekening[Werkwijze]:
    """Extern met offerteverzoek en offerte; intern zonder offerte en factuur; gemeentelijk zonder betaling."""
    werkwijze, vindplaats = _PER_VORM[dossier.aanvraag.vorm]
    namen = tuple(werkstap.stap.value for werkstap in werkwijze.stappen)
    uitleg = stap(
        "staphorst.werkwijze",
        "Bij {vorm}e jobcoaching zijn de stappen: {stappen}",
        vorm=dossier.aanvraag.vorm.value,
        stappen=namen,
        uitkomst=namen,
        bron=REGELS.bij(vindplaats).afgeleid,
    )
    return Berekening(werkwijze, (uitleg,))
