"""1.5 Welke activiteiten komen niet voor vergoeding in aanmerking? En 1.7: de doelen"""

from collections.abc import Mapping

from dakpan.pluginkit import ACHT_DOELEN, Activiteiten, Berekening, Bron, NietVergoed, stap
from dakpan_staphorst.bronnen import PAR_1_5, PAR_1_7

NIET_VERGOED: Mapping[NietVergoed, Bron] = {
    NietVergoed.EIGEN_ADMINISTRATIE: PAR_1_5,
    NietVergoed.REISTIJD: PAR_1_5,
    NietVergoed.OVERDRACHT: PAR_1_5,
    NietVergoed.SCHOLING: PAR_1_5,
    NietVergoed.INTERVISIE: PAR_1_5,
    # Niet met name genoemd; vergoed wordt alleen wat direct bij het eigen werk hoort.
    NietVergoed.BEMIDDELING_ANDER_WERK: PAR_1_5.afgeleid,
}


def bepaal_activiteiten() -> Berekening[Activiteiten]:
    """De doelen staan in de offerte en zijn vrij; om te schrijven gelden de acht gewone doelen als indeling."""
    doelen = stap(
        "staphorst.activiteiten.doelen",
        "Coachingsdoelen zijn vrij, werkdoelen of persoonlijke doelen bij het werk; de indeling bij het schrijven is: "
        "{doelen}",
        doelen=tuple(omschrijving.titel for omschrijving in ACHT_DOELEN),
        uitkomst=len(ACHT_DOELEN),
        bron=PAR_1_7.afgeleid,
    )
    nooit = tuple(
        stap(
            "staphorst.activiteiten.niet_vergoed",
            "Niet vergoed: {soort}",
            soort=soort.value,
            uitkomst=soort.value,
            bron=bron,
        )
        for soort, bron in NIET_VERGOED.items()
    )
    return Berekening(Activiteiten(ACHT_DOELEN, tuple(NIET_VERGOED), None), (doelen, *nooit))
