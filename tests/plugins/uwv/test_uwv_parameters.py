"""Elke gedateerde waarde: de dag ervoor, de eerste dag, de laatste dag en de dag erna. (Feiten 1.1, 2.1 en 2.2)"""

from datetime import date, timedelta

import pytest
from tests.plugins.hulp import regels

from dakpan.uitleg.bron import Zekerheid

DAG = timedelta(1)


def _op(naam: str, dag: date, *sleutel: str) -> str | None:
    waarde = regels("uwv").parameters.lijst[naam].op(sleutel, dag)
    return None if waarde is None else getattr(waarde.waarde, "iso", None)


# Normbedragen voorzieningen, code Q1 (feiten 2.1)
@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [
        (date(2012, 8, 31), None),
        (date(2012, 9, 1), "73.30"),
        (date(2012, 12, 31), "73.30"),
        (date(2013, 1, 1), "73.30"),
        (date(2013, 12, 31), "73.30"),
        (date(2014, 1, 1), "74.11"),
        (date(2014, 12, 31), "74.11"),
        (date(2015, 1, 1), "74.78"),
        (date(2015, 12, 31), "74.78"),
        (date(2016, 1, 1), None),
        (date(2022, 1, 1), None),  # 95,45 is het maximum van Staphorst, niet bevestigd als Q1
        (date(2026, 8, 1), None),
    ],
)
def test_uurtarief_q1(dag: date, verwacht: str | None) -> None:
    assert _op("tarief_extern", dag) == verwacht


# Het jaar van de bron hoort bij het jaar van het bedrag.
@pytest.mark.parametrize("jaar", [2012, 2013, 2014, 2015])
def test_q1_noemt_de_normbedragen_van_dat_jaar(jaar: int) -> None:
    waarde = regels("uwv").parameters.lijst["tarief_extern"].op((), date(jaar, 12, 1))

    assert waarde is not None
    assert f"normbedragen voorzieningen {jaar}" in waarde.bron.titel
    assert waarde.bron.vindplaats == "bijlage, Q1"


# naam, sleutel, eerste dag, laatste dag (None: nog steeds), waarde op de eerste dag
GRENZEN = [
    ("percentage", ("zeer_licht", "1"), date(2014, 7, 1), None, "3.00"),
    ("percentage", ("licht", "1"), date(2014, 7, 1), None, "6.00"),
    ("percentage", ("midden", "2"), date(2014, 7, 1), None, "5.00"),
    ("percentage", ("intensief", "2"), date(2014, 7, 1), None, "7.50"),
    ("proefplaatsing_percentage", ("zeer_licht",), date(2014, 7, 1), date(2015, 12, 31), "3.00"),
    ("proefplaatsing_percentage", ("licht",), date(2014, 7, 1), date(2015, 12, 31), "6.00"),
    ("proefplaatsing_percentage", ("midden",), date(2014, 7, 1), date(2015, 12, 31), "10.00"),
    ("proefplaatsing_percentage", ("intensief",), date(2014, 7, 1), date(2015, 12, 31), "15.00"),
    ("subsidie_intern", ("zeer_licht", "1"), date(2014, 7, 1), date(2014, 12, 31), "1400.00"),
    ("subsidie_intern", ("midden", "1"), date(2014, 7, 1), date(2015, 12, 31), "4500.00"),
    ("subsidie_proefplaatsing", ("licht",), date(2015, 1, 1), date(2015, 12, 31), "500.00"),
    ("subsidie_proefplaatsing", ("midden",), date(2015, 1, 1), date(2015, 12, 31), "600.00"),
    ("subsidie_proefplaatsing", ("intensief",), date(2015, 1, 1), date(2015, 12, 31), "750.00"),
]


@pytest.mark.parametrize(("naam", "sleutel", "eerste", "laatste", "verwacht"), GRENZEN)
def test_een_waarde_geldt_alleen_op_haar_eigen_dagen(
    naam: str, sleutel: tuple[str, ...], eerste: date, laatste: date | None, verwacht: str
) -> None:
    assert _op(naam, eerste - DAG, *sleutel) is None
    assert _op(naam, eerste, *sleutel) == verwacht
    if laatste is None:
        assert _op(naam, date(2199, 12, 31), *sleutel) == verwacht
    else:
        assert _op(naam, laatste, *sleutel) == verwacht
        assert _op(naam, laatste + DAG, *sleutel) is None


# Feiten 2.2: op 1 januari 2015 gaan de jaren verschillen
@pytest.mark.parametrize(
    ("regime", "jaar", "tot", "vanaf"),
    [
        ("licht", "2", "2700.00", "1400.00"),
        ("midden", "2", "4500.00", "2700.00"),
        ("midden", "3", "4500.00", "1400.00"),
        ("intensief", "2", "6800.00", "4500.00"),
        ("intensief", "3", "6800.00", "2700.00"),
    ],
)
def test_q2_op_de_laatste_dag_van_2014_en_de_eerste_van_2015(regime: str, jaar: str, tot: str, vanaf: str) -> None:
    assert _op("subsidie_intern", date(2014, 12, 31), regime, jaar) == tot
    assert _op("subsidie_intern", date(2015, 1, 1), regime, jaar) == vanaf


# Feiten 7: niet gevonden, dus nooit een waarde
@pytest.mark.parametrize("naam", ["percentage_tabel2", "proefplaatsing_uren", "strippenkaart_tarief"])
def test_wat_niet_gevonden_is_heeft_sleutels_maar_geen_waarden(naam: str) -> None:
    parameter = regels("uwv").parameters.lijst[naam]

    assert parameter.reeksen
    assert all(reeks.waarden == () for reeks in parameter.reeksen.values())
    assert parameter.gemis.zekerheid is Zekerheid.ONTBREEKT


# Feiten 1.1: het protocol van 2016 en later is niet gelezen; de tabel is dan afgeleid
@pytest.mark.parametrize(
    ("dag", "zekerheid"), [(date(2015, 12, 31), Zekerheid.TEKST), (date(2016, 1, 1), Zekerheid.AFGELEID)]
)
def test_de_tabel_is_sinds_2016_afgeleid(dag: date, zekerheid: Zekerheid) -> None:
    waarde = regels("uwv").parameters.lijst["percentage"].op(("midden", "1"), dag)

    assert waarde is not None
    assert waarde.bron.zekerheid is zekerheid
