"""Reis 4 bij het besluit: te laat of niet, de reden goed of niet, en waarom er iets anders uitkomt dan gevraagd."""

from datetime import date

import pytest
from tests.aanvraag.loket.antwoorden import met
from tests.aanvraag.loket.balie import Loket
from tests.aanvraag.loket.test_aanvullen import REIS_4

from dakpan.aanvraag.beoordelen import geef_advies
from dakpan.aanvraag.verschil import Oorzaak, verschil_van
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.uren import Uren
from dakpan.dossier.tables import Zaakstatus
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht
from dakpan.wandeling.besluiten import besluit, voorstel

OP_TIJD, TE_LAAT = date(2022, 3, 17), date(2022, 3, 18)
# 10% × 36 uur × 24 weken = 86,40; × 181/182 dagen = 85,93; met een dag minder × 180/182 = 85,45
FORMULIER, HEEL, MIN_EEN_DAG = Uren(86_40), Uren(85_93), Uren(85_45)
MET_REDEN = met(REIS_4, aanvraag={"reden_te_laat": "De werkgever tekende pas na een ziekte."})


def test_dag_28_is_op_tijd_en_dag_29_kost_een_dag(loket: Loket) -> None:
    for dag, dagen, uren in ((OP_TIJD, 0, HEEL), (TE_LAAT, 1, MIN_EEN_DAG)):
        loket.vandaag = dag
        van_regels = loket.halfjaarzaak(REIS_4).doe(loket.beslisser, voorstel)
        assert van_regels.toets.omvang is not None
        assert (van_regels.toets.omvang.sanctiedagen, van_regels.uren) == (dagen, uren)


def test_de_beslisser_oordeelt_zelf_over_de_reden(loket: Loket) -> None:
    loket.vandaag = TE_LAAT
    zaak = loket.halfjaarzaak(MET_REDEN)
    zaak.doe(loket.deskundige, geef_advies, "De reden overtuigt niet.", toekennen=True)
    assert zaak.doe(loket.beslisser, voorstel).uren == MIN_EEN_DAG
    assert zaak.doe(loket.beslisser, voorstel, aanvaard=True).uren == HEEL
    genomen = zaak.doe(loket.beslisser, besluit, {"soort": "toegekend"}, aanvaard=True)
    assert (genomen.uren, genomen.afwijkend) == (HEEL, False)
    assert genomen.invoer["aanvraag"]["reden_te_laat_aanvaard"] is True
    verschil = verschil_van(genomen)
    assert verschil is not None
    # 86,40 - 85,93
    assert (verschil.gevraagd, verschil.scheelt, verschil.oorzaken) == (FORMULIER, Uren(47), (Oorzaak.NAAR_RATO,))


def test_te_laat_en_een_eigen_getal_staan_allebei_bij_het_verschil(loket: Loket) -> None:
    loket.vandaag = TE_LAAT
    zaak = loket.halfjaarzaak(MET_REDEN).tot_advies(loket.deskundige)
    gegevens = {"soort": "deels_toegekend", "uren": "60.00", "motivering": "Minder is genoeg."}
    genomen = zaak.doe(loket.beslisser, besluit, gegevens)
    verschil = verschil_van(genomen)
    assert verschil is not None
    assert verschil.oorzaken == (Oorzaak.TE_LAAT, Oorzaak.NAAR_RATO, Oorzaak.BESLISSER)
    # 86,40 - 60,00
    assert (verschil.scheelt, verschil.is_minder, verschil.sanctiedagen) == (Uren(26_40), True, 1)


def test_een_offerte_boven_het_plafond(loket: Loket) -> None:
    zaak = loket.gemeentezaak().tot_offerte(uren="40.00").tot_advies(loket.consulent)
    verschil = verschil_van(zaak.doe(loket.consulent, besluit, {"soort": "toegekend", "motivering": "Gewogen."}))
    assert verschil is not None
    # 40 × 95,45 = 3.818,00; het plafond is 3.441,90 (reis 10): 376,10 minder
    assert (verschil.gevraagd, verschil.toegekend) == (Bedrag(3_818_00), Bedrag(3_441_90))
    assert (verschil.scheelt, verschil.oorzaken) == (Bedrag(376_10), (Oorzaak.PLAFOND,))


def test_ingetrokken_na_het_indienen(loket: Loket) -> None:
    loket.vandaag = OP_TIJD
    zaak = loket.halfjaarzaak(REIS_4)
    with pytest.raises(InvoerFout, match="wie de aanvraag introk"):
        zaak.doe(loket.beslisser, besluit, {"soort": "ingetrokken"})
    reden = {"soort": "ingetrokken", "motivering": "De cliënt belde op 18 maart: het werk gaat niet door."}
    with pytest.raises(GeenRecht):
        zaak.doe(loket.deskundige, besluit, reden)
    genomen = zaak.doe(loket.beslisser, besluit, reden)
    assert (genomen.uren, genomen.afwijkend, verschil_van(genomen)) == (None, False, None)
    assert zaak.zaak(loket.coach).status is Zaakstatus.INGETROKKEN
