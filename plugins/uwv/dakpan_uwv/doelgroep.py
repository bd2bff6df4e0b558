"""Voor wie is jobcoaching van UWV? (Rapport par. 2.2; art. 35 WIA, art. 2:22 Wajong)"""

from dakpan.pluginkit import Bevinding, Doelgroep, Dossier, Ernst, oordeel
from dakpan_uwv.bronnen import RAPPORT

PAR_2_2 = RAPPORT.bij("par. 2.2")
VASTSTELLING = RAPPORT.bij("par. 2.2 en voetnoot 7")


def toets_verantwoordelijke(dossier: Dossier) -> Bevinding:
    """Wie onder de Participatiewet valt, hoort bij de gemeente."""
    return oordeel(
        "uwv.verantwoordelijke_instantie",
        PAR_2_2,
        goed=Doelgroep.PARTICIPATIEWET not in dossier.persoon.doelgroepen,
        ja="De persoon valt niet onder de Participatiewet; UWV is verantwoordelijk.",
        nee="De persoon valt onder de Participatiewet; vraag jobcoaching aan bij de gemeente.",
    )


def toets_doelgroep(dossier: Dossier) -> Bevinding:
    """Een structureel functionele beperking, vastgesteld door UWV. Zonder vaststelling beoordeelt UWV dat eerst."""
    return oordeel(
        "uwv.doelgroep",
        VASTSTELLING,
        goed=Doelgroep.SFB in dossier.persoon.doelgroepen,
        anders=Ernst.AFWEGEN,
        ja="UWV heeft een structureel functionele beperking vastgesteld.",
        nee="Een structureel functionele beperking is nog niet vastgesteld; UWV beoordeelt dat eerst.",
    )
