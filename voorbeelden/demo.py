"""Drie verzonnen zaken op de terminal, met de echte opdracht: ``make voorbeelden``."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dakpan.cli.uitvoeren import voer_uit
from dakpan.uitleg.leesbaar import document
from dakpan.uitleg.tabel import breedte, wikkel

HIER = Path(__file__).resolve().parent
Opdracht = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Zaak:
    """Wat laat deze zaak zien, en met welke opdrachten?"""

    naam: str
    inleiding: str
    opdrachten: tuple[Opdracht, ...]


ZAKEN = (
    Zaak(
        "UWV, externe jobcoach",
        "Iemand met een structureel functionele beperking werkt al twee jaar 38 uur per week en gaat zijn derde jaar "
        "jobcoaching in. UWV kent uren toe. De jobcoach werkte daarna iets meer dan was toegekend: wat is betaalbaar?",
        (("toets", "extern-in-uren.json"), ("declaratie", "declaratie.json")),
    ),
    Zaak(
        "Staphorst, interne jobcoach",
        "Een bakkerij begeleidt een medewerker uit de banenafspraak met een eigen, gecertificeerde jobcoach. De "
        "gemeente betaalt het jaarbedrag in vier keer; de eerste betaling staat klaar voor de bank.",
        (("toets", "intern-vast-bedrag.json"), ("betaalbestand", "betaalbestand-intern.json")),
    ),
    Zaak(
        "Eén persoon, alle financiers",
        "Dezelfde persoon, dezelfde baan, dezelfde aanvraag. Wie zou ja zeggen, op hoeveel, en waarin verschillen de "
        "regels?",
        (("vergelijk", "vergelijken.json"),),
    ),
)
VERDER = (
    "toets voorbeelden/extern-in-euro.json --leesbaar",
    "toets voorbeelden/extern-in-uren.json",
    "factuur voorbeelden/factuur.json --leesbaar",
    "regelsets --leesbaar",
    "--help",
)


def main() -> int:
    """De afsluitcode: 0, of die van de eerste opdracht die mislukt."""
    for nummer, zaak in enumerate(ZAKEN, start=1):
        _zeg([f"===== Zaak {nummer} van {len(ZAKEN)}: {zaak.naam} =====", "", *wikkel(zaak.inleiding, breedte())])
        for soort, bestand in zaak.opdrachten:
            _zeg([f"$ dakpan {soort} voorbeelden/{bestand} --leesbaar"])
            code = voer_uit([soort, str(HIER / bestand), "--leesbaar"])
            if code:
                return code
            _zeg([])
    _zeg(
        [
            "===== Zelf proberen, vanuit de map van Dakpan =====",
            "",
            *(f"  .venv/bin/dakpan {opdracht}" for opdracht in VERDER),
        ]
    )
    _zeg(wikkel("Zonder --leesbaar antwoordt dezelfde opdracht in JSON, om mee verder te rekenen.", breedte()))
    return 0


def _zeg(regels: Sequence[str]) -> None:
    """Als bytes, zoals de opdracht zelf: op elke terminal gelijk en in de goede volgorde."""
    sys.stdout.buffer.write((document(regels) if regels else "").encode() + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:
        sys.stderr.close()  # wie meelas is gestopt; dat is geen fout
