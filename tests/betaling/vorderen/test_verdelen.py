"""Wat er van welke betaling af gaat, voor elke reeks schulden en betalingen."""

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.betaling.vorderen.verdelen import verdeel


@dataclass
class Schuld:
    vrij: Bedrag
    partij: int


@dataclass
class Uitbetaling:
    bedrag: Bedrag
    partij: int


BEDRAG = st.integers(0, 500).map(Bedrag)
PARTIJ = st.integers(0, 2)
SCHULDEN = st.lists(st.builds(Schuld, BEDRAG, PARTIJ), max_size=6)
UITBETALINGEN = st.lists(st.builds(Uitbetaling, BEDRAG, PARTIJ), max_size=6)


def past(schuld: Schuld, uitbetaling: Uitbetaling) -> bool:
    return schuld.partij == uitbetaling.partij


@settings(max_examples=150)
@given(SCHULDEN, UITBETALINGEN)
def test_nooit_onder_nul_en_alles_wat_kan(schulden: list[Schuld], uitbetalingen: list[Uitbetaling]) -> None:
    """Per partij gaat er precies het kleinste van de twee sommen af, en nooit van een ander."""
    delen = list(verdeel(schulden, uitbetalingen, past))
    assert all(past(schulden[een.schuld], uitbetalingen[een.uitbetaling]) for een in delen)
    assert all(een.bedrag > NUL_EURO for een in delen)
    for plek, schuld in enumerate(schulden):
        assert sum((een.bedrag for een in delen if een.schuld == plek), NUL_EURO) <= schuld.vrij
    for plek, uitbetaling in enumerate(uitbetalingen):
        assert sum((een.bedrag for een in delen if een.uitbetaling == plek), NUL_EURO) <= uitbetaling.bedrag
    for partij in range(3):
        schuldig = sum((een.vrij for een in schulden if een.partij == partij), NUL_EURO)
        betaald = sum((een.bedrag for een in uitbetalingen if een.partij == partij), NUL_EURO)
        eraf = sum((een.bedrag for een in delen if schulden[een.schuld].partij == partij), NUL_EURO)
        assert eraf == min(schuldig, betaald)


def test_de_oudste_schuld_gaat_voor() -> None:
    """10,00 en 5,00 op 12,00: 10,00 en 2,00."""
    schulden = [Schuld(Bedrag(10_00), 0), Schuld(Bedrag(5_00), 0)]
    delen = list(verdeel(schulden, [Uitbetaling(Bedrag(12_00), 0)], past))
    assert delen == [(0, 0, Bedrag(10_00)), (1, 0, Bedrag(2_00))]
