"""Schrijft een nieuwe migratie: het verschil tussen de tabellen in de code en de laatste migratie.

Gebruik: ``make migratie NAAM="een zin"``. Lees het resultaat na; een database van een gebruiker gaat erdoorheen.
"""

import sys
import tempfile
from importlib.resources import files
from pathlib import Path

from alembic import command
from alembic.config import Config

from dakpan import tabellen
from dakpan.opslag.migreren import migreer_motor
from dakpan.opslag.motor import maak_motor
from dakpan.opslag.vrager import Uitzondering
from dakpan.opslag.wacht import UITZONDERING

MIGRATIES = Path(str(files("dakpan.opslag").joinpath("migraties")))


def schrijf(naam: str) -> None:
    """Maakt een lege database, brengt haar bij en legt het verschil vast."""
    inrichting = Config()
    inrichting.set_main_option("script_location", str(MIGRATIES))
    assert tabellen.METADATA.tables  # noqa: S101 - geladen, zodat het verschil te zien is
    nummer = f"{len(list(MIGRATIES.glob('versions/[0-9]*.py'))) + 1:04d}"
    with tempfile.TemporaryDirectory() as folder:
        motor = maak_motor(f"sqlite:///{folder}/leeg.db")
        migreer_motor(motor)
        with motor.connect().execution_options(**{UITZONDERING: Uitzondering.MIGRATIE}) as verbinding:
            inrichting.attributes["connection"] = verbinding
            command.revision(inrichting, naam, autogenerate=True, rev_id=nummer)
        motor.dispose()


if __name__ == "__main__":
    schrijf(" ".join(sys.argv[1:]))
