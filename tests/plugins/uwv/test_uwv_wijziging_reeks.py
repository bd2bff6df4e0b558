"""Meer dan één verandering in dezelfde periode: elk deel met zijn eigen uren en percentage. (Feiten 1.2 en 1.7)

Periode 17-02-2022 tot en met 17-08-2022: precies 182 dagen. Midden, jaar 1, 36 uur: 10% × 36 × 24 = 86,40 uur.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.plugins.hulp import Json, maak_dossier, regels

from dakpan.aanvraag.domain.omvang import Omvang, Wijziging, Wijzigingsoort
from dakpan.aanvraag.domain.soorten import Regime
from dakpan.begrippen.uren import Uren
from dakpan.uitleg.berekening import Berekening

BEGIN, DAGEN = date(2022, 2, 17), 182
PERIODE: Json = {"begin": "2022-02-17", "eind": "2022-08-17", "ontvangen_op": "2022-02-17"}
INTERN: Json = {"vorm": "intern", "begin": "2015-03-01", "eind": "2016-02-29", "ontvangen_op": "2015-03-01"}
PROCENT = {Regime.ZEER_LICHT: 3, Regime.LICHT: 6, Regime.MIDDEN: 10, Regime.INTENSIEF: 15}


def _na(wijzigingen: Sequence[Wijziging], uren: str = "36.00", aanvraag: Json = PERIODE) -> Berekening[Omvang]:
    dossier = maak_dossier(dienstverband={"uren_per_week": uren}, aanvraag=aanvraag)
    return regels("uwv").bereken_na_wijziging(dossier, wijzigingen, dossier.aanvraag.ontvangen_op)


def _uren(dag: int, uren: str, gemeld: int | None = None, begin: date = BEGIN) -> Wijziging:
    op = begin + timedelta(dag if gemeld is None else gemeld)
    return Wijziging(Wijzigingsoort.UREN, begin + timedelta(dag), op, Uren.uit_iso(uren))


def _regime(dag: int, regime: Regime, begin: date = BEGIN) -> Wijziging:
    return Wijziging(Wijzigingsoort.REGIME, begin + timedelta(dag), begin + timedelta(dag), regime=regime)


def _einde(dag: int) -> Wijziging:
    return Wijziging(Wijzigingsoort.EINDE, BEGIN + timedelta(dag), BEGIN + timedelta(dag))


VOORBEELDEN: list[tuple[list[Wijziging], str]] = [
    # 10% × 24 × (36 × 91 + 18 × 45 + 9 × 46) / 182 = 2,4 × 4500 / 182 = 59,3406…
    ([_uren(91, "18.00"), _uren(136, "9.00")], "59.34"),
    # Minder uren en dan het einde: 2,4 × (36 × 91 + 18 × 45) / 182 = 2,4 × 4086 / 182 = 53,8813…
    ([_uren(91, "18.00"), _einde(136)], "53.88"),
    # Minder uren en dan intensief: 24 × (10% × 36 × 91 + 10% × 18 × 45 + 15% × 18 × 46) / 182
    # = 24 × (327,6 + 81 + 124,2) / 182 = 24 × 532,8 / 182 = 70,2593…
    ([_uren(91, "18.00"), _regime(136, Regime.INTENSIEF)], "70.26"),
    # Eerst een lichter regime, dan minder uren: 24 × (10% × 36 × 91 + 6% × 36 × 45 + 6% × 18 × 46) / 182
    # = 24 × (327,6 + 97,2 + 49,68) / 182 = 24 × 474,48 / 182 = 62,5687…
    ([_regime(91, Regime.LICHT), _uren(136, "18.00")], "62.57"),
    # Meer uren op dag 20, pas op dag 80 gemeld, telt vanaf dag 52; minder op dag 40 haalt haar in:
    # 2,4 × (36 × 40 + 18 × 142) / 182 = 2,4 × 3996 / 182 = 52,6945…
    ([_uren(20, "40.00", 80), _uren(40, "18.00")], "52.69"),
]


@pytest.mark.parametrize(("wijzigingen", "verwacht"), VOORBEELDEN)
def test_elk_deel_heeft_zijn_eigen_uren_en_percentage(wijzigingen: list[Wijziging], verwacht: str) -> None:
    na = _na(wijzigingen)
    assert na.resultaat.uren is not None
    assert na.resultaat.uren.iso == verwacht
    assert na.stappen[-1].uitkomst == na.resultaat.uren
    assert all(een.bron.titel for een in na.stappen)


def test_de_som_staat_er_deel_voor_deel() -> None:
    uitleg = _na([_uren(91, "18.00"), _regime(136, Regime.INTENSIEF)]).stappen[-1]
    som = "10,00% × 36 uur × 91 dagen + 10,00% × 18 uur × 45 dagen + 15,00% × 18 uur × 46 dagen"
    assert som in uitleg.tekst


def test_intern_telt_elk_deel_naar_rato() -> None:
    """€ 4.500 voor midden, € 6.800 voor intensief: 6 maanden 24 uur, 3 maanden 12 uur, 3 maanden intensief 12 uur."""
    minder = Wijziging(Wijzigingsoort.UREN, date(2015, 9, 1), date(2015, 9, 1), Uren(12_00))
    zwaarder = Wijziging(Wijzigingsoort.REGIME, date(2015, 12, 1), date(2015, 12, 1), regime=Regime.INTENSIEF)
    na = _na([minder, zwaarder], "24.00", INTERN).resultaat
    assert na.plafond is not None
    # 2250 + 4500 × 3/12 × 1/2 + 6800 × 3/12 × 1/2 = 2250 + 562,50 + 850
    assert na.plafond.iso == "3662.50"


dagen, weekuren = st.integers(1, DAGEN - 1), st.integers(8, 40).map(lambda uur: f"{uur}.00")


def _half_omhoog(som: Decimal) -> str:
    return str((som * 24 / (100 * DAGEN)).quantize(Decimal("0.01"), ROUND_HALF_UP))


@settings(max_examples=60)
@given(dagen, weekuren, weekuren, st.sampled_from(list(PROCENT)))
def test_een_reeks_van_een_is_wat_er_met_een_wijziging_uitkwam(dag: int, oud: str, nieuw: str, regime: Regime) -> None:
    """De som met één wijziging, hier los uitgeschreven; minder gaat op de dag zelf in, en meer is die dag gemeld."""
    te_laat = dag > DAGEN - 1 - 28  # meer kan tot vier weken voor de laatste dag
    andere_uren = _na([_uren(dag, nieuw)], oud).resultaat.uren
    vanaf = DAGEN if te_laat and Decimal(nieuw) > Decimal(oud) else dag
    som = 10 * (Decimal(oud) * vanaf + Decimal(nieuw) * (DAGEN - vanaf))
    assert andere_uren is not None
    assert andere_uren.iso == _half_omhoog(som)
    ander_regime = _na([_regime(dag, regime)], oud).resultaat.uren
    vanaf = DAGEN if te_laat and regime is Regime.INTENSIEF else dag
    som = Decimal(oud) * (10 * vanaf + PROCENT[regime] * (DAGEN - vanaf))
    assert ander_regime is not None
    assert ander_regime.iso == _half_omhoog(som)


@settings(max_examples=60)
@given(dagen, weekuren, weekuren, st.sampled_from(list(PROCENT)), st.booleans())
def test_een_tweede_zonder_verschil_verandert_niets(
    dag: int, oud: str, nieuw: str, regime: Regime, intern: bool
) -> None:
    aanvraag, begin = (INTERN, date(2015, 3, 1)) if intern else (PERIODE, BEGIN)
    for eerste, zelfde in (
        (_uren(dag, nieuw, begin=begin), _uren(dag + 1, nieuw, begin=begin)),
        (_regime(dag, regime, begin), _regime(dag + 1, regime, begin)),
    ):
        een, twee = _na([eerste], oud, aanvraag).resultaat, _na([eerste, zelfde], oud, aanvraag).resultaat
        assert (een.uren, een.plafond, een.dagen, een.regime) == (twee.uren, twee.plafond, twee.dagen, twee.regime)
