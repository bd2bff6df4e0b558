"""Een bestand met veel regels blad voor blad laten zien; wat niet klopt is apart te kiezen."""

from collections.abc import Sequence
from dataclasses import dataclass

from dakpan.invoer.tabel import Inleesregel, Regelstand, Uitkomst

PER_BLAD = 100


@dataclass(frozen=True, slots=True)
class Bladzij:
    """``toon``: welke stand is gekozen, leeg voor alles; ``vorige`` en ``volgende``: waar dat blad begint, of None."""

    toon: str
    vanaf: int
    van_hoeveel: int
    regels: Sequence[Inleesregel]

    @property
    def tot_en_met(self) -> int:
        return self.vanaf + len(self.regels)

    @property
    def vorige(self) -> int | None:
        return max(self.vanaf - PER_BLAD, 0) if self.vanaf else None

    @property
    def volgende(self) -> int | None:
        return self.tot_en_met if self.tot_en_met < self.van_hoeveel else None


def bladzij_van(uitkomst: Uitkomst, toon: str, vanaf: int) -> Bladzij:
    """De regels vanaf deze plaats; een onbekende keuze of plaats is gewoon het begin."""
    gekozen = toon if toon in set(Regelstand) else ""
    regels = uitkomst.met(Regelstand(gekozen)) if gekozen else uitkomst.regels
    begin = vanaf if 0 <= vanaf < len(regels) else 0
    return Bladzij(gekozen, begin, len(regels), regels[begin : begin + PER_BLAD])
