"""De migraties brengen een lege database precies naar de tabellen in de code, heen en terug."""

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from dakpan.opslag.migreren import MIGRATIES, is_bij, migreer
from dakpan.opslag.motor import maak_motor
from dakpan.opslag.vrager import Uitzondering
from dakpan.opslag.wacht import UITZONDERING
from dakpan.tabellen import METADATA


def test_na_de_migraties_is_er_geen_verschil_met_de_code(lege_database_url: str) -> None:
    motor = maak_motor(lege_database_url)
    assert not is_bij(motor)
    migreer(lege_database_url)
    with motor.connect().execution_options(**{UITZONDERING: Uitzondering.MIGRATIE}) as verbinding:
        verschil = compare_metadata(MigrationContext.configure(verbinding, opts={"compare_type": True}), METADATA)
    assert verschil == []
    assert is_bij(motor)
    motor.dispose()


def test_nog_een_keer_migreren_doet_niets(lege_database_url: str) -> None:
    migreer(lege_database_url)
    migreer(lege_database_url)
    motor = maak_motor(lege_database_url)
    assert is_bij(motor)
    motor.dispose()


def test_elke_migratie_kan_terug(lege_database_url: str) -> None:
    migreer(lege_database_url)
    motor = maak_motor(lege_database_url)
    inrichting = Config()
    inrichting.set_main_option("script_location", str(MIGRATIES))
    with motor.connect().execution_options(**{UITZONDERING: Uitzondering.MIGRATIE}) as verbinding:
        inrichting.attributes["connection"] = verbinding
        command.downgrade(inrichting, "base")
        verbinding.commit()
    assert set(inspect(motor).get_table_names()) <= {"alembic_version"}
    migreer(lege_database_url)
    assert is_bij(motor)
    motor.dispose()
