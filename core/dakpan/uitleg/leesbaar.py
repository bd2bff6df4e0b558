"""Een antwoord voor mensen: titels, bevindingen en stappen in gewone taal, met hun bron."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby

from babel.dates import format_date

from dakpan.uitleg.berekening import Stap
from dakpan.uitleg.bevinding import Bevinding, Ernst
from dakpan.uitleg.bron import Bron, Zekerheid
from dakpan.uitleg.tabel import Regels, wikkel
from dakpan.uitleg.tonen import in_woorden

ERNST: Mapping[Ernst, str] = {
    Ernst.BLOKKEREND: "Blokkerend",
    Ernst.AFWEGEN: "Afwegen",
    Ernst.INFORMATIE: "Ter informatie",
    Ernst.VOLDAAN: "Voldaan",
}
ZEKERHEID: Mapping[Zekerheid, str] = {
    Zekerheid.TEKST: "",
    Zekerheid.AFGELEID: " (afgeleid)",
    Zekerheid.ONTBREEKT: " (niet in bron)",
}
LEGENDA = (
    "Staat er niets achter een bron, dan staat het daar met zoveel woorden. "
    "(afgeleid): het volgt eruit. (niet in bron): de bron zegt er niets over."
)


def document(*blokken: Sequence[str]) -> str:
    """De blokken onder elkaar met een witregel ertussen; lege blokken vallen weg."""
    return "\n\n".join("\n".join(blok) for blok in blokken if blok) + "\n"


def titel(tekst: str, breed: int) -> Regels:
    """De eerste regel: het antwoord zelf."""
    return _onderstreept(tekst, "=", breed)


def kop(tekst: str, breed: int) -> Regels:
    """De naam van een onderdeel."""
    return _onderstreept(tekst, "-", breed)


def _onderstreept(tekst: str, teken: str, breed: int) -> Regels:
    regels = wikkel(tekst, breed)
    return [*regels, teken * max(map(len, regels))]


def legenda(breed: int) -> Regels:
    """Wat betekent het woord achter een bron?"""
    return wikkel(LEGENDA, breed)


def lange_datum(dag: date) -> str:
    """``17 februari 2022``"""
    return format_date(dag, "d MMMM yyyy", locale="nl_NL")


def voor_mensen(waarde: object) -> str:
    """Een waarde zoals iemand haar voorleest; None is niet in bron."""
    match waarde:
        case date():
            return lange_datum(waarde)
        case tuple() | list() if waarde:
            return en_samen(map(voor_mensen, waarde))
        case _:
            return in_woorden(waarde)


def en_samen(delen: Iterable[str]) -> str:
    """``a, b en c``"""
    *eerder, laatste = delen
    return f"{', '.join(eerder)} en {laatste}" if eerder else laatste


def bronregel(bron: Bron, breed: int, inspringing: str = "  ", woord: str = "bron") -> Regels:
    """``bron: Uitvoeringsregels, par. 1.5 (afgeleid)``"""
    zeker = " (verzonnen)" if bron.verzonnen else ZEKERHEID[bron.zekerheid]
    return wikkel(f"{woord}: {bron}{zeker}", breed, f"{inspringing}  ", inspringing)


def bevindingen(lijst: Iterable[Bevinding], ernst: Ernst, breed: int, van: str = "") -> Regels:
    """De bevindingen van één ernst; opeenvolgende met dezelfde bron noemen haar één keer."""
    gekozen = [bevinding for bevinding in lijst if bevinding.ernst is ernst]
    if not gekozen:
        return []
    regels = kop(f"{van}{ERNST[ernst]} ({len(gekozen)})", breed)
    for bron, groep in groupby(gekozen, key=lambda bevinding: bevinding.bron):
        samen = list(groep)
        for bevinding in samen:
            regels += wikkel(bevinding.tekst, breed, "  ", "- ")
        regels += bronregel(bron, breed, woord="bron" if len(samen) == 1 else f"bron van deze {len(samen)}")
    return regels


def stappen(lijst: Iterable[Stap], breed: int, opschrift: str = "Zo is het gerekend") -> Regels:
    """De stappen op volgorde, elk met haar uitkomst en daaronder haar bron."""
    regels = [regel for nummer, stap in enumerate(lijst, start=1) for regel in _stap(nummer, stap, breed)]
    return [*kop(opschrift, breed), *regels] if regels else []


def _stap(nummer: int, stap: Stap, breed: int) -> Regels:
    begin = f"{nummer}. "
    wit = " " * len(begin)
    return [
        *wikkel(stap.tekst, breed, wit, begin),
        *_uitkomst(stap, breed, wit),
        *bronregel(stap.bron, breed, wit),
    ]


def _uitkomst(stap: Stap, breed: int, wit: str) -> Regels:
    """De uitkomst, tenzij de zin er al mee eindigt."""
    if stap.tekst.endswith(in_woorden(stap.uitkomst)):
        return []
    return wikkel(f"uitkomst: {voor_mensen(stap.uitkomst)}", breed, f"{wit}  ", wit)
