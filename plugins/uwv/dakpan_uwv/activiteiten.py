"""Waarvoor mag een coach schrijven, en wat wordt nooit betaald? (Rapport bijlage 1, tabel B1.1)"""

from collections.abc import Mapping

from dakpan.pluginkit import ACHT_DOELEN, Activiteiten, Berekening, Bron, NietVergoed, stap
from dakpan_uwv.bronnen import RAPPORT, VRAGEN

HOOFDDOELEN_TEN_HOOGSTE = 3
TABEL_B1_1 = RAPPORT.bij("bijlage 1, tabel B1.1")
BUITEN_DE_DOELEN = TABEL_B1_1.afgeleid

# De doelen zijn limitatief: wat er niet onder valt wordt niet betaald.
NIET_VERGOED: Mapping[NietVergoed, Bron] = {
    NietVergoed.REISTIJD: VRAGEN.bij("Declareren: kan ik reistijd declareren"),
    NietVergoed.BEMIDDELING_ANDER_WERK: RAPPORT.bij("bijlage 1, par. B1.2 (protocol hfdst. 2.8)"),
    NietVergoed.EIGEN_ADMINISTRATIE: BUITEN_DE_DOELEN,
    NietVergoed.OVERDRACHT: BUITEN_DE_DOELEN,
    NietVergoed.SCHOLING: BUITEN_DE_DOELEN,
    NietVergoed.INTERVISIE: BUITEN_DE_DOELEN,
}


def bepaal_activiteiten() -> Berekening[Activiteiten]:
    """De acht doelen, ten hoogste drie hoofddoelen per aanvraag; de voorbeelden zijn niet limitatief."""
    doelen = stap(
        "uwv.activiteiten.doelen",
        "Alleen deze doelen: {doelen}",
        doelen=tuple(omschrijving.titel for omschrijving in ACHT_DOELEN),
        uitkomst=len(ACHT_DOELEN),
        bron=TABEL_B1_1,
    )
    nooit = tuple(
        stap(
            "uwv.activiteiten.niet_vergoed",
            "Niet vergoed: {soort}",
            soort=soort.value,
            uitkomst=soort.value,
            bron=bron,
        )
        for soort, bron in NIET_VERGOED.items()
    )
    return Berekening(Activiteiten(ACHT_DOELEN, tuple(NIET_VERGOED), HOOFDDOELEN_TEN_HOOGSTE), (doelen, *nooit))
