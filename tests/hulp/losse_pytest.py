"""Een eigen ``pytest`` in een los proces, met ``tests/conftest.py``: om te zien hoe een hele ronde afloopt."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HUIS = Path(__file__).parents[2]
INRICHTING = "[pytest]\ntestpaths = .\nfilterwarnings = error\n"


@dataclass(frozen=True)
class LossePytest:
    """Een map met tests en hoe zij draaien."""

    plek: Path

    def draai(self, tests: str, *keuzes: str, **omgeving: str) -> subprocess.CompletedProcess[str]:
        """Draait deze tests; ``uit`` is in die tests de map waarin zij iets kunnen achterlaten."""
        self.plek.joinpath("pytest.ini").write_text(INRICHTING, encoding="utf-8")
        self.plek.joinpath("test_los.py").write_text(tests, encoding="utf-8")
        kaal = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith(("PYTEST_", "DAKPAN_"))}
        return subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-p", "tests.conftest", "-p", "no:cacheprovider", *keuzes],
            cwd=self.plek,
            env={**kaal, "PYTHONPATH": str(HUIS), **omgeving},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def achtergelaten(self, naam: str) -> list[str]:
        """Wat de tests in bestanden met deze naam schreven."""
        return [bestand.read_text(encoding="utf-8") for bestand in sorted(self.plek.glob(f"{naam}*"))]
