"""Twee mensen tegelijk, en een proces dat halverwege wegvalt: niets raakt kwijt en niets blijft half."""

import os
import signal
import subprocess
import sys
import threading
from uuid import UUID

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm.exc import StaleDataError
from tests.opslag.bouw import zaak
from tests.opslag.vragers import FINANCIER, MIJN_TENANT, sessie_van

from dakpan.dossier.tables import Nummerreeks, Zaak
from dakpan.dossier.zaken import geef_nummer
from dakpan.opslag.sporen import Geschiedenis
from dakpan.opslag.vrager import Kant
from dakpan.partijen.tables import Persoon


@pytest.fixture
def zaak_id(motor: Engine) -> UUID:
    with sessie_van(motor, FINANCIER) as sessie:
        rij = zaak(sessie, MIJN_TENANT, Kant.FINANCIER)
        sessie.commit()
        return rij.id


def test_wie_een_oude_versie_opslaat_hoort_het(motor: Engine, zaak_id: UUID) -> None:
    with sessie_van(motor, FINANCIER) as eerste:
        van_eerste = eerste.get_one(Zaak, (MIJN_TENANT, zaak_id))
        eerste.commit()
        with sessie_van(motor, FINANCIER) as tweede:
            tweede.get_one(Zaak, (MIJN_TENANT, zaak_id)).nummer = "Z-van-tweede"
            tweede.commit()
        van_eerste.nummer = "Z-van-eerste"
        with pytest.raises(StaleDataError):
            eerste.commit()
    with sessie_van(motor, FINANCIER) as sessie:
        assert sessie.get_one(Zaak, (MIJN_TENANT, zaak_id)).nummer == "Z-van-tweede"


def test_twintig_tegelijk_krijgen_twintig_nummers(motor: Engine) -> None:
    with sessie_van(motor, FINANCIER) as sessie:
        sessie.add(Nummerreeks(tenant_id=MIJN_TENANT, soort="AJ-2026", stand=0))
        sessie.commit()
    nummers: list[str] = []

    def vraag() -> None:
        for _ in range(5):
            with sessie_van(motor, FINANCIER) as sessie:
                nummers.append(geef_nummer(sessie, MIJN_TENANT, "AJ", 2026))
                sessie.commit()

    draden = [threading.Thread(target=vraag) for _ in range(4)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(60)
    assert sorted(nummers) == [f"AJ-2026-{nummer:05d}" for nummer in range(1, 21)]


HALVERWEGE = """
import os, signal, sys
from dakpan.opslag.motor import maak_motor
from dakpan.opslag.vrager import Kant
from tests.opslag.bouw import zaak
from tests.opslag.vragers import FINANCIER, MIJN_TENANT, sessie_van

with sessie_van(maak_motor(sys.argv[1]), FINANCIER) as sessie:
    zaak(sessie, MIJN_TENANT, Kant.FINANCIER, nummer="Z-half")
    sessie.flush()
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_een_proces_dat_wegvalt_laat_niets_half_achter(motor: Engine, database_url: str) -> None:
    """Weggeschreven maar niet vastgelegd: na de klap is er niets, en een ander kan gewoon verder."""
    omgeving = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    klap = subprocess.run([sys.executable, "-c", HALVERWEGE, database_url], env=omgeving, check=False, timeout=60)
    assert klap.returncode == -signal.SIGKILL
    with sessie_van(motor, FINANCIER) as sessie:
        assert sessie.scalars(select(Zaak)).all() == []
        assert sessie.scalars(select(Persoon)).all() == []
        assert sessie.scalars(select(Geschiedenis)).all() == []
        zaak(sessie, MIJN_TENANT, Kant.FINANCIER, nummer="Z-heel")
        sessie.commit()
        assert sessie.scalars(select(Zaak.nummer)).all() == ["Z-heel"]
