"""Het tarief van de werkdag, de delen per jaar en tarief, en de btw. (Rekencontract deel 3)"""

from collections.abc import Sequence
from datetime import date

import pytest
from tests.betaling.declaratiehulp import (
    NIEUWJAAR,
    declareer,
    delen_van,
    maak_tarieven,
    maak_werk,
)

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.percentage import Percentage
from dakpan.betaling.domain import Tarief
from dakpan.uitleg.bevinding import Ernst


# Feiten 6, G14: werk uit 2016, gedeclareerd in 2017, tegen het tarief van 2016
def test_het_tarief_van_de_werkdag_en_niet_van_de_declaratie() -> None:
    tarieven = maak_tarieven(d20160101="80.00", d20170101="81.00")
    werk = maak_werk(date(2016, 12, 31), 60), maak_werk(date(2017, 1, 1), 60)

    vergoeding = declareer(*werk, tarieven=tarieven, op=date(2017, 2, 1)).resultaat

    assert delen_van(vergoeding) == [(2016, "1.00", "80.00"), (2017, "1.00", "81.00")]


def test_twee_tarieven_in_een_jaar_op_volgorde_van_datum() -> None:
    tarieven = maak_tarieven(d20220701="95.00", d20220101="90.00")  # de volgorde in het bestand doet er niet toe
    werk = maak_werk(date(2022, 7, 1), 60), maak_werk(date(2022, 6, 30), 60)

    assert delen_van(declareer(*werk, tarieven=tarieven).resultaat) == [
        (2022, "1.00", "90.00"),
        (2022, "1.00", "95.00"),
    ]


def test_hetzelfde_tarief_in_een_jaar_is_een_deel() -> None:
    tarieven = maak_tarieven(d20220101="90.00", d20220301="95.00", d20220601="90.00")
    werk = [maak_werk(date(2022, maand, 1), 60) for maand in (1, 3, 6)]

    assert delen_van(declareer(*werk, tarieven=tarieven).resultaat) == [
        (2022, "2.00", "180.00"),
        (2022, "1.00", "95.00"),
    ]


def test_hetzelfde_tarief_in_twee_jaren_zijn_twee_delen() -> None:
    werk = maak_werk(date(2021, 12, 31), 60), maak_werk(date(2022, 1, 1), 60)

    assert delen_van(declareer(*werk).resultaat) == [(2021, "1.00", "95.45"), (2022, "1.00", "95.45")]


# Honderdsten naar de grootste rest, bij gelijke rest het latere deel eerst. Met de hand:
@pytest.mark.parametrize(
    ("minuten_per_jaar", "totaal", "delen"),
    [
        ([10, 10], "0.33", ["0.16", "0.17"]),  # 16⅔ en 16⅔, samen 33⅓: één over, voor het latere
        ([1, 1], "0.03", ["0.01", "0.02"]),  # 1⅔ en 1⅔, samen 3⅓
        ([20, 20, 20], "1.00", ["0.33", "0.33", "0.34"]),  # 33⅓ elk: één over
        ([10, 10, 10], "0.50", ["0.16", "0.17", "0.17"]),  # 16⅔ elk: twee over
        ([10, 20], "0.50", ["0.17", "0.33"]),  # 16⅔ heeft de grootste rest, al is het eerder
        ([20, 10], "0.50", ["0.33", "0.17"]),
        ([20, 20], "0.67", ["0.33", "0.34"]),  # 33⅓ en 33⅓, samen 66⅔: één over
        ([60, 1], "1.02", ["1.00", "0.02"]),
        ([30, 3], "0.55", ["0.50", "0.05"]),  # niets over
    ],
)
def test_honderdsten_verdeeld(minuten_per_jaar: list[int], totaal: str, delen: list[str]) -> None:
    werk = [maak_werk(date(2019 + nummer, 5, 1), minuten) for nummer, minuten in enumerate(minuten_per_jaar)]

    vergoeding = declareer(*werk).resultaat

    assert vergoeding.uren.iso == totaal
    assert [deel.uren.iso for deel in vergoeding.jaardelen] == delen


def test_elk_deel_wordt_half_omhoog_afgerond() -> None:
    # 0,50 × 95,45 = 47,725
    assert delen_van(declareer(maak_werk(NIEUWJAAR, 30)).resultaat) == [(2022, "0.50", "47.73")]


def test_btw_half_omhoog_over_het_totaal() -> None:
    # Twee delen van € 0,50: 21% over € 1,00 is 0,21. Per deel afgerond zou het 0,11 + 0,11 zijn.
    een_euro = maak_tarieven(d20200101="1.00")
    twee_delen = declareer(maak_werk(date(2021, 12, 31), 30), maak_werk(NIEUWJAAR, 30), tarieven=een_euro).resultaat
    een_deel = declareer(maak_werk(NIEUWJAAR, 30), tarieven=een_euro).resultaat

    assert (twee_delen.bedrag_excl, twee_delen.btw, twee_delen.bedrag_incl) == (Bedrag(1_00), Bedrag(21), Bedrag(1_21))
    assert (een_deel.btw, een_deel.bedrag_incl) == (Bedrag(11), Bedrag(61))  # 0,105 half omhoog


def test_nul_procent_btw() -> None:
    vergoeding = declareer(maak_werk(NIEUWJAAR, 60), btw=Percentage(0)).resultaat

    assert (vergoeding.btw, vergoeding.bedrag_incl) == (NUL_EURO, Bedrag(95_45))


def test_zonder_btw_percentage_blijft_de_btw_leeg() -> None:
    berekening = declareer(maak_werk(NIEUWJAAR, 60), btw=None)
    vergoeding = berekening.resultaat

    assert (vergoeding.bedrag_excl, vergoeding.btw, vergoeding.bedrag_incl) == (Bedrag(95_45), None, None)
    assert [(b.code, b.ernst) for b in berekening.bevindingen] == [("verzonnen.parameter_ontbreekt", Ernst.AFWEGEN)]


@pytest.mark.parametrize("tarieven", [None, (), maak_tarieven(d20220101="90.00")], ids=["geen", "leeg", "te laat"])
def test_ontbreekt_een_tarief_dan_is_elk_bedrag_leeg(tarieven: Sequence[Tarief] | None) -> None:
    berekening = declareer(maak_werk(date(2021, 12, 31), 60), maak_werk(NIEUWJAAR, 60), tarieven=tarieven)
    vergoeding = berekening.resultaat

    assert (vergoeding.bedrag_excl, vergoeding.btw, vergoeding.bedrag_incl) == (None, None, None)
    assert [deel.bedrag_excl for deel in vergoeding.jaardelen] == [None, None]
    assert [deel.uren.iso for deel in vergoeding.jaardelen] == ["1.00", "1.00"]
    assert [(b.code, b.ernst) for b in berekening.bevindingen] == [("verzonnen.parameter_ontbreekt", Ernst.AFWEGEN)]


@pytest.mark.parametrize("dag", [date(2021, 12, 31), date(2022, 1, 1)])
def test_een_tarief_geldt_vanaf_zijn_eerste_dag(dag: date) -> None:
    vergoeding = declareer(maak_werk(dag, 60), tarieven=maak_tarieven(d20220101="90.00")).resultaat

    assert (vergoeding.bedrag_excl is None) == (dag.year == 2021)
