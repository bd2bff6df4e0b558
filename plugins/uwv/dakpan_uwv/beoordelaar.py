"""Wie beoordeelt de aanvraag? (Rapport par. 2.4, voetnoot 18)"""

from dakpan.pluginkit import Beoordelaar, Berekening, Dossier, stap
from dakpan_uwv.bronnen import RAPPORT

DOOR_ARBEIDSDESKUNDIGE = frozenset({1, 2, 6})
VERDELING = RAPPORT.bij("par. 2.4, voetnoot 18")


def bepaal_beoordelaar(dossier: Dossier) -> Berekening[Beoordelaar]:
    """De eerste, tweede en zesde aanvraag door de arbeidsdeskundige, de andere door de beslisser."""
    nummer = dossier.aanvraag.volgnummer
    wie = Beoordelaar.ARBEIDSDESKUNDIGE if nummer in DOOR_ARBEIDSDESKUNDIGE else Beoordelaar.BESLISSER
    uitleg = stap(
        "uwv.beoordelaar",
        "Aanvraag nummer {nummer}: de arbeidsdeskundige beoordeelt de eerste, tweede en zesde, de beslisser de andere",
        nummer=nummer,
        uitkomst=wie.value,
        bron=VERDELING,
    )
    return Berekening(wie, (uitleg,))
