"""Bedragen, uren en percentages: precies twee decimalen, gelezen zoals ze geschreven staan."""

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dakpan.begrippen.afronding import half_omhoog, naar_beneden
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.fouten import OngeldigeWaarde
from dakpan.begrippen.honderdsten import Honderdsten
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.uren import Uren

NIET_ISO = [
    "", " ", "24", "24.0", "24.000", "24,00", "024.00", "00.10", "1.420,30", "1,420.30", ".50", "24.", "+1.00",
    "--1.00", " 24.00", "24.00\n", "2e1.00", "１２.００", "٢٤.٠٠", "NaN", "€ 1.00", "1_0.00",
]  # fmt: skip
NIET_NEDERLANDS = ["", "€", "1.420.30", "1.42,30", "0,5", "1,000", "01,00", "- 1,00", "１", "12.3456,00", "een"]
SOORTEN: list[type[Honderdsten]] = [Bedrag, Uren, Percentage]


@pytest.mark.parametrize("soort", SOORTEN)
@pytest.mark.parametrize("tekst", NIET_ISO)
def test_alleen_punt_en_twee_decimalen(soort: type[Honderdsten], tekst: str) -> None:
    with pytest.raises(OngeldigeWaarde, match="schrijf"):
        soort.uit_iso(tekst)


@pytest.mark.parametrize("tekst", NIET_NEDERLANDS)
def test_half_nederlands_wordt_geweigerd(tekst: str) -> None:
    with pytest.raises(OngeldigeWaarde, match=r"schrijf bijvoorbeeld 1\.420,30"):
        Bedrag.uit_nederlands(tekst)


@pytest.mark.parametrize("lezer", [Bedrag.uit_iso, Bedrag.uit_nederlands])
@pytest.mark.parametrize("staart", ["", ".00"])
def test_vijfduizend_cijfers_geven_een_nederlandse_melding(lezer: Callable[[str], Bedrag], staart: str) -> None:
    with pytest.raises(OngeldigeWaarde, match="kan niet: schrijf"):
        lezer("9" * 5000 + staart)


@pytest.mark.parametrize(
    ("tekst", "centen"),
    [("1.420,30", 142030), ("1420,30", 142030), ("1420", 142000), ("€ 1.420,30", 142030), ("-0,37", -37), (" 5 ", 500)],
)
def test_nederlandse_schrijfwijzen_van_een_bedrag(tekst: str, centen: int) -> None:
    assert Bedrag.uit_nederlands(tekst) == Bedrag(centen)


@pytest.mark.parametrize(("soort", "zo"), [(Bedrag, "1.420,30"), (Percentage, "7,50"), (Uren, "86,40")])
def test_wie_iets_anders_schrijft_ziet_een_voorbeeld_van_wat_er_hoort(soort: type[Honderdsten], zo: str) -> None:
    with pytest.raises(OngeldigeWaarde, match=f"'abc' kan niet: schrijf bijvoorbeeld {zo}$"):
        soort.uit_nederlands("abc")


def test_percentteken_mag_erbij() -> None:
    assert Percentage.uit_nederlands("7,50%") == Percentage.uit_nederlands("7,50 %") == Percentage(750)


@pytest.mark.parametrize(
    ("waarde", "iso", "tekst"),
    [
        (Bedrag(142030), "1420.30", "€ 1.420,30"),
        (Bedrag(-5), "-0.05", "€ -0,05"),
        (Bedrag(123456789), "1234567.89", "€ 1.234.567,89"),
        (Uren(8640), "86.40", "86,40 uur"),
        (Uren(1200), "12.00", "12 uur"),
        (Percentage(750), "7.50", "7,50%"),
    ],
)
def test_elke_soort_schrijft_zichzelf(waarde: Honderdsten, iso: str, tekst: str) -> None:
    assert (waarde.iso, str(waarde)) == (iso, tekst)


@given(st.integers(-(10**20), 10**20))
def test_bedrag_heen_en_terug(centen: int) -> None:
    bedrag = Bedrag(centen)
    assert Bedrag.uit_iso(bedrag.iso) == Bedrag.uit_nederlands(bedrag.nederlands) == bedrag


@given(st.integers(0, 100_00))
def test_percentage_heen_en_terug(honderdsten: int) -> None:
    percentage = Percentage(honderdsten)
    assert Percentage.uit_iso(percentage.iso) == Percentage.uit_nederlands(str(percentage)) == percentage


@given(st.integers(0, 10**9))
def test_uren_heen_en_terug(honderdsten: int) -> None:
    assert Uren.uit_iso(Uren(honderdsten).iso).exact * 100 == honderdsten


@pytest.mark.parametrize(
    ("soort", "honderdsten"), [(Uren, -1), (Percentage, -1), (Percentage, 100_01)], ids=["uren", "laag", "hoog"]
)
def test_buiten_de_grenzen_bestaat_niet(soort: type[Honderdsten], honderdsten: int) -> None:
    with pytest.raises(OngeldigeWaarde, match="kan niet: schrijf"):
        soort(honderdsten)


def test_grenzen_van_een_percentage_tellen_mee() -> None:
    assert (Percentage(0).deel, Percentage(100_00).deel, Percentage(750).deel) == (
        Fraction(0),
        Fraction(1),
        Fraction(3, 40),
    )


def test_afronden_gebeurt_een_keer_en_met_naam() -> None:
    assert Bedrag.rond_af(Fraction(1005, 1000), half_omhoog) == Bedrag(101)
    assert Bedrag.rond_af(Fraction(1005, 1000), naar_beneden) == Bedrag(100)


def test_bedrag_maal_een_breuk() -> None:
    # 24 van 36 uur over 5162,85 = 3441,90
    assert Bedrag.uit_iso("5162.85").keer(Fraction(24, 36), half_omhoog).iso == "3441.90"


def test_bedragen_optellen_en_aftrekken() -> None:
    assert Bedrag(30) + Bedrag(12) - Bedrag(50) == Bedrag(-8)
