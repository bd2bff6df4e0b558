"""Een ander regime halverwege, en de termijnen van een wijziging. (Feiten 1.7; Protocol 2014 A.8)

182 dagen, 36 uur, jaar 1: midden 10% geeft 86,40 uur, licht 6% 51,84 en intensief 15% 129,60.
"""

from datetime import date, timedelta

import pytest
from tests.plugins.hulp import maak_dossier, regels

from dakpan.aanvraag.domain.omvang import Wijziging, Wijzigingsoort
from dakpan.aanvraag.domain.soorten import Regime

BEGIN = date(2022, 2, 17)
HALVERWEGE = BEGIN + timedelta(91)
PERIODE = {"begin": "2022-02-17", "eind": "2022-08-17", "ontvangen_op": "2022-02-17", "vorm": "extern"}


@pytest.mark.parametrize(
    ("regime", "dagen_later", "verwacht"),
    [
        (Regime.LICHT, 0, "69.12"),  # 43,20 + 25,92
        (Regime.LICHT, 60, "69.12"),  # minder gaat altijd in op de dag zelf
        (Regime.INTENSIEF, 0, "108.00"),  # 43,20 + 64,80
        (Regime.INTENSIEF, 28, "108.00"),
        (Regime.INTENSIEF, 35, "106.34"),  # 36 × 24 × (10% × 98 + 15% × 84) / 182 = 106,338…
        (Regime.INTENSIEF, 64, "86.40"),  # gemeld op 22-07, na de laatste dag 20-07: verandert niets
        (Regime.MIDDEN, 0, "86.40"),
    ],
)
def test_extern_telt_elk_deel_met_zijn_eigen_percentage(regime: Regime, dagen_later: int, verwacht: str) -> None:
    dossier = maak_dossier(dienstverband={"uren_per_week": "36.00"}, aanvraag=PERIODE)
    wijziging = Wijziging(Wijzigingsoort.REGIME, HALVERWEGE, HALVERWEGE + timedelta(dagen_later), regime=regime)
    na = regels("uwv").bereken_na_wijziging(dossier, [wijziging], BEGIN).resultaat
    assert na.uren is not None
    assert (na.uren.iso, na.regime) == (verwacht, regime)


@pytest.mark.parametrize(("vorm", "beslissen"), [("extern", date(2022, 6, 29)), ("intern", date(2022, 7, 13))])
def test_melden_binnen_een_week_en_beslissen_binnen_vier_of_zes_weken(vorm: str, beslissen: date) -> None:
    dossier = maak_dossier(aanvraag={**PERIODE, "vorm": vorm})
    termijnen = regels("uwv").bepaal_wijzigingstermijnen(dossier, date(2022, 5, 19), date(2022, 6, 1)).resultaat
    assert [een.datum for een in termijnen.lijst] == [date(2022, 5, 26), beslissen]
