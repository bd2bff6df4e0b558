"""Brengt een database naar de vorm van deze versie."""

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine

from dakpan.opslag.motor import maak_motor, tel_opnieuw
from dakpan.opslag.vrager import Uitzondering
from dakpan.opslag.wacht import UITZONDERING

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIES = Path(str(files("dakpan.opslag").joinpath("migraties")))


def migreer(url: str, naar: str = "head") -> None:
    """Voert elke migratie uit die nog niet gedaan is; alles of niets."""
    motor = maak_motor(url)
    try:
        migreer_motor(motor, naar)
    finally:
        motor.dispose()


def migreer_motor(motor: Engine, naar: str = "head") -> None:
    """Hetzelfde, op een motor die er al is. Een nieuwe index helpt pas als de database weet hoeveel erin staat."""
    from alembic import command

    inrichting, was_bij = _inrichting(), is_bij(motor)
    with motor.connect().execution_options(**{UITZONDERING: Uitzondering.MIGRATIE}) as verbinding:
        inrichting.attributes["connection"] = verbinding
        command.upgrade(inrichting, naar)
        verbinding.commit()
    if not was_bij:
        tel_opnieuw(motor)


def is_bij(motor: Engine) -> bool:
    """Heeft de database de vorm die deze versie verwacht?"""
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory

    with motor.connect() as verbinding:
        nu = MigrationContext.configure(verbinding).get_current_revision()
    return nu == ScriptDirectory.from_config(_inrichting()).get_current_head()


def _inrichting() -> "Config":
    from alembic.config import Config

    inrichting = Config()
    inrichting.set_main_option("script_location", str(MIGRATIES))
    return inrichting
