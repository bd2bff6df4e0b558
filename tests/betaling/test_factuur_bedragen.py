"""Regelbedrag, btw per groep en totalen, met de hand nagerekend."""

from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.uren import Uren
from dakpan.betaling.factuur.domain import BtwCategorie, Btwgroep, Factuurregel
from dakpan.betaling.factuur.schemas import lees_factuur


def test_voorbeeld_uit_het_rekencontract(factuur_met: Any) -> None:
    factuur = lees_factuur(factuur_met())
    # 14,88 × 95,45 = 1420,296; 21% van 1420,30 = 298,263
    assert (factuur.bedrag_excl.iso, factuur.btw.iso, factuur.bedrag_incl.iso) == ("1420.30", "298.26", "1718.56")


def test_regelbedrag_gaat_half_omhoog() -> None:
    # 0,50 × 0,01 = 0,005
    regel = Factuurregel("uur", Uren(50), Bedrag(1), BtwCategorie.BELAST, Percentage(21_00))
    assert regel.bedrag == Bedrag(1)


def test_btw_gaat_half_omhoog_over_de_groep_en_niet_per_regel(factuur_met: Any, maak_regel: Any) -> None:
    # Twee keer 0,50: 9% van 1,00 is 0,09. Per regel afgerond zou het 2 × 0,05 (van 0,045) zijn.
    regels = [maak_regel("1.00", "0.50", "S", "9.00")] * 2
    assert lees_factuur(factuur_met({"regels": regels})).btw == Bedrag(9)


def test_btw_half_omhoog() -> None:
    # 21% van 0,50 = 0,105
    assert Btwgroep(BtwCategorie.BELAST, Percentage(21_00), Bedrag(50)).btw == Bedrag(11)


def test_elk_percentage_is_een_groep_in_de_volgorde_van_de_regels(factuur_met: Any, maak_regel: Any) -> None:
    regels = [
        maak_regel("1.00", "100.00", "S", "21.00"),
        maak_regel("2.00", "100.00", "S", "9.00"),
        maak_regel("3.00", "100.00", "S", "21.00"),
        maak_regel("4.00", "100.00", "E", "0.00", "Vrijgesteld: art. 11"),
    ]
    factuur = lees_factuur(factuur_met({"regels": regels}))
    groepen = [(groep.categorie.value, groep.grondslag.iso, groep.btw.iso) for groep in factuur.btwgroepen]
    assert groepen == [("S", "400.00", "84.00"), ("S", "200.00", "18.00"), ("E", "400.00", "0.00")]
    assert factuur.bedrag_incl.iso == "1102.00"


def test_verschillende_redenen_staan_samen_in_hun_groep(factuur_met: Any, maak_regel: Any) -> None:
    regels = [maak_regel("1.00", "1.00", "E", "0.00", reden) for reden in ("een", "twee", "een")]
    (groep,) = lees_factuur(factuur_met({"regels": regels})).btwgroepen
    assert groep.reden == "een; twee"


@given(st.integers(1, 10**8), st.integers(1, 10**8))
def test_afronding_scheelt_nooit_meer_dan_een_halve_cent(uren: int, centen: int) -> None:
    regel = Factuurregel("uur", Uren(uren), Bedrag(centen), BtwCategorie.BELAST, Percentage(21_00))
    assert abs(regel.bedrag.exact - Uren(uren).exact * Bedrag(centen).exact) <= Fraction(1, 200)
