"""Wachtwoorden die in een test niets kosten: argon2 is met opzet traag, en hier hoeft niemand te raden."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from argon2 import PasswordHasher
from tests.hulp import bezoeker

from dakpan.partijen import wachtwoorden

VLUG = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@contextmanager
def vlugge_argon2() -> Iterator[None]:
    """Dezelfde soort afdruk met zo min mogelijk rekenwerk; ``tests/partijen`` toetst hoe zwaar de echte is."""
    with reken_met(VLUG):
        yield


@contextmanager
def reken_met(argon2: PasswordHasher) -> Iterator[None]:
    """Elke afdruk met deze instellingen; wat eerder is onthouden is vergeten."""
    onthouden = (wachtwoorden._van_niemand, bezoeker.afdruk)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wachtwoorden, "_argon2", lambda: argon2)
        for een in onthouden:
            een.cache_clear()
        yield
    for een in onthouden:
        een.cache_clear()
