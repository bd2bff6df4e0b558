"""Duur: hele minuten. De eenheid van het logboek en van het plafond op een declaratie."""

import re
from dataclasses import dataclass
from fractions import Fraction

from dakpan.begrippen.afronding import half_omhoog
from dakpan.begrippen.fouten import OngeldigeWaarde
from dakpan.begrippen.uren import Uren

_DUUR = re.compile(r"(-?)(0|[1-9][0-9]{0,29}):([0-5][0-9])", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Duur:
    """Hoelang, in minuten? Mag onder nul zijn: een correctie is ook een duur."""

    minuten: int

    def __post_init__(self) -> None:
        if type(self.minuten) is not int:
            raise OngeldigeWaarde(f"een duur telt gehele minuten, geen {self.minuten!r}")

    @classmethod
    def uit_tekst(cls, tekst: str) -> "Duur":
        """Leest ``14:53`` of ``-0:37``."""
        gevonden = _DUUR.fullmatch(tekst)
        if gevonden is None:
            raise OngeldigeWaarde(f"'{tekst}' kan niet: schrijf uren en minuten als 2:30")
        minuten = int(gevonden[2]) * 60 + int(gevonden[3])
        return cls(-minuten if gevonden[1] else minuten)

    @classmethod
    def uit_uren(cls, uren: Uren) -> "Duur":
        """Decimale uren in minuten: × 60, half omhoog. 27,21 uur is 27:13."""
        return cls(half_omhoog(uren.exact * 60))

    @property
    def uren(self) -> Uren:
        """Minuten in decimale uren: / 60, half omhoog op twee decimalen. 14:53 is 14,88 uur."""
        return Uren.rond_af(Fraction(self.minuten, 60), half_omhoog)

    def __add__(self, ander: "Duur") -> "Duur":
        return Duur(self.minuten + ander.minuten) if type(ander) is Duur else NotImplemented

    def __sub__(self, ander: "Duur") -> "Duur":
        return Duur(self.minuten - ander.minuten) if type(ander) is Duur else NotImplemented

    def __str__(self) -> str:
        uren, minuten = divmod(abs(self.minuten), 60)
        return f"{'-' if self.minuten < 0 else ''}{uren}:{minuten:02d}"


GEEN_DUUR = Duur(0)
