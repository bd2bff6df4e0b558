"""Vier vragers: twee financiers en twee organisaties, en een sessie voor elk."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from dakpan.opslag.geschiedenis import NU, REDEN
from dakpan.opslag.vrager import Vrager
from dakpan.opslag.wacht import stel_vrager

MIJN_TENANT, ANDERE_TENANT = "veldstad", "heuvelstad"
MIJN_ORGANISATIE, ANDERE_ORGANISATIE = UUID(int=101), UUID(int=102)
ACCOUNT = UUID(int=7)
MOMENT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)

FINANCIER = Vrager(ACCOUNT, "Wil Consulent", tenant_id=MIJN_TENANT)
ANDERE_FINANCIER = Vrager(ACCOUNT, "Wies Elders", tenant_id=ANDERE_TENANT)
ORGANISATIE = Vrager(ACCOUNT, "Jo Coach", organisatie_id=MIJN_ORGANISATIE)
ANDERE_ORG = Vrager(ACCOUNT, "Jip Elders", organisatie_id=ANDERE_ORGANISATIE)


@contextmanager
def sessie_van(motor: Engine, vrager: Vrager | None, reden: str = "test") -> Iterator[Session]:
    """Een sessie waarin deze vrager iets doet, op een vast moment."""
    with Session(motor, expire_on_commit=False, info={NU: MOMENT, REDEN: reden}) as sessie:
        if vrager is not None:
            stel_vrager(sessie, vrager)
        yield sessie
