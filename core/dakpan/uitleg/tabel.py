"""Hoe past een tekst of een tabel in de breedte van de terminal?"""

import re
import sys
import textwrap
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from shutil import get_terminal_size

Regels = list[str]
Rij = Sequence[str]

PIJP, SMALST, BREEDST = 80, 40, 100
SMALSTE_KOLOM = 16
_TUSSEN = "  "
_VAST = "\N{NO-BREAK SPACE}"
# Een bedrag, een datum en een paragraafnummer lezen niet door over een regeleinde.
_MAANDEN = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_BIJEEN = re.compile(
    rf"(?<=€) |(?<=par\.) |(?<=jaar) (?=\d)|(?<=\d) (?=uur\b|{_MAANDEN})|(?<=[a-z]) (?=(?:19|20)\d\d\b)"
    r"|(?<=niet) (?=in bron)|(?<=niet in) (?=bron)| (?=\(afgeleid\)|\(niet in bron\))"
)


def breedte() -> int:
    """Hoeveel tekens passen er op een regel? In een pijp 80, op een terminal ten hoogste 100."""
    if not sys.stdout.isatty():
        return PIJP
    return min(max(get_terminal_size((PIJP, 24)).columns, SMALST), BREEDST)


def wikkel(tekst: str, breed: int, inspringing: str = "", eerste: str | None = None) -> Regels:
    """De tekst over regels verdeeld; ``eerste`` staat voor de eerste regel, ``inspringing`` voor de andere."""
    regels: Regels = []
    for alinea in tekst.split("\n"):
        begin = inspringing if eerste is None or regels else eerste
        regels += textwrap.wrap(
            _bijeen(alinea), breed, initial_indent=begin, subsequent_indent=inspringing, break_on_hyphens=False
        ) or [begin.rstrip()]
    return [regel.replace(_VAST, " ") for regel in regels]


def _bijeen(tekst: str) -> str:
    """Zonder stuurtekens (een naam uit een bestand mag de terminal niet besturen) en met vaste spaties."""
    return _BIJEEN.sub(_VAST, "".join(teken if teken.isprintable() else " " for teken in tekst))


def tabel(koppen: Rij, rijen: Sequence[Rij], breed: int, rechts: Collection[int] = ()) -> Regels:
    """Kolommen onder hun kop; ``rechts`` noemt de kolommen met getallen."""
    breedtes = [gekregen for _, gekregen in _verdeel(koppen, rijen, breed)]
    inhoud = [_rij(rij, breedtes, rechts) for rij in rijen]
    streep = _TUSSEN.join("-" * kolom for kolom in breedtes)
    wit = [""] if any(len(rij) > 1 for rij in inhoud) else []
    regels = [*_rij(koppen, breedtes, rechts), streep]
    for nummer, rij in enumerate(inhoud):
        regels += [*(wit if nummer else []), *rij]
    return regels


def overzicht(koppen: Rij, rijen: Sequence[Rij], breed: int) -> Regels:
    """Een tabel, of een blok per rij als de kolommen te smal worden om te lezen."""
    if all(kolom.leesbaar <= gekregen for kolom, gekregen in _verdeel(koppen, rijen, breed)):
        return tabel(koppen, rijen, breed)
    regels: Regels = []
    for onderwerp, *cellen in rijen:
        paren = list(zip(koppen[1:], cellen, strict=True))
        regels += [*([""] if regels else []), *wikkel(onderwerp, breed), *feiten(paren, breed, "  ")]
    return regels


def feiten(paren: Sequence[tuple[str, str]], breed: int, inspringing: str = "") -> Regels:
    """Per regel een woord met wat erbij hoort, netjes onder elkaar."""
    kolom = max((len(woord) for woord, _ in paren), default=0)
    wit = inspringing + " " * (kolom + len(_TUSSEN))
    return [
        regel
        for woord, tekst in paren
        for regel in wikkel(tekst, breed, wit, f"{inspringing}{woord.ljust(kolom)}{_TUSSEN}")
    ]


@dataclass(frozen=True, slots=True)
class _Kolom:
    """Hoe breed is een kolom zonder afbreken, en hoe breed is haar langste woord?"""

    heel: int
    woord: int

    @classmethod
    def van(cls, cellen: Iterable[str]) -> "_Kolom":
        regels = [regel for cel in cellen for regel in cel.split("\n")]
        woorden = [woord for regel in regels for woord in _bijeen(regel).split(" ")]
        return cls(max(map(len, regels)), max(map(len, woorden), default=0))

    @property
    def leesbaar(self) -> int:
        """Smaller dan dit leest niet prettig."""
        return min(self.heel, max(self.woord, SMALSTE_KOLOM))


def _verdeel(koppen: Rij, rijen: Sequence[Rij], breed: int) -> list[tuple[_Kolom, int]]:
    """Elke kolom krijgt eerst haar langste woord; de smalste groeit steeds tot de ruimte op is."""
    kolommen = [_Kolom.van(cellen) for cellen in zip(koppen, *rijen, strict=True)]
    breedtes = [kolom.woord for kolom in kolommen]
    ruimte = breed - len(_TUSSEN) * (len(kolommen) - 1)
    while sum(breedtes) > ruimte and max(breedtes) > 1:
        breedtes[breedtes.index(max(breedtes))] -= 1
    while sum(breedtes) < ruimte:
        groeiend = [nummer for nummer, kolom in enumerate(kolommen) if breedtes[nummer] < kolom.heel]
        if not groeiend:
            break
        breedtes[min(groeiend, key=breedtes.__getitem__)] += 1
    return list(zip(kolommen, breedtes, strict=True))


def _rij(cellen: Rij, breedtes: Sequence[int], rechts: Collection[int]) -> Regels:
    gewikkeld = [wikkel(cel, max(kolom, 1)) for cel, kolom in zip(cellen, breedtes, strict=True)]
    return [
        _TUSSEN.join(
            deel.rjust(breedtes[kolom]) if kolom in rechts else deel.ljust(breedtes[kolom])
            for kolom, deel in enumerate(regel)
        ).rstrip()
        for regel in zip_longest(*gewikkeld, fillvalue="")
    ]
