"""Een kale virtuele omgeving waarin Dakpan en een vierde regelset uit hun wielen zijn geïnstalleerd."""

import json
import os
import subprocess
import sys
import venv
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

CHECKOUT = Path(__file__).parents[2]
VOORBEELD = CHECKOUT.joinpath("examples", "gemeente_voorbeeld")
WIELEN = CHECKOUT.joinpath(".venv", "wielen")


@dataclass(frozen=True)
class Omgeving:
    """Een Python waarin opdrachten draaien, vanuit een map die niets met Dakpan te maken heeft."""

    python: Path
    cwd: Path
    variabelen: dict[str, str] = field(default_factory=dict)

    def draai(self, *argumenten: str | Path, **extra: str) -> str:
        """De standaarduitvoer van Python met deze argumenten; een fout toont alles."""
        return self._voer_uit(self.python, *argumenten, **extra)

    def dakpan(self, *argumenten: str | Path, **extra: str) -> Any:
        """Het antwoord van één opdracht, zoals iemand haar typt."""
        return json.loads(self._voer_uit(self.python.with_name("dakpan"), *argumenten, **extra))

    def _voer_uit(self, *opdracht: str | Path, **extra: str) -> str:
        klaar = subprocess.run(
            [*map(str, opdracht)],
            cwd=self.cwd,
            env={**self.variabelen, **extra},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert klaar.returncode == 0, f"{opdracht}\n{klaar.stdout}\n{klaar.stderr}"
        return klaar.stdout


@dataclass(frozen=True)
class Installatie:
    """De gebouwde wielen en de omgeving waarin zij staan."""

    omgeving: Omgeving
    dakpan_wiel: Path
    voorbeeld_wiel: Path


def _schoon(thuis: Path) -> dict[str, str]:
    """Niets van de eigen omgeving gaat mee, en pip haalt nergens iets op."""
    return {
        "PATH": os.defpath,
        "HOME": str(thuis),
        "LANG": "C.UTF-8",
        "PIP_NO_INDEX": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


@pytest.fixture(scope="session", name="ontwikkelomgeving")
def _ontwikkelomgeving(tmp_path_factory: pytest.TempPathFactory) -> Omgeving:
    """De Python van deze test, waarin Dakpan bewerkbaar is geïnstalleerd."""
    elders = tmp_path_factory.mktemp("elders")
    return Omgeving(Path(sys.executable), elders, _schoon(elders))


@pytest.fixture(scope="session", name="installatie")
def _installatie(tmp_path_factory: pytest.TempPathFactory, ontwikkelomgeving: Omgeving) -> Installatie:
    if not list(WIELEN.glob("*.whl")):
        pytest.fail(
            "in .venv/wielen staan geen wielen van de afhankelijkheden; draai eerst `make setup`", pytrace=False
        )
    gebouwd, thuis = tmp_path_factory.mktemp("gebouwd"), tmp_path_factory.mktemp("thuis")
    for project in (CHECKOUT, VOORBEELD):
        ontwikkelomgeving.draai("-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", gebouwd, project)
    venv.create(thuis.joinpath("venv"), with_pip=True)
    omgeving = Omgeving(thuis.joinpath("venv", "bin", "python"), thuis, _schoon(thuis))
    bronnen = ("--no-index", "--find-links", WIELEN, "--find-links", gebouwd)
    omgeving.draai("-m", "pip", "install", "-q", *bronnen, "dakpan-gemeente-voorbeeld")
    (dakpan_wiel,), (voorbeeld_wiel,) = gebouwd.glob("dakpan-*.whl"), gebouwd.glob("dakpan_gemeente_*.whl")
    return Installatie(omgeving, dakpan_wiel, voorbeeld_wiel)
