"""Wat staat er in een bestand dat iemand zelf maakte? De koppen, en elke regel met zijn nummer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dakpan.invoer.tabel.als_csv import lees_csv
from dakpan.invoer.tabel.als_xlsx import lees_xlsx
from dakpan.invoer.tabel.namen import platte_naam
from dakpan.invoer.tabel.onleesbaar import Onleesbaar

GROOTSTE = 3_000_000
MEESTE_REGELS = 10_000
LANGSTE_CEL = 5_000
_ZIP = b"PK\x03\x04"
_OUD_EXCEL = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Regel:
    """Eén gevulde regel. ``nummer``: zoals het rekenblad haar telt; ``cellen``: per platte kop wat er staat."""

    nummer: int
    cellen: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Tabel:
    """De koppen zoals zij er staan, en de regels die niet leeg zijn."""

    koppen: tuple[str, ...]
    regels: tuple[Regel, ...]


def lees_tabel(inhoud: bytes) -> Tabel:
    """De tabel, of ``Onleesbaar``. De inhoud beslist of het CSV of Excel is, niet de naam."""
    if not inhoud.strip():
        raise Onleesbaar("dit bestand is leeg; kies een ander")
    if len(inhoud) > GROOTSTE:
        raise Onleesbaar("dit bestand is te groot; ten hoogste 3.000.000 bytes (3,0 MB), dus splits het")
    if inhoud.startswith(_OUD_EXCEL):
        raise Onleesbaar("dit is een oud Excel-bestand (.xls) of het heeft een wachtwoord; sla het zonder op als .xlsx")
    rijen = lees_xlsx(inhoud) if inhoud.startswith(_ZIP) else lees_csv(inhoud)
    return _als_tabel((nummer, rij) for nummer, rij in enumerate(rijen, 1) if any(map(str.strip, rij)))


def _als_tabel(rijen: Iterator[tuple[int, Sequence[str]]]) -> Tabel:
    _nummer, koppen = next(rijen, (0, ()))
    namen = [platte_naam(kop) for kop in koppen]
    dubbel = next((kop for kop, naam in zip(koppen, namen, strict=True) if naam and namen.count(naam) > 1), None)
    if dubbel is not None:
        raise Onleesbaar(f"de kolom {dubbel.strip()} staat er twee keer in; haal er een weg")
    regels: list[Regel] = []
    for nummer, rij in rijen:
        if len(regels) == MEESTE_REGELS:
            raise Onleesbaar(f"er staan meer dan {MEESTE_REGELS} regels in; splits het bestand")
        regels.append(_regel(nummer, namen, rij))
    if not regels:
        raise Onleesbaar("er staat geen enkele regel onder de koppen")
    return Tabel(tuple(kop.strip() for kop in koppen), tuple(regels))


def _regel(nummer: int, namen: Sequence[str], rij: Sequence[str]) -> Regel:
    if len(rij) > len(namen) and "".join(rij[len(namen) :]).strip():
        raise Onleesbaar(
            f"op regel {nummer} staan meer cellen dan koppen; zet tekst met een ; of , tussen aanhalingstekens"
        )
    if max(map(len, rij)) > LANGSTE_CEL:
        raise Onleesbaar(f"op regel {nummer} staat een cel met meer dan {LANGSTE_CEL} tekens")
    cellen = dict(zip(namen, map(str.strip, rij), strict=False))
    cellen.pop("", None)  # een kolom zonder kop telt niet
    return Regel(nummer, cellen)
