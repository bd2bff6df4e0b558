"""Legt elk antwoord zichzelf uit: met een zin, een bron en een stap bij elk cijfer?"""

from collections.abc import Iterator

from dakpan.aanvraag.domain.omvang import Omvang
from dakpan.testing.vragen import Antwoord
from dakpan.uitleg.berekening import Stap
from dakpan.uitleg.bevinding import Bevinding
from dakpan.uitleg.waarde import Waarde

_GEEN_CIJFER = frozenset({"eenheid", "regime", "jaar", "geldt_voor"})


def slechte_stappen(antwoord: Antwoord, naam: str) -> Iterator[str]:
    """Elke stap zonder zin, zonder bron of met een code van een ander."""
    if antwoord.berekening is not None:
        for een in antwoord.berekening.stappen:
            yield from (f"{antwoord.vraag}: {fout}" for fout in _nagekeken(een, "stap", naam))


def slechte_bevindingen(antwoord: Antwoord, naam: str) -> Iterator[str]:
    """Elke bevinding zonder zin, zonder bron of met een code van een ander."""
    for een in antwoord.bevindingen:
        yield from (f"{antwoord.vraag}: {fout}" for fout in _nagekeken(een, "bevinding", naam))


def onverklaarde_cijfers(antwoord: Antwoord) -> Iterator[str]:
    """Elk cijfer van een omvang dat in geen enkele stap voorkomt."""
    berekening = antwoord.berekening
    if berekening is None or not isinstance(berekening.resultaat, Omvang):
        return
    verklaard = [waarde for een in berekening.stappen for waarde in _cijfers_in(een)]
    for naam, cijfer in berekening.resultaat._asdict().items():
        if naam not in _GEEN_CIJFER and not _staat_erin(cijfer, verklaard):
            yield f"{antwoord.vraag}: omvang.{naam} is {cijfer}, maar geen stap laat zien waar dat vandaan komt"


def _nagekeken(een: Stap | Bevinding, soort: str, naam: str) -> Iterator[str]:
    if not een.code.startswith(f"{naam}."):
        yield f"{soort} '{een.code}': de code begint met '{naam}.'"
    if not getattr(een.bron, "titel", "").strip():
        yield f"{soort} '{een.code}' heeft geen bron met een titel"
    try:
        if not een.tekst.strip():
            yield f"{soort} '{een.code}' heeft geen tekst"
    except (KeyError, IndexError, ValueError, AttributeError) as fout:
        yield f"{soort} '{een.code}': de zin '{een.sjabloon}' past niet bij de waarden {sorted(een.waarden)} ({fout!r})"


def _cijfers_in(een: Stap) -> Iterator[object]:
    for waarde in (een.uitkomst, *een.waarden.values()):
        yield waarde.waarde if isinstance(waarde, Waarde) else waarde
        if isinstance(waarde, tuple):
            yield from waarde


def _staat_erin(cijfer: object, verklaard: list[object]) -> bool:
    if cijfer is None or cijfer == 0 or cijfer in verklaard:
        return True
    return isinstance(cijfer, tuple) and all(deel in verklaard for deel in cijfer)
