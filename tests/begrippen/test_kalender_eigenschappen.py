"""Wat voor elke datum geldt: maanden sluiten aan, tellen op en lopen nooit terug."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dakpan.begrippen.kalender import (
    DAG,
    begonnen_maanden,
    einde_na_maanden,
    maand_eerder,
    maanden_met_deel,
    volgende_maandgrens,
    volle_maanden,
)

DAGEN = st.dates(date(1900, 1, 1), date(2199, 12, 31))
DAGEN_IN_ELKE_MAAND = DAGEN.filter(lambda dag: dag.day <= 28)
MAANDEN = st.integers(0, 120)
DUUR = st.integers(0, 1500).map(lambda dagen: timedelta(days=dagen))


@given(DAGEN, DUUR)
def test_een_dag_langer_is_altijd_meer(begin: date, duur: timedelta) -> None:
    eind = begin + duur
    assert maanden_met_deel(begin, eind) < maanden_met_deel(begin, eind + DAG)


@given(DAGEN, MAANDEN)
def test_hele_maanden_zijn_precies_heel(begin: date, maanden: int) -> None:
    eind = einde_na_maanden(begin, maanden)
    assert maanden_met_deel(begin, eind) == volle_maanden(begin, eind) == begonnen_maanden(begin, eind) == maanden


@given(DAGEN, MAANDEN)
def test_een_dag_na_de_grens_begint_een_maand(begin: date, maanden: int) -> None:
    grens = volgende_maandgrens(begin, maanden)
    assert (volle_maanden(begin, grens), begonnen_maanden(begin, grens)) == (
        maanden + (einde_na_maanden(begin, maanden + 1) == grens),
        maanden + 1,
    )


@given(DAGEN_IN_ELKE_MAAND, st.integers(0, 40), DUUR)
def test_twee_stukken_tellen_op_bij_een_maandgrens(begin: date, maanden: int, duur: timedelta) -> None:
    grens = volgende_maandgrens(begin, maanden)
    samen = maanden + maanden_met_deel(grens, grens + duur)
    assert maanden_met_deel(begin, grens + duur) == samen


@given(DAGEN, DUUR)
def test_vol_is_ten_hoogste_het_deel_en_het_deel_ten_hoogste_begonnen(begin: date, duur: timedelta) -> None:
    eind = begin + duur
    vol, deel, begonnen = (tel(begin, eind) for tel in (volle_maanden, maanden_met_deel, begonnen_maanden))
    assert vol <= deel <= begonnen <= vol + 1


@given(DAGEN_IN_ELKE_MAAND, st.integers(-120, 120))
def test_vooruit_en_terug_is_dezelfde_dag(begin: date, maanden: int) -> None:
    assert volgende_maandgrens(volgende_maandgrens(begin, maanden), -maanden) == begin


@given(DAGEN_IN_ELKE_MAAND)
def test_een_maand_eerder_is_een_maandgrens_terug(dag: date) -> None:
    assert maand_eerder(dag) == volgende_maandgrens(dag, -1)


@given(DAGEN)
def test_een_maand_eerder_is_altijd_de_vorige_kalendermaand(dag: date) -> None:
    eerder = maand_eerder(dag)
    assert (dag.year - eerder.year) * 12 + dag.month - eerder.month == 1
