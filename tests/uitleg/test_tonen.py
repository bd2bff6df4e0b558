"""Elke waarde heeft één vorm voor mensen en één voor machines."""

from datetime import date
from fractions import Fraction

import pytest

from dakpan.aanvraag.domain.soorten import Regime
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.periode import Kwartaal, Periode
from dakpan.begrippen.uren import Uren
from dakpan.uitleg.tonen import in_contract, in_woorden, vul_in

TWEE_DAGEN = Periode(date(2022, 2, 17), date(2022, 2, 18))


@pytest.mark.parametrize(
    ("waarde", "woorden", "contract"),
    [
        (None, "niet in bron", ""),
        (True, "ja", "true"),
        (False, "nee", "false"),
        (36, "36", "36"),
        (date(2022, 2, 7), "07-02-2022", "2022-02-07"),
        (Bedrag(142030), "€ 1.420,30", "1420.30"),
        (Uren(2721), "27,21 uur", "27.21"),
        (Percentage(750), "7,50%", "7.50"),
        (Duur(893), "14:53", "14:53"),
        (Fraction(2, 3), "2/3", "2/3"),
        (Fraction(6, 3), "2", "2"),
        (Regime.ZEER_LICHT, "zeer licht", "zeer_licht"),
        (Kwartaal(2026, 3), "3e kwartaal 2026", "3e kwartaal 2026"),
        (TWEE_DAGEN, "17-02-2022 t/m 18-02-2022", "2022-02-17/2022-02-18"),
        ((Bedrag(1), Bedrag(2)), "€ 0,01, € 0,02", "0.01, 0.02"),
        ([None, True], "niet in bron, ja", ", true"),
    ],
)
def test_voor_mensen_en_voor_machines(waarde: object, woorden: str, contract: str) -> None:
    assert (in_woorden(waarde), in_contract(waarde)) == (woorden, contract)


def test_een_ontbrekende_naam_geeft_geen_gat_in_de_zin() -> None:
    with pytest.raises(KeyError, match="peildatum"):
        vul_in("Op {peildatum} geldt {waarde}.", {"waarde": 1})


def test_een_waarde_te_veel_is_geen_fout() -> None:
    assert vul_in("Het jaar is {jaar}.", {"jaar": 2, "regime": "licht"}) == "Het jaar is 2."


def test_haken_in_een_waarde_blijven_haken() -> None:
    assert vul_in("Reden: {reden}.", {"reden": "{x} en {reden}"}) == "Reden: {x} en {reden}."


@pytest.mark.parametrize(
    ("breuk", "zin"),
    [(Fraction(234, 31), "7 17/31"), (Fraction(2, 3), "2/3"), (Fraction(12), "12"), (Fraction(0), "0")],
)
def test_een_breuk_boven_een_is_met_de_hand_na_te_rekenen(breuk: Fraction, zin: str) -> None:
    assert in_woorden(breuk) == zin
