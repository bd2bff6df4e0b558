"""De feestdagen van de Algemene termijnenwet, op dagen die iedereen in een oude agenda kan nakijken."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dakpan.aanvraag.domain.rustdagen import Rustdag, rustdag
from dakpan.aanvraag.domain.verlenging import Verlengt, verleng
from dakpan.uitleg.bron import Zekerheid

DAGEN = st.dates(date(2014, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("dag", "wat"),
    [
        (date(2024, 1, 1), Rustdag.NIEUWJAARSDAG),
        (date(2023, 4, 7), Rustdag.GOEDE_VRIJDAG),
        (date(2024, 3, 29), Rustdag.GOEDE_VRIJDAG),
        (date(2024, 4, 1), Rustdag.TWEEDE_PAASDAG),
        (date(2013, 4, 30), Rustdag.KONINGSDAG),  # toen nog Koninginnedag
        (date(2022, 4, 27), Rustdag.KONINGSDAG),
        (date(2024, 5, 9), Rustdag.HEMELVAARTSDAG),
        (date(2016, 5, 5), Rustdag.HEMELVAARTSDAG),  # en ook Bevrijdingsdag
        (date(2024, 5, 20), Rustdag.TWEEDE_PINKSTERDAG),
        (date(2024, 12, 25), Rustdag.EERSTE_KERSTDAG),
        (date(2022, 12, 26), Rustdag.TWEEDE_KERSTDAG),
        (date(2026, 5, 15), Rustdag.GELIJKGESTELD),  # de vrijdag na Hemelvaartsdag
        (date(2024, 5, 4), Rustdag.ZATERDAG),
        (date(2024, 3, 31), Rustdag.ZONDAG),  # eerste paasdag
    ],
)
def test_een_dag_waarop_geen_termijn_eindigt(dag: date, wat: Rustdag) -> None:
    assert rustdag(dag) is wat


@pytest.mark.parametrize("jaar", [2014, 2015, 2017, 2020, 2021, 2022, 2023, 2025, 2026, 2027, 2028])
def test_vijf_mei_telt_elk_jaar_ook_als_de_werkgever_maar_eens_in_de_vijf_jaar_vrij_geeft(jaar: int) -> None:
    assert rustdag(date(jaar, 5, 5)) in {Rustdag.BEVRIJDINGSDAG, Rustdag.ZATERDAG, Rustdag.ZONDAG}


def test_vijf_mei_op_een_gewone_vrijdag() -> None:
    assert rustdag(date(2023, 5, 5)) is Rustdag.BEVRIJDINGSDAG


@pytest.mark.parametrize(
    "dag",
    [
        date(2023, 1, 2),  # Nieuwjaarsdag viel op zondag; de maandag erna is gewoon
        date(2025, 4, 28),  # Koningsdag was op zaterdag 26 april gevierd, want de 27e was een zondag
        date(2014, 4, 28),  # zo ook in 2014
        date(2024, 12, 31),  # oudejaarsdag
        date(2024, 12, 24),
        date(2026, 5, 4),
        date(2026, 12, 28),  # tweede kerstdag viel op zaterdag
        date(2024, 8, 5),  # zomervakantie
    ],
)
def test_een_gewone_dag(dag: date) -> None:
    assert rustdag(dag) is None


@pytest.mark.parametrize(
    ("berekend", "tot_en_met"),
    [
        (date(2024, 5, 4), date(2024, 5, 6)),  # zaterdag, zondag
        (date(2024, 3, 29), date(2024, 4, 2)),  # Goede Vrijdag, Pasen
        (date(2022, 12, 24), date(2022, 12, 27)),  # zaterdag en beide kerstdagen
        (date(2022, 12, 31), date(2023, 1, 2)),  # de wisseling van het jaar
        (date(2026, 5, 14), date(2026, 5, 18)),  # Hemelvaart, de gelijkgestelde vrijdag, het weekend
        (date(2023, 5, 5), date(2023, 5, 8)),  # Bevrijdingsdag op vrijdag
    ],
)
def test_een_wettelijke_termijn_loopt_door_tot_de_eerste_gewone_dag(berekend: date, tot_en_met: date) -> None:
    verlenging = verleng(berekend, Verlengt.WEL)
    assert verlenging is not None
    assert (verlenging.berekend, verlenging.tot_en_met, verlenging.uiterlijk) == (berekend, tot_en_met, tot_en_met)
    assert verlenging.bron.titel == "Algemene termijnenwet"


def test_hoe_zeker_het_is_hangt_af_van_de_termijn_en_van_de_dag() -> None:
    zaterdag, goede_vrijdag, bij_titel = date(2024, 5, 4), date(2024, 3, 29), date(2026, 5, 14)
    zekerheden = [
        verlenging.bron.zekerheid
        for dag, soort in [
            (zaterdag, Verlengt.WEL),
            (goede_vrijdag, Verlengt.WEL),
            (date(2018, 5, 10), Verlengt.WEL),  # de vrijdag erna is gelijkgesteld, en dat besluit hebben wij
            (bij_titel, Verlengt.WEL),  # van dit besluit kennen wij alleen de titel
            (zaterdag, Verlengt.AFGELEID),
            (zaterdag, Verlengt.ONZEKER),
        ]
        if (verlenging := verleng(dag, soort)) is not None
    ]
    assert zekerheden == [Zekerheid.TEKST] * 3 + [Zekerheid.AFGELEID] * 3


def test_waar_de_regels_tellen_vanaf_de_berekende_dag_blijft_die_gelden() -> None:
    verlenging = verleng(date(2024, 5, 4), Verlengt.ONZEKER)
    assert verlenging is not None
    assert (verlenging.uiterlijk, verlenging.tot_en_met) == (date(2024, 5, 4), date(2024, 5, 6))
    assert "staat niet in de bron" in verlenging.als_stap().tekst


@given(DAGEN)
def test_een_contractdatum_verschuift_nooit(dag: date) -> None:
    assert verleng(dag, Verlengt.NIET) is None


@given(DAGEN, st.sampled_from(Verlengt))
def test_geen_termijn_wordt_korter_en_zij_eindigt_op_de_eerste_gewone_dag(dag: date, soort: Verlengt) -> None:
    verlenging = verleng(dag, soort)
    if verlenging is None:
        assert soort is Verlengt.NIET or rustdag(dag) is None
        return
    assert verlenging.uiterlijk >= dag
    assert rustdag(verlenging.tot_en_met) is None
    dagen = (verlenging.tot_en_met - dag).days
    assert dagen > 0
    assert all(rustdag(dag + timedelta(een)) is not None for een in range(dagen))
