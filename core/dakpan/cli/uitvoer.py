"""Een antwoord op de standaarduitvoer: JSON voor machines, tekst voor mensen, bytes voor bestanden."""

import json
import sys
from typing import Any

import click

leesbaar_optie = click.option("--leesbaar", is_flag=True, help="Schrijft het antwoord als leesbare tekst.")


def schrijf_json(antwoord: Any) -> None:
    """JSON in UTF-8, op elke terminal en in elke pijp gelijk."""
    schrijf_bytes(json.dumps(antwoord, ensure_ascii=False, indent=2).encode() + b"\n")


def schrijf_tekst(tekst: str) -> None:
    schrijf_bytes(tekst.rstrip().encode() + b"\n")


def schrijf_bytes(inhoud: bytes) -> None:
    sys.stdout.buffer.write(inhoud)
    sys.stdout.buffer.flush()
