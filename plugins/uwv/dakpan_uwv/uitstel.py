"""Op welke gronden kan er langer over een besluit worden gedaan? (Awb; rapport par. 4.2, voetnoot 33)"""

from dakpan.pluginkit import (
    AWB_GRONDEN,
    Berekening,
    Uitstelgrond,
    Uitstelgronden,
    Uitstelwerking,
    bundel_uitstelgronden,
)
from dakpan_uwv.bronnen import RAPPORT

# Dat de termijn dan langer wordt staat er; hoeveel langer niet.
MEDISCH = Uitstelgrond(
    "medisch_oordeel",
    "Er is een sociaal-medisch oordeel gevraagd aan de verzekeringsarts",
    Uitstelwerking.LANGER,
    RAPPORT.bij("par. 4.2, voetnoot 33"),
)


def bepaal_uitstelgronden() -> Berekening[Uitstelgronden]:
    """De gronden uit de wet, en een sociaal-medisch oordeel."""
    return bundel_uitstelgronden("uwv", (*AWB_GRONDEN, MEDISCH))
