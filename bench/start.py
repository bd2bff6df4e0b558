"""Meet de start van het loket naast het laden van de bibliotheken waarop het staat, elk in een nieuw proces.

Gemeten wordt rekentijd van het hele proces tot dat punt, want de klok meet op een drukke machine vooral de drukte. De
vertaalde modules (.pyc) liggen klaar, zoals bij een geïnstalleerd pakket: anders meet dit vooral het vertalen.
"""

import os
import subprocess
import sys
from statistics import median
from tempfile import TemporaryDirectory

PAREN = 7
STAPEL = "import flask, flask_sqlalchemy, marshmallow, pluggy, babel"
MAKEN = """
from dakpan.loket.app import create_app, laad
from dakpan.instellingen import Instellingen
geheim = "n7Qw2Lk9Zx4Vb6Tm1Rp8Hs3Jd5Fg0Yc-"
app = create_app(Instellingen("sqlite://", geheim, (geheim,), geheim[::-1], demo=True, https=False))
"""
LADEN = MAKEN + "laad(app)"
ANTWOORDEN = LADEN + "\nassert app.test_client().get('/aanmelden').status_code == 200"
METEN = "\nimport time; print(time.process_time_ns())"


def verhoudingen(*kanten: str) -> list[float]:
    """Per kant het midden van de verhoudingen met de kale stapel, elk paar vlak na elkaar."""
    with TemporaryDirectory() as vertaald:
        tijd(STAPEL, vertaald), tijd(ANTWOORDEN, vertaald)
        return [median(tijd(kant, vertaald) / tijd(STAPEL, vertaald) for _ in range(PAREN)) for kant in kanten]


def tijd(code: str, vertaald: str) -> int:
    omgeving = {naam: waarde for naam, waarde in os.environ.items() if naam != "PYTHONDONTWRITEBYTECODE"}
    klaar = subprocess.run(
        [sys.executable, "-c", code + METEN],
        check=True,
        capture_output=True,
        env=omgeving | {"PYTHONPYCACHEPREFIX": vertaald},
    )
    return int(klaar.stdout)
