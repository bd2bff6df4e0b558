"""Wie alleen leest, laadt geen XML-bibliotheek: dat scheelt elke andere opdracht opstarttijd."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize("onderdeel", ["factuur", "betaalbestand"])
def test_lezen_laadt_geen_lxml(onderdeel: str) -> None:
    code = f"import sys, dakpan.betaling.{onderdeel}.schemas; sys.exit('lxml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
