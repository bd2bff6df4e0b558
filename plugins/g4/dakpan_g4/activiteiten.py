"""Waarvoor mag een coach schrijven? Op inhoud volgt de afspraak UWV. (Rapport par. 6.1)"""

from collections.abc import Mapping

from dakpan.pluginkit import ACHT_DOELEN, Activiteiten, Berekening, Bron, NietVergoed, stap
from dakpan_g4.bronnen import PAR_6_1

# Op inhoud en kerntaken volgt de afspraak de externe jobcoach van UWV; de lijst zelf staat er niet in.
ZOALS_UWV = PAR_6_1.afgeleid
NIET_VERGOED: Mapping[NietVergoed, Bron] = dict.fromkeys(NietVergoed, ZOALS_UWV)


def bepaal_activiteiten() -> Berekening[Activiteiten]:
    """De acht doelen; wat daarbuiten valt wordt niet betaald."""
    doelen = stap(
        "g4.activiteiten.doelen",
        "Op inhoud gelijk aan de externe jobcoach van UWV: {doelen}",
        doelen=tuple(omschrijving.titel for omschrijving in ACHT_DOELEN),
        uitkomst=len(ACHT_DOELEN),
        bron=ZOALS_UWV,
    )
    nooit = stap(
        "g4.activiteiten.niet_vergoed",
        "Niet vergoed: {soorten}",
        soorten=tuple(soort.value for soort in NIET_VERGOED),
        uitkomst=len(NIET_VERGOED),
        bron=ZOALS_UWV,
    )
    return Berekening(Activiteiten(ACHT_DOELEN, tuple(NIET_VERGOED), None), (doelen, nooit))
