"""Getallen met precies twee decimalen, opgeslagen als geheel aantal honderdsten."""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, Self

from dakpan.begrippen.afronding import Afronding
from dakpan.begrippen.fouten import OngeldigeWaarde

# Ten hoogste 30 cijfers voor de komma: ruim genoeg, en nooit meer dan Python in één keer leest.
_ISO = re.compile(r"-?(?:0|[1-9][0-9]{0,29})\.[0-9]{2}", re.ASCII)
_NEDERLANDS = re.compile(r"-?(?:0|[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,9}|[1-9][0-9]{0,29})(?:,[0-9]{2})?", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Honderdsten:
    """Hoe schrijf en lees je een getal met twee decimalen zonder ooit een kommagetal te gebruiken?"""

    honderdsten: int

    naam: ClassVar[str] = "getal"
    minimum: ClassVar[int | None] = None
    maximum: ClassVar[int | None] = None
    voorbeeld: ClassVar[str] = "1.420,30"
    eis: ClassVar[str] = "schrijf een getal met een punt en twee decimalen, zoals 86.40"

    def __post_init__(self) -> None:
        if type(self.honderdsten) is not int:
            raise OngeldigeWaarde(f"een {self.naam} telt gehele honderdsten, geen {self.honderdsten!r}")
        te_laag = self.minimum is not None and self.honderdsten < self.minimum
        te_hoog = self.maximum is not None and self.honderdsten > self.maximum
        if te_laag or te_hoog:
            raise OngeldigeWaarde(f"{self.iso} kan niet: {self.eis}")

    @classmethod
    def uit_iso(cls, tekst: str) -> Self:
        """Leest ``1420.30``; precies twee decimalen, punt, geen duizendteken."""
        if not _ISO.fullmatch(tekst) or tekst == "-0.00":
            raise OngeldigeWaarde(f"'{tekst}' kan niet: {cls._raad(tekst)}")
        return cls(int(tekst.replace(".", "")))

    @classmethod
    def _raad(cls, tekst: str) -> str:
        """Wie ``95,45`` of ``24`` schrijft, ziet hoe het wel moet."""
        try:
            return f"schrijf {cls.uit_nederlands(tekst).iso}"
        except OngeldigeWaarde:
            return cls.eis

    @classmethod
    def uit_nederlands(cls, tekst: str) -> Self:
        """Leest ``1.420,30``, ``1420,30`` of ``1420``; met of zonder euro- of procentteken."""
        kaal = tekst.strip().removeprefix("€").removesuffix("%").strip()
        if not _NEDERLANDS.fullmatch(kaal):
            raise OngeldigeWaarde(f"'{tekst}' kan niet: schrijf bijvoorbeeld {cls.voorbeeld}")
        heel, _, deel = kaal.replace(".", "").partition(",")
        return cls(int(heel + (deel or "00")))

    @classmethod
    def rond_af(cls, exact: Fraction, afronding: Afronding) -> Self:
        """Maakt van een breuk (in hele eenheden) een getal met twee decimalen, één keer afgerond."""
        return cls(afronding(exact * 100))

    @property
    def exact(self) -> Fraction:
        """De waarde als breuk, in hele eenheden."""
        return Fraction(self.honderdsten, 100)

    @property
    def iso(self) -> str:
        """``1420.30``"""
        heel, deel = divmod(abs(self.honderdsten), 100)
        return f"{'-' if self.honderdsten < 0 else ''}{heel}.{deel:02d}"

    @property
    def nederlands(self) -> str:
        """``1.420,30``"""
        heel, deel = divmod(abs(self.honderdsten), 100)
        duizenden = f"{heel:,}".replace(",", ".")
        return f"{'-' if self.honderdsten < 0 else ''}{duizenden},{deel:02d}"

    def __str__(self) -> str:
        return self.nederlands
