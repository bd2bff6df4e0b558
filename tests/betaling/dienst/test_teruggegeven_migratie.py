"""Wat vroeger als teruggestuurd werd bewaard en toch was teruggevraagd, heet na de migratie teruggegeven."""

from importlib import import_module

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, Engine, select, text
from tests.betaling.dienst.loket import TARIEF, Loket
from tests.betaling.dienst.test_terugvragen_dienst import beslis, vraag

from dakpan.betaling.tables import Declaratie
from dakpan.betaling.terugvragen.vragen import sta_toe
from dakpan.opslag.vrager import Uitzondering
from dakpan.opslag.wacht import UITZONDERING

MIGRATIE = import_module("dakpan.opslag.migraties.versions.0081_wat_eerder_is_teruggegeven")


@pytest.mark.parametrize("antwoord", ["", "Goed, u krijgt haar terug."])
def test_alleen_wat_zeker_is_teruggegeven_verandert(motor: Engine, antwoord: str) -> None:
    """Vier declaraties die vroeger alle vier 'afgekeurd' heetten; een daarvan was teruggegeven."""
    noord = Loket.open(motor, "uwv-noord")
    for nummer in range(4):
        zaak = noord.zaak(minuten=[60])
        rij = noord.dien_in(zaak, tarieven=(TARIEF,))
        if nummer in {0, 1, 3}:
            vraag(noord, zaak, rij)
        if nummer == 0:
            beslis(noord, zaak, rij, sta_toe, antwoord)
        elif nummer < 3:  # met een verzoek dat nog openlag, en zonder
            noord.keur(zaak, rij, goed=False, reden="Te veel uren.")
    with motor.connect().execution_options(**{UITZONDERING: Uitzondering.MIGRATIE}) as verbinding:
        _zonder_grens(verbinding)
        verbinding.execute(text("UPDATE declaratie SET status = 'afgekeurd' WHERE status = 'teruggegeven'"))
        with Operations.context(MigrationContext.configure(verbinding)):
            MIGRATIE.upgrade()
        verbinding.commit()
    with noord.wereld.als(noord.declarant) as handeling:
        standen = [een.value for een in handeling.sessie.scalars(select(Declaratie.status).order_by(Declaratie.id))]
    assert standen == ["teruggegeven", "afgekeurd", "afgekeurd", "ingediend"]


def _zonder_grens(verbinding: Connection) -> None:
    if verbinding.dialect.name == "postgresql":
        verbinding.execute(text("SELECT set_config('dakpan.uitzondering', 'migratie', true)"))
