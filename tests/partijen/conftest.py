"""Aanmelden gebeurt hier honderden keren: argon2 rekent weinig, behalve waar een test om de echte vraagt."""

from collections.abc import Iterator

import pytest
from argon2 import PasswordHasher
from sqlalchemy.orm import Session
from tests.hulp.argon import reken_met, vlugge_argon2
from tests.hulp.bezoeker import afdruk
from tests.hulp.bouw import Wereld

from dakpan.opslag.vrager import Vrager
from dakpan.partijen.tables import Account


@pytest.fixture(scope="module", autouse=True)
def vlug() -> Iterator[None]:
    with vlugge_argon2():
        yield


@pytest.fixture
def echte_argon2() -> Iterator[None]:
    """De instellingen waarmee het loket zelf rekent; noem haar vóór wat een afdruk maakt."""
    with reken_met(PasswordHasher()):
        yield


def met_wachtwoord(wereld: Wereld, vrager: Vrager) -> Vrager:
    """Deze persoon koos een wachtwoord: hij kan zich aanmelden, en dus ook beheren."""
    with Session(wereld.motor) as sessie:
        sessie.get_one(Account, vrager.account_id).wachtwoord = afdruk()
        sessie.commit()
    return vrager
