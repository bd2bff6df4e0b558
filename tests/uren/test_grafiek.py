"""De staaf van een periode: met de hand nagerekend, en nooit breder dan hij is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.uren.grafiek import VOLGORDE, Budget, Deel, staaf
from dakpan.uren.toestanden import Urenstatus

TARIEF = Bedrag(95_45)
MINUTEN = st.integers(0, 10_000)


def totalen(*minuten: int) -> dict[Urenstatus, Duur]:
    """Gedeclareerd, geaccordeerd, te accorderen en voorraad."""
    return dict(zip(VOLGORDE, map(Duur, minuten), strict=True))


def _kort(delen: tuple[Deel, ...]) -> list[tuple[str, str, str, str, str | None]]:
    return [
        (een.naam, str(een.duur), een.begin, een.breedte, een.bedrag.iso if een.bedrag is not None else None)
        for een in delen
    ]


def test_tien_uur_waarvan_vier_over() -> None:
    """1:00 + 2:00 + 0:30 + 2:30 is 6:00 van 10:00; aan € 95,45 kost een uur € 95,45 en twee en een half € 238,63."""
    assert _kort(staaf(totalen(60, 120, 30, 150), Budget(Duur(600), None, TARIEF))) == [
        ("gedeclareerd", "1:00", "0.00%", "10.00%", "95.45"),
        ("geaccordeerd", "2:00", "10.00%", "20.00%", "190.90"),
        ("te_accorderen", "0:30", "30.00%", "5.00%", "47.73"),
        ("voorraad", "2:30", "35.00%", "25.00%", "238.63"),
        ("over", "4:00", "60.00%", "40.00%", "381.80"),
    ]


def test_meer_geschreven_dan_toegekend_laat_niets_over() -> None:
    """De declaratie uit het rapport: 12:20 en 15:30 is 27:50, bij 27:13 toegekend; het tekort staat er als getal."""
    gedeclareerd, geaccordeerd, *_leeg, over = staaf(totalen(740, 930, 0, 0), Budget(Duur(1_633), None, None))
    assert (gedeclareerd.breedte, geaccordeerd.begin, geaccordeerd.breedte) == ("44.31%", "44.31%", "55.68%")
    assert (str(over.duur), over.breedte, over.bedrag) == ("-0:37", "0.00%", None)


def test_van_een_bedrag_blijft_over_wat_de_uren_niet_kosten() -> None:
    """€ 3.441,90 is 36:03 aan € 95,45, naar beneden; na twee uur is € 3.251,00 over."""
    *_delen, over = staaf(totalen(0, 120, 0, 0), Budget(None, Bedrag(3441_90), TARIEF))
    assert (str(over.duur), over.bedrag) == ("34:03", Bedrag(3251_00))


@pytest.mark.parametrize("budget", [Budget(None, None, None), Budget(None, Bedrag(100_00), None)])
def test_zonder_aantal_uren_of_tarief_is_er_geen_rest(budget: Budget) -> None:
    assert [een.naam for een in staaf(totalen(60, 0, 0, 0), budget)] == [een.value for een in VOLGORDE]
    assert {een.breedte for een in staaf(totalen(0, 0, 0, 0), budget)} == {"0.00%"}


@given(minuten=st.tuples(MINUTEN, MINUTEN, MINUTEN, MINUTEN), toegekend=MINUTEN)
def test_de_stukken_sluiten_aan_en_passen(minuten: tuple[int, int, int, int], toegekend: int) -> None:
    delen = staaf(totalen(*minuten), Budget(Duur(toegekend), None, None))
    samen = sum((een.duur for een in delen), GEEN_DUUR)
    assert samen == Duur(toegekend)
    breed = [int(een.breedte.replace(".", "").removesuffix("%")) for een in delen]
    assert sum(breed) <= 100_00
