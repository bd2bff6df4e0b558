"""Minuten in het logboek, decimale uren in de beschikking."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dakpan.begrippen.duur import Duur
from dakpan.begrippen.fouten import OngeldigeWaarde
from dakpan.begrippen.uren import Uren


@pytest.mark.parametrize(("uren", "duur"), [("27.21", "27:13"), ("0.00", "0:00"), ("0.01", "0:01"), ("14.88", "14:53")])
def test_decimale_uren_in_minuten(uren: str, duur: str) -> None:
    # 27,21 × 60 = 1632,6 minuten; 0,01 × 60 = 0,6; 14,88 × 60 = 892,8
    assert str(Duur.uit_uren(Uren.uit_iso(uren))) == duur


@pytest.mark.parametrize(("duur", "uren"), [("14:53", "14.88"), ("0:20", "0.33"), ("0:10", "0.17"), ("2:30", "2.50")])
def test_minuten_in_decimale_uren(duur: str, uren: str) -> None:
    # 14:53 = 893 minuten = 14,8833… uur
    assert Duur.uit_tekst(duur).uren == Uren.uit_iso(uren)


def test_de_eindafrekening_van_de_bekende_zaak() -> None:
    over = Duur.uit_tekst("27:13") - Duur.uit_tekst("12:20")
    assert (str(over), str(over - Duur.uit_tekst("15:30"))) == ("14:53", "-0:37")


def test_acht_regels_samen() -> None:
    regels = ["2:00", "2:00", "2:30", "2:00", "2:00", "2:00", "0:30", "2:30"]
    assert str(sum((Duur.uit_tekst(regel) for regel in regels), Duur(0))) == "15:30"


@pytest.mark.parametrize(
    "tekst",
    ["", "2", "2:3", "2:60", "02:30", "2.5", "2,30", " 2:30", "2:30\n", "2:30:00", "-", "２:30", "9" * 5000 + ":00"],
)
def test_een_duur_is_uren_dubbelepunt_minuten(tekst: str) -> None:
    with pytest.raises(OngeldigeWaarde, match="schrijf uren en minuten als 2:30"):
        Duur.uit_tekst(tekst)


@given(st.integers(-(10**9), 10**9))
def test_heen_en_terug(minuten: int) -> None:
    assert Duur.uit_tekst(str(Duur(minuten))) == Duur(minuten)


@given(st.integers(0, 10**6))
def test_uren_en_terug_verliest_geen_minuut(minuten: int) -> None:
    """Een honderdste uur is 0,6 minuut: de kleinste minuut blijft dus altijd heel."""
    assert Duur.uit_uren(Duur(minuten).uren) == Duur(minuten)


def test_een_negatieve_duur_heeft_geen_uren() -> None:
    with pytest.raises(OngeldigeWaarde, match="vanaf 0"):
        _ = Duur(-1).uren


def test_een_duur_telt_geen_uren_op() -> None:
    uren: Any = Uren(100)
    with pytest.raises(TypeError):
        _ = Duur(60) + uren
