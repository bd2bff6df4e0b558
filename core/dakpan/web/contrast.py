"""Is een kleur leesbaar? Volgens WCAG 2.2: verhouding van helderheid, zonder kommagetallen."""

import re
from dataclasses import dataclass
from fractions import Fraction

_HEX = re.compile(r"#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})", re.ASCII)
LEESBAAR = Fraction(45, 10)
_GEWICHT = (2126, 7152, 722)
_SCHAAL = 1_000_000


def _lineair(kanaal: int) -> Fraction:
    """Van opgeslagen naar echte helderheid (sRGB); tot de macht 2,4 via gehele wortels, op zes cijfers."""
    deel = Fraction(kanaal, 255)
    if deel <= Fraction(4045, 100000):
        return deel * Fraction(100, 1292)
    basis = (deel + Fraction(55, 1000)) * Fraction(1000, 1055)
    return basis * basis * _macht_twee_vijfde(basis)


def _macht_twee_vijfde(basis: Fraction) -> Fraction:
    """``basis ** 0,4``: de vijfdemachtswortel van het kwadraat, met gehele getallen gezocht."""
    doel = basis * basis * _vijfde_macht(_SCHAAL)
    laag, hoog = 0, 2 * _SCHAAL
    while hoog - laag > 1:
        midden = (laag + hoog) >> 1
        laag, hoog = (midden, hoog) if _vijfde_macht(midden) <= doel else (laag, midden)
    return Fraction(laag, _SCHAAL)


def _vijfde_macht(getal: int) -> int:
    return getal * getal * getal * getal * getal


@dataclass(frozen=True, slots=True)
class Kleur:
    """Een kleur in drie kanalen van 0 tot en met 255."""

    rood: int
    groen: int
    blauw: int

    @classmethod
    def uit_tekst(cls, tekst: str) -> "Kleur":
        """Leest ``#1b5e3a``."""
        gevonden = _HEX.fullmatch(tekst)
        if gevonden is None:
            raise ValueError(f"'{tekst}' is geen kleur; schrijf zes tekens, zoals #1b5e3a")
        return cls(*(int(deel, 16) for deel in gevonden.groups()))

    def __str__(self) -> str:
        return f"#{self.rood:02x}{self.groen:02x}{self.blauw:02x}"

    @property
    def helderheid(self) -> Fraction:
        kanalen = zip(_GEWICHT, (self.rood, self.groen, self.blauw), strict=True)
        return sum((gewicht * _lineair(kanaal) for gewicht, kanaal in kanalen), Fraction(0)) * Fraction(1, 10_000)

    def meng(self, ander: "Kleur", procent: int) -> "Kleur":
        """Zoveel procent van de andere kleur erdoor."""
        paren = zip((self.rood, self.groen, self.blauw), (ander.rood, ander.groen, ander.blauw), strict=True)
        return Kleur(*((eigen * (100 - procent) + vreemd * procent + 50) // 100 for eigen, vreemd in paren))


WIT, ZWART = Kleur(255, 255, 255), Kleur(0, 0, 0)
PAPIER = Kleur.uit_tekst("#f6f6f3")


def contrast(een: Kleur, ander: Kleur) -> Fraction:
    """Hoe goed steekt de ene kleur af tegen de andere? Van 1 tot 21."""
    laag, hoog = sorted((een.helderheid, ander.helderheid))
    rand = Fraction(5, 100)
    return (hoog + rand) * (1 / (laag + rand))


def zacht(kleur: Kleur) -> Kleur:
    """Het vlak in deze kleur waar tekst op staat: bijna wit."""
    return kleur.meng(WIT, 92)


def is_leesbaar(kleur: Kleur) -> bool:
    """Is de kleur te lezen op wit (en wit op haar), op de achtergrond van de pagina en op haar eigen zachte vlak?"""
    return all(contrast(kleur, vlak) >= LEESBAAR for vlak in (WIT, PAPIER, zacht(kleur)))


def leesbare_tint(kleur: Kleur) -> Kleur:
    """De kleur zelf als zij te lezen is, anders de eerste donkerder tint die dat is."""
    tinten = (kleur.meng(ZWART, procent) for procent in range(0, 101, 2))
    return next(tint for tint in tinten if is_leesbaar(tint))
