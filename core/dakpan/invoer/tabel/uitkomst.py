"""Wat komt er van een bestand terecht? Per regel wat eruit volgt, met elke fout bij haar kolom."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from typing import Any, TypeVar

from dakpan.invoer.tabel.lezen import Regel, Tabel
from dakpan.invoer.tabel.namen import platte_naam
from dakpan.invoer.tabel.onleesbaar import Onleesbaar
from dakpan.invoer.velden import VERPLICHT

X = TypeVar("X")
_TEKENS_VAN_EEN_ZEGEL = 32


@dataclass(frozen=True, slots=True)
class Kolom:
    """Een kolom die in het bestand mag staan. ``ook``: hoe zij nog meer kan heten."""

    veld: str
    kop: str
    verplicht: bool = False
    ook: tuple[str, ...] = ()

    @property
    def namen(self) -> tuple[str, ...]:
        return tuple(platte_naam(naam) for naam in (self.kop, *self.ook))


class Regelstand(StrEnum):
    """Wordt deze regel geschreven, staat hij er al, of klopt hij niet?"""

    NIEUW = "nieuw"
    BEKEND = "bekend"
    FOUT = "fout"


@dataclass(frozen=True, slots=True)
class Kolomfout:
    """Wat is er mis, en in welke kolom?"""

    kop: str
    melding: str


@dataclass(frozen=True, slots=True)
class Inleesregel:
    """Eén regel van het bestand. ``wat``: hoe het loket hem las, in een vaste volgorde."""

    nummer: int
    stand: Regelstand
    wat: tuple[str, ...]
    fouten: tuple[Kolomfout, ...] = ()
    opmerkingen: tuple[str, ...] = ()
    werk: Any = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """Het hele bestand bekeken. ``sommen``: wat erbij komt, bij elkaar geteld; ``genegeerd``: koppen die niets doen."""

    regels: tuple[Inleesregel, ...]
    sommen: tuple[tuple[str, ...], ...] = ()
    genegeerd: tuple[str, ...] = ()

    def met(self, stand: Regelstand) -> tuple[Inleesregel, ...]:
        return tuple(een for een in self.regels if een.stand is stand)

    @property
    def nieuw(self) -> tuple[Inleesregel, ...]:
        return self.met(Regelstand.NIEUW)

    @property
    def fout(self) -> tuple[Inleesregel, ...]:
        return self.met(Regelstand.FOUT)

    @property
    def bekend(self) -> tuple[Inleesregel, ...]:
        return self.met(Regelstand.BEKEND)

    @property
    def kan(self) -> bool:
        """Alles of niets: zonder fouten, en er is iets te schrijven."""
        return bool(self.nieuw) and not self.fout

    @property
    def zegel(self) -> str:
        """Verandert zodra er iets anders uit het bestand komt dan eerst."""
        tekst = repr([(een.nummer, een.stand.value, een.wat, een.opmerkingen) for een in self.regels])
        return sha256(tekst.encode()).hexdigest()[:_TEKENS_VAN_EEN_ZEGEL]


def kolommen_in(tabel: Tabel, kolommen: Iterable[Kolom]) -> Mapping[str, str]:
    """Per veld de platte kop die in het bestand staat; ``Onleesbaar`` noemt elke kolom die er moet zijn en mist."""
    er_is = {platte_naam(kop) for kop in tabel.koppen}
    waar = {een.veld: naam for een in kolommen for naam in een.namen[::-1] if naam in er_is}
    mist = [een.kop for een in kolommen if een.verplicht and een.veld not in waar]
    if mist:
        wat = "deze kolommen ontbreken" if len(mist) > 1 else "deze kolom ontbreekt"
        raise Onleesbaar(f"{wat}: {', '.join(mist)}; zet de koppen op de eerste regel, zoals in het voorbeeld")
    return waar


def genegeerd(tabel: Tabel, waar: Mapping[str, str]) -> tuple[str, ...]:
    """De koppen die bij geen veld horen."""
    return tuple(kop for kop in tabel.koppen if kop and platte_naam(kop) not in waar.values())


class Regellezer:
    """Leest de velden van één regel en onthoudt elke fout bij haar kolom."""

    def __init__(self, regel: Regel, waar: Mapping[str, str], kolommen: Sequence[Kolom]) -> None:
        self.nummer, self.fouten = regel.nummer, list[Kolomfout]()
        self._cellen, self._waar, self._kolommen = regel.cellen, waar, kolommen

    def tekst(self, veld: str) -> str:
        """Wat er staat; leeg als de kolom er niet is."""
        return self._cellen.get(self._waar.get(veld, ""), "")

    def lees(self, veld: str, hoe: Callable[[str], X], *, verplicht: bool = False) -> X | None:
        """De waarde, of None als er niets staat of als het niet klopt."""
        tekst = self.tekst(veld)
        if not tekst:
            if verplicht:
                self.meld(veld, VERPLICHT)
            return None
        try:
            return hoe(tekst)
        except ValueError as fout:
            self.meld(veld, str(fout))
            return None

    def meld(self, veld: str, melding: str) -> None:
        self.fouten.append(Kolomfout(self._kop(veld), melding))

    def is_fout(self, veld: str) -> bool:
        """Is er over deze kolom al iets gezegd?"""
        return any(een.kop == self._kop(veld) for een in self.fouten)

    def _kop(self, veld: str) -> str:
        return next((een.kop for een in self._kolommen if een.veld == veld), "")
