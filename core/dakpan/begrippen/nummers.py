"""Nummers van mensen, organisaties en rekeningen: BSN, KvK, btw, OIN en IBAN.

Zonder het juiste nummer bestaat het object niet. Foutmeldingen herhalen nooit een BSN.
"""

import re
from dataclasses import dataclass
from typing import ClassVar

from stdnum import iban as _iban
from stdnum.exceptions import ValidationError
from stdnum.nl import bsn as _bsn
from stdnum.nl import btw as _btw

from dakpan.begrippen.fouten import OngeldigeWaarde


@dataclass(frozen=True, slots=True, order=True)
class Nummer:
    """Is dit een geldig nummer van zijn soort?"""

    nummer: str

    patroon: ClassVar[str] = ""
    eis: ClassVar[str] = ""

    def __post_init__(self) -> None:
        if type(self.nummer) is not str or not re.fullmatch(self.patroon, self.nummer, re.ASCII):
            raise OngeldigeWaarde(self.eis)
        if not self.klopt(self.nummer):
            raise OngeldigeWaarde(self.eis)

    @staticmethod
    def klopt(nummer: str) -> bool:  # noqa: ARG004 - alleen soorten met een controlegetal rekenen
        """Klopt het controlegetal? Zonder controlegetal altijd waar."""
        return True

    def __str__(self) -> str:
        return self.nummer


@dataclass(frozen=True, slots=True, order=True)
class Bsn(Nummer):
    """Een burgerservicenummer: 9 cijfers en de elfproef."""

    patroon: ClassVar[str] = r"[0-9]{9}"
    eis: ClassVar[str] = "dit is geen geldig BSN: het heeft 9 cijfers en voldoet aan de elfproef"

    @classmethod
    def uit_tekst(cls, tekst: str) -> "Bsn":
        """Leest ``111.222.333`` of 8 cijfers, die dan een voorloopnul krijgen."""
        cijfers = re.sub(r"[ .\-]", "", tekst)
        return cls(f"0{cijfers}" if len(cijfers) == 8 else cijfers)

    @staticmethod
    def klopt(nummer: str) -> bool:
        return bool(_bsn.is_valid(nummer))

    @property
    def gemaskeerd(self) -> str:
        return f"•••••{self.nummer[-4:]}"

    def __repr__(self) -> str:
        return f"Bsn({self.gemaskeerd})"

    def __str__(self) -> str:
        return self.gemaskeerd


@dataclass(frozen=True, slots=True, order=True)
class Kvk(Nummer):
    """Een KvK-nummer: 8 cijfers, zonder controlegetal."""

    patroon: ClassVar[str] = r"[0-9]{8}"
    eis: ClassVar[str] = "een KvK-nummer heeft 8 cijfers, zoals 12345678"


@dataclass(frozen=True, slots=True, order=True)
class BtwNummer(Nummer):
    """Een Nederlands btw-identificatienummer."""

    patroon: ClassVar[str] = r"NL[0-9]{9}B[0-9]{2}"
    eis: ClassVar[str] = "dit is geen geldig btw-nummer: schrijf het als NL000099998B57"

    @staticmethod
    def klopt(nummer: str) -> bool:
        return bool(_btw.is_valid(nummer))


@dataclass(frozen=True, slots=True, order=True)
class Oin(Nummer):
    """Een organisatie-identificatienummer van de overheid: 20 cijfers, zonder controlegetal."""

    patroon: ClassVar[str] = r"[0-9]{20}"
    eis: ClassVar[str] = "een OIN heeft 20 cijfers, zoals 00000001002220647000"


@dataclass(frozen=True, slots=True, order=True)
class Iban(Nummer):
    """Een rekeningnummer volgens ISO 13616, met het controlegetal van ISO 7064."""

    patroon: ClassVar[str] = r"[A-Z]{2}(?!00|01|99)[0-9]{2}[A-Z0-9]{11,30}"
    eis: ClassVar[str] = "dit is geen geldig IBAN: controleer de cijfers, zoals NL91ABNA0417164300"

    @classmethod
    def uit_tekst(cls, tekst: str) -> "Iban":
        """Leest ook ``NL91 ABNA 0417 1643 00``."""
        return cls(tekst.replace(" ", "").upper())

    @property
    def in_groepen(self) -> str:
        """In groepen van vier, zoals op een bankpas; de spaties breken niet af."""
        nummer = self.nummer
        return "\N{NO-BREAK SPACE}".join(nummer[plaats : plaats + 4] for plaats in range(0, len(nummer), 4))

    @staticmethod
    def klopt(nummer: str) -> bool:
        try:
            _iban.validate(nummer, check_country=False)  # ISO 13616 kent geen lijst van banken per land
        except ValidationError:
            return False
        return True
