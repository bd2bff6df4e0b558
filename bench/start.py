"""Meet de start van het loket: laden en ``create_app``, naast het laden van alleen de bibliotheken die het gebruikt."""

import subprocess
import sys
from statistics import median
from time import perf_counter_ns

PAREN = 7
BIBLIOTHEKEN = (
    "import argon2, babel.dates, babel.numbers, cryptography.fernet, flask, flask_babel, flask_sqlalchemy, flask_wtf, "
    "lxml.etree, marshmallow, pluggy, sqlalchemy.orm, stdnum, uuid_utils, whitenoise"
)
LOKET = """
from dakpan.instellingen import Instellingen
from dakpan.loket.app import create_app
from dakpan.partijen.inrichting import open_regelboek
geheim = "n7Qw2Lk9Zx4Vb6Tm1Rp8Hs3Jd5Fg0Yc-"
create_app(Instellingen("sqlite://", geheim, (geheim,), geheim[::-1], demo=True, https=False), open_regelboek([]))
"""


def verhouding() -> float:
    """Het midden van de verhoudingen, elk paar vlak na elkaar en elk in een nieuw proces."""
    tijd(LOKET), tijd(BIBLIOTHEKEN)
    return median(tijd(LOKET) / tijd(BIBLIOTHEKEN) for _ in range(PAREN))


def tijd(code: str) -> int:
    begin = perf_counter_ns()
    subprocess.run([sys.executable, "-c", code], check=True)
    return perf_counter_ns() - begin
