"""De opdracht zelf, in hetzelfde proces (voor de vele) of als los proces (voor wat alleen daar blijkt)."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dakpan.cli.uitvoeren import voer_uit

WORTEL = Path(__file__).parents[2]
Uitkomst = tuple[int, str, str]


@pytest.fixture(autouse=True)
def _in_de_wortel(monkeypatch: pytest.MonkeyPatch) -> None:
    """De hulptekst noemt paden vanaf de wortel; de tenants van wie de tests draait doen niet mee."""
    monkeypatch.chdir(WORTEL)
    monkeypatch.delenv("DAKPAN_TENANTS", raising=False)
    monkeypatch.delenv("DAKPAN_SPOOR", raising=False)


@pytest.fixture(name="voer")
def _voer(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Uitkomst]:
    """Voert ``dakpan`` uit: de afsluitcode en wat er op beide uitvoeren staat."""

    def doe(*argumenten: str, invoer: bytes = b"") -> Uitkomst:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(invoer)))
        code = voer_uit(argumenten)
        uit, fout = capsysbinary.readouterr()
        return code, uit.decode(), fout.decode()

    return doe


@pytest.fixture(name="fouten")
def _fouten(voer: Callable[..., Uitkomst]) -> Callable[..., dict[str, str]]:
    """De fouten van een opdracht die moet mislukken: per veld de melding. Toetst ook de vorm."""

    def doe(*argumenten: str, invoer: bytes = b"") -> dict[str, str]:
        code, uit, fout = voer(*argumenten, invoer=invoer)
        probleem = json.loads(fout)
        assert (code, uit) == (2, "")
        assert set(probleem) == {"type", "title", "status", "errors"}
        assert probleem["status"] == 422
        assert all(set(een) == {"veld", "melding"} and een["melding"] for een in probleem["errors"])
        return {een["veld"]: een["melding"] for een in probleem["errors"]}

    return doe


@pytest.fixture(name="proces")
def _proces() -> Callable[..., Uitkomst]:
    """Het geïnstalleerde commando als los proces, zoals een gebruiker het draait."""
    commando = Path(sys.executable).with_name("dakpan")

    def doe(*argumenten: str, invoer: bytes = b"", **omgeving: str) -> Uitkomst:
        klaar = subprocess.run(
            [commando, *argumenten],
            input=invoer,
            capture_output=True,
            env={**os.environ, **omgeving},
            timeout=60,
            check=False,
        )
        return klaar.returncode, klaar.stdout.decode(), klaar.stderr.decode()

    return doe


@pytest.fixture(name="dossier")
def _dossier() -> dict[str, Any]:
    """Een vers dossier uit de voorbeelden, om te veranderen."""
    gelezen = json.loads(Path("voorbeelden/extern-in-euro.json").read_text(encoding="utf-8"))
    assert isinstance(gelezen, dict)
    return gelezen
