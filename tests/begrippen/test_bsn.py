"""Een BSN voldoet aan de elfproef en komt nooit leesbaar in een melding, log of foutspoor."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dakpan.begrippen.fouten import OngeldigeWaarde
from dakpan.begrippen.nummers import Bsn
from dakpan.uitleg.tonen import in_contract, in_woorden

GELDIG = ["111222333", "123456782", "999996708", "319072356"]
ONGELDIG = [
    "002455799",
    "000000000",
    "111222334",
    "11122233",
    "1112223330",
    "11122233a",
    "111.222.333",
    "１１１２２２３３３",
    "",
]


@pytest.mark.parametrize("nummer", GELDIG)
def test_geldig(nummer: str) -> None:
    assert Bsn(nummer).nummer == nummer


@pytest.mark.parametrize("nummer", ONGELDIG)
def test_ongeldig_zonder_het_nummer_te_herhalen(nummer: str) -> None:
    with pytest.raises(OngeldigeWaarde, match="geen geldig BSN") as fout:
        Bsn(nummer)
    assert not nummer or nummer not in str(fout.value)


@pytest.mark.parametrize("tekst", ["111222333", "111.222.333", "111 222 333", "111-222-333"])
def test_leest_zoals_mensen_schrijven(tekst: str) -> None:
    assert Bsn.uit_tekst(tekst) == Bsn("111222333")


def test_acht_cijfers_krijgen_een_voorloopnul() -> None:
    # 9×0 + 8×1 + 7×2 + 6×3 + 5×4 + 4×5 + 3×6 + 2×7 - 2 = 110 = 10 × 11
    assert Bsn.uit_tekst("12345672") == Bsn("012345672")


@pytest.mark.parametrize("tekst", ["1000007", "", "0"])
def test_minder_dan_acht_cijfers_is_geen_bsn(tekst: str) -> None:
    # 001000007 zou de elfproef doorstaan: 7×1 - 7 = 0
    with pytest.raises(OngeldigeWaarde):
        Bsn.uit_tekst(tekst)


@pytest.mark.parametrize("nummer", GELDIG)
def test_alleen_de_laatste_vier_zijn_te_zien(nummer: str) -> None:
    bsn = Bsn(nummer)
    for getoond in (str(bsn), repr(bsn), f"{bsn}", f"{[bsn]}", in_woorden(bsn), in_contract(bsn)):
        assert nummer[-4:] in getoond
        assert nummer[:5] not in getoond


@given(st.sampled_from(GELDIG), st.integers(0, 8), st.integers(1, 9))
def test_elk_verkeerd_cijfer_valt_op(nummer: str, plaats: int, erbij: int) -> None:
    ander = str((int(nummer[plaats]) + erbij) % 10)
    with pytest.raises(OngeldigeWaarde):
        Bsn(nummer[:plaats] + ander + nummer[plaats + 1 :])
