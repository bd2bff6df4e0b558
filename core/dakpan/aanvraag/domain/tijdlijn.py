"""De contracten bij één werkgever op een rij: wat ging aan de gevraagde periode vooraf, en wat telt daarvan mee?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from dakpan.aanvraag.domain.soorten import Vorm
from dakpan.begrippen.kalender import DAG, MAANDEN_PER_JAAR, begonnen_maanden, volle_maanden
from dakpan.begrippen.periode import Periode
from dakpan.uitleg.bron import Bron

X = TypeVar("X")


class Contractsoort(StrEnum):
    """Wat voor tijdvak was het? ``CONTRACT``: dezelfde werkgever en dezelfde functie als nu."""

    CONTRACT = "contract"
    PROEFPLAATSING = "proefplaatsing"
    ANDERE_FUNCTIE = "andere_functie"
    ANDERE_WERKGEVER = "andere_werkgever"


DIENSTBETREKKINGEN = frozenset({Contractsoort.CONTRACT, Contractsoort.ANDERE_FUNCTIE})


@dataclass(frozen=True, slots=True)
class EerderContract:
    """Eén eerder contract, met de tijdvakken waarin er toen jobcoaching was."""

    soort: Contractsoort
    periode: Periode
    coaching: tuple[Periode, ...] = ()


@dataclass(frozen=True, slots=True)
class Tijdlijn:
    """Alles vóór de gevraagde periode. ``begin`` en ``eind``: het contract van nu (None: onbepaalde tijd).

    ``eerder`` staat op volgorde van begin en overlapt niet; ``coaching``: wat er in het contract van nu al was.
    ``proefplaatsing``: het contract van nu is er zelf een.
    """

    eerder: tuple[EerderContract, ...]
    begin: date
    eind: date | None
    gevraagd: date
    coaching: tuple[Periode, ...] = ()
    vorm: Vorm = Vorm.EXTERN
    proefplaatsing: bool = False

    @property
    def contracten(self) -> tuple[EerderContract, ...]:
        """De eerdere contracten bij deze werkgever; een proefplaatsing is er geen."""
        return tuple(een for een in self.eerder if een.soort in DIENSTBETREKKINGEN)

    @property
    def maanden_in_dienst(self) -> int:
        """Hoeveel hele maanden liggen er tussen het eerste contract bij deze werkgever en de gevraagde dag?"""
        eerste = min((een.periode.begin for een in self.contracten), default=self.begin)
        return volle_maanden(min(eerste, self.begin), self.gevraagd - DAG)

    def van(self, soort: Contractsoort) -> tuple[Periode, ...]:
        """De tijdvakken van deze soort, op volgorde."""
        return tuple(een.periode for een in self.eerder if een.soort is soort)


class Geldt(NamedTuple, Generic[X]):
    """Eén regel met haar bron. ``waarde`` None: niet in bron."""

    waarde: X | None
    bron: Bron


@dataclass(frozen=True, slots=True)
class Telregels:
    """Wat een regelset over doortellen zegt.

    ``onderbreking``: tot en met hoeveel dagen tussen twee contracten de termijn doorloopt. ``andere_functie`` en
    ``andere_werkgever``: True als er dan een nieuwe termijn begint. ``maximum``: de termijn in maanden. De andere
    bronnen gaan over contracten die aansluiten, de proefplaatsing, het eerste contract (None: dat doet hier niet ter
    zake) en het jaar.
    """

    onderbreking: Geldt[int]
    andere_functie: Geldt[bool]
    andere_werkgever: Geldt[bool]
    maximum: Geldt[int]
    aansluitend: Bron
    proefplaatsing: Bron
    eerste_contract: Bron | None
    jaar: Bron


class Tijdvakken(tuple[Periode, ...]):
    """De tijdvakken met coaching die meetellen; wat aansluit is één tijdvak, zodat geen begonnen maand dubbel telt."""

    __slots__ = ()

    @classmethod
    def uit(cls, perioden: Iterable[Periode]) -> "Tijdvakken":
        """Dezelfde dagen op volgorde, met wat aansluit of overlapt als één tijdvak."""
        samen: list[Periode] = []
        for een in sorted(perioden):
            if samen and een.begin <= samen[-1].eind + DAG:
                samen[-1] = Periode(samen[-1].begin, max(samen[-1].eind, een.eind))
            else:
                samen.append(een)
        return cls(samen)

    @property
    def begonnen(self) -> int:
        """In maanden; een maand die begon telt heel, zoals bij de maximale duur."""
        return sum(begonnen_maanden(een.begin, een.eind) for een in self)

    @property
    def vol(self) -> int:
        """Alleen de hele maanden: zo zijn er jaren voorbij."""
        return sum(volle_maanden(een.begin, een.eind) for een in self)


def jaar_na(maanden: int) -> int:
    """Het hoeveelste jaar begint er na zoveel maanden?"""
    return maanden // MAANDEN_PER_JAAR + 1


class Verband(StrEnum):
    """Hoe hangt een contract samen met het vorige? ``OPEN``: of de termijn doorloopt is niet in bron."""

    AANSLUITEND = "aansluitend"
    DOORLOPEND = "doorlopend"
    OPNIEUW = "opnieuw"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Schakel:
    """Van het ene contract naar het volgende. ``dagen``: hoeveel dagen ertussen zitten.

    ``functie``: er begint een andere functie bij dezelfde werkgever.
    """

    na: date
    naar: date
    dagen: int
    verband: Verband
    bron: Bron
    functie: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """Wat de tijdlijn voorstelt; leeg is niet in bron, en dan vult een mens het in.

    ``termijn_begin``: de eerste dag coaching die meetelt. ``termijn_eind``: de laatste dag van de termijn als de
    coaching vanaf de gevraagde dag zonder gat doorloopt.
    """

    schakels: tuple[Schakel, ...]
    maanden_jobcoaching: int | None
    maanden_proefplaatsing: int
    eerste_overeenkomst_maanden: int | None
    jaar: int | None
    termijn_begin: date | None
    termijn_eind: date | None

    @property
    def vanaf(self) -> date | None:
        """De eerste dag van de laatste nieuwe termijn. None: er begon er geen."""
        return max((een.naar for een in self.schakels if een.verband is Verband.OPNIEUW), default=None)

    @property
    def aaneen(self) -> bool:
        """Sluit elk contract aan op het vorige?"""
        return all(een.verband is Verband.AANSLUITEND for een in self.schakels)
