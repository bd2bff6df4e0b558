"""Bij bronnen die over de som van veranderingen zwijgen: wat elk erover zegt staat erbij, het cijfer blijft eerlijk."""

from datetime import date, timedelta

import pytest
from tests.plugins.hulp import maak_dossier, regels

from dakpan.aanvraag.domain.omvang import Wijziging, Wijzigingsoort
from dakpan.aanvraag.domain.soorten import Regime
from dakpan.begrippen.uren import Uren

DAG = date(2023, 6, 1)
GEMEENTE = {"begin": "2023-03-01", "eind": "2024-02-29", "ontvangen_op": "2023-03-01"}
MINDER = Wijziging(Wijzigingsoort.UREN, DAG, DAG, Uren(12_00))
LICHT = Wijziging(Wijzigingsoort.REGIME, DAG + timedelta(30), DAG + timedelta(30), regime=Regime.LICHT)
EINDE = Wijziging(Wijzigingsoort.EINDE, date(2023, 9, 1), date(2023, 9, 1))


@pytest.mark.parametrize("vorm", ["extern", "intern"])
@pytest.mark.parametrize("naam", ["g4", "staphorst"])
def test_een_ander_regime_laat_het_cijfer_leeg_ook_met_andere_uren(naam: str, vorm: str) -> None:
    dossier = maak_dossier(aanvraag={**GEMEENTE, "vorm": vorm})
    na = regels(naam).bereken_na_wijziging(dossier, [MINDER, LICHT], date(2023, 3, 1))
    assert (na.resultaat.plafond, na.resultaat.regime) == (None, Regime.LICHT)
    los = [regels(naam).bereken_na_wijziging(dossier, [een], date(2023, 3, 1)) for een in (MINDER, LICHT)]
    teksten = [een.tekst for een in na.bevindingen]
    assert {een.tekst for berekening in los for een in berekening.bevindingen} == set(teksten)
    assert len(teksten) == len(set(teksten))


def test_intern_volgt_het_bedrag_het_einde_ook_na_andere_uren() -> None:
    """Zes van de twaalf maanden: de helft van € 5.162,85 is € 2.581,43, met of zonder andere uren."""
    dossier = maak_dossier(aanvraag={**GEMEENTE, "vorm": "intern"})
    for reeks in ([EINDE], [MINDER, EINDE]):
        na = regels("staphorst").bereken_na_wijziging(dossier, reeks, date(2023, 3, 1)).resultaat
        assert na.plafond is not None
        assert na.plafond.iso == "2581.43"


def test_het_budget_van_de_steden_blijft_bij_uren_en_einde() -> None:
    dossier = maak_dossier(aanvraag=GEMEENTE)
    los, samen = (
        regels("g4").bereken_na_wijziging(dossier, reeks, date(2023, 3, 1)) for reeks in ([EINDE], [MINDER, EINDE])
    )
    assert (samen.resultaat, len(samen.bevindingen)) == (los.resultaat, len(los.bevindingen) + 1)
