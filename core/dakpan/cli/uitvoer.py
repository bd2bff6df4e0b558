"""Een antwoord op de standaarduitvoer: JSON voor machines, tekst voor mensen, bytes voor bestanden."""

import json
import sys
from errno import EBADF
from typing import Any

import click

leesbaar_optie = click.option("--leesbaar", is_flag=True, help="Schrijft het antwoord als leesbare tekst.")


def schrijf_json(antwoord: Any) -> None:
    """JSON in UTF-8, op elke terminal en in elke pijp gelijk."""
    schrijf_bytes(json.dumps(antwoord, ensure_ascii=False, indent=2).encode() + b"\n")


def schrijf_tekst(tekst: str) -> None:
    schrijf_bytes(tekst.rstrip().encode() + b"\n")


def schrijf_bytes(inhoud: bytes) -> None:
    """Schrijft alles in één keer; een gesloten uitvoer is een schrijffout als elke andere."""
    if sys.stdout is None:
        raise OSError(EBADF, "de standaarduitvoer is dicht")
    sys.stdout.buffer.write(inhoud)
    sys.stdout.buffer.flush()
