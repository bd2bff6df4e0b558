"""Wie docs/nieuwe-gemeente.md volgt krijgt wat er staat: elk bestand wordt bewaard, elke opdracht uitgevoerd."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

CHECKOUT = Path(__file__).parents[2]
DOCUMENT = CHECKOUT.joinpath("docs", "nieuwe-gemeente.md").read_text(encoding="utf-8")
_BLOK = re.compile(r"(?P<vooraf>[^\n]*)\n\n```(?P<soort>[a-z]+)\n(?P<inhoud>.*?)```", re.DOTALL)
_BESTAND = re.compile(r"[Bb]ewaar dit als `([^`]+)`:$")

pytestmark = pytest.mark.traag


class Blok(NamedTuple):
    """Een stuk tussen accenten, en de naam van het bestand als de zin ervoor die noemt."""

    soort: str
    inhoud: str
    bestand: str | None


def blokken() -> Iterator[Blok]:
    for gevonden in _BLOK.finditer(DOCUMENT):
        bestand = _BESTAND.search(gevonden["vooraf"])
        yield Blok(gevonden["soort"], gevonden["inhoud"], bestand[1] if bestand else None)


@pytest.fixture(name="werkmap")
def _werkmap(tmp_path: Path) -> Path:
    """De map van Dakpan, voor zover het document haar nodig heeft."""
    shutil.copytree(CHECKOUT.joinpath("examples"), tmp_path.joinpath("examples"))
    return tmp_path


def voer_uit(opdrachten: str, werkmap: Path) -> str:
    """De uitvoer van de opdrachten zoals iemand ze typt; pip zet het pakket in een eigen map, zonder netwerk."""
    pakketten = str(werkmap.joinpath("pakketten"))
    omgeving = {
        "PATH": f"{Path(sys.executable).parent}:{os.defpath}",
        "HOME": str(werkmap),
        "LANG": "C.UTF-8",
        "PYTHONPATH": pakketten,
        "PIP_TARGET": pakketten,
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # pip leest dit als: bouw in deze omgeving
    }
    klaar = subprocess.run(
        ["/bin/sh", "-e", "-c", opdrachten],
        cwd=werkmap, env=omgeving, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert klaar.returncode == 0, f"{opdrachten}\n{klaar.stdout}\n{klaar.stderr}"
    return klaar.stdout


def test_het_document_klopt_van_begin_tot_eind(werkmap: Path) -> None:
    uitvoer = ""
    for blok in blokken():
        match blok:
            case Blok("sh"):
                uitvoer = voer_uit(blok.inhoud, werkmap)
            case Blok("text"):
                assert blok.inhoud in uitvoer
            case Blok(bestand=str(naam)):
                pad = werkmap.joinpath(naam)
                pad.parent.mkdir(exist_ok=True)
                pad.write_text(blok.inhoud, encoding="utf-8")
            case _:
                pytest.fail(f"bij dit blok staat niet waar het hoort:\n{blok.inhoud}")


def test_elk_blok_wordt_gevonden() -> None:
    """Een blok zonder lege regel ervoor zou stil worden overgeslagen."""
    assert len(list(blokken())) == DOCUMENT.count("\n```") // 2


def test_het_contract_uit_het_document_loopt_echt_mee(werkmap: Path) -> None:
    """Telt pytest de tests van de klasse, of vindt het niets?"""
    for blok in blokken():
        if blok.bestand == "mijn-gemeente/tests/test_contract.py":
            pad = werkmap.joinpath("examples", "gemeente_voorbeeld", "tests", "test_contract.py")
            pad.write_text(blok.inhoud, encoding="utf-8")

    uitvoer = voer_uit("python -m pytest -q examples/gemeente_voorbeeld -k TestContract", werkmap)

    geslaagd = re.search(r"(\d+) passed", uitvoer)
    assert geslaagd is not None
    assert int(geslaagd[1]) > 10
