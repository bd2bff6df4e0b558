"""Aanmelden gebeurt hier honderden keren: argon2 rekent weinig, behalve waar een test om de echte vraagt."""

from collections.abc import Iterator

import pytest
from argon2 import PasswordHasher
from tests.hulp.argon import reken_met, vlugge_argon2


@pytest.fixture(scope="module", autouse=True)
def vlug() -> Iterator[None]:
    with vlugge_argon2():
        yield


@pytest.fixture
def echte_argon2() -> Iterator[None]:
    """De instellingen waarmee het loket zelf rekent; noem haar vóór wat een afdruk maakt."""
    with reken_met(PasswordHasher()):
        yield
