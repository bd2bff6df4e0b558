"""Wat met de volgende opdracht meereist komt aan, op volgorde, en nooit in een andere transactie."""

from typing import Any

import pytest
from sqlalchemy import Engine, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from tests.hulp.alleen import OP_POSTGRESQL
from tests.opslag.test_veel import notities
from tests.opslag.vragers import ANDERE_ORG, FINANCIER, MIJN_ORGANISATIE, ORGANISATIE, sessie_van

from dakpan.dossier.tables import Notitie, Zaak
from dakpan.opslag.samen import NIEMAND_WACHT
from dakpan.opslag.sporen import Geschiedenis
from dakpan.opslag.veel import voeg_toe
from dakpan.opslag.wacht import stel_vrager

WIE = text("SELECT coalesce(current_setting('dakpan.organisatie', true), '')")


@pytest.mark.parametrize("aantal", [1, 3])
def test_een_rij_en_haar_geschiedenis_zijn_er_allebei(motor: Engine, eigen: Zaak, aantal: int) -> None:
    with sessie_van(motor, ORGANISATIE) as sessie:
        voeg_toe(sessie, Notitie, notities(eigen.id, aantal))
        sessie.commit()
        assert len(sessie.scalars(select(Notitie)).all()) == aantal
        assert len(sessie.scalars(select(Geschiedenis).where(Geschiedenis.tabel == "notitie")).all()) == aantal


def _leg_vast(sessie: Session, rijen: list[dict[str, Any]]) -> None:
    voeg_toe(sessie, Notitie, rijen)
    sessie.commit()


def test_wat_misgaat_wordt_gezegd_en_dan_is_er_niets(motor: Engine, eigen: Zaak) -> None:
    """De rij reist met haar geschiedenis mee; staat zij er al, dan hoort wie haar schreef het."""
    rijen = notities(eigen.id, 1)
    with sessie_van(motor, ORGANISATIE) as sessie:
        _leg_vast(sessie, rijen)
        with pytest.raises(IntegrityError):
            _leg_vast(sessie, rijen)
        sessie.rollback()
        assert len(sessie.scalars(select(Geschiedenis).where(Geschiedenis.tabel == "notitie")).all()) == 1


@OP_POSTGRESQL
def test_wat_als_laatste_lag_gaat_voor_het_vastleggen_weg(motor: Engine) -> None:
    with motor.begin() as verbinding:
        verbinding.execute(text("CREATE TABLE proef (wat text)"))
    with motor.begin() as verbinding:
        invoegen = text("INSERT INTO proef VALUES (:wat)")
        verbinding.execute(invoegen, {"wat": "een"}, execution_options=NIEMAND_WACHT)
        verbinding.execute(invoegen, [{"wat": "twee"}, {"wat": "drie"}])
        verbinding.execute(invoegen, {"wat": "vier"}, execution_options=NIEMAND_WACHT)
    with motor.connect() as verbinding:
        assert verbinding.scalars(text("SELECT wat FROM proef")).all() == ["een", "twee", "drie", "vier"]


@OP_POSTGRESQL
def test_een_rij_met_haar_geschiedenis_reist_met_het_vastleggen(motor: Engine, eigen: Zaak) -> None:
    with sessie_van(motor, ORGANISATIE) as sessie:
        pid = sessie.connection().connection.dbapi_connection.info.backend_pid  # type: ignore[union-attr]
        voeg_toe(sessie, Notitie, notities(eigen.id, 1))
        assert _laatste_opdracht(motor, pid).startswith("SELECT zaak.")
        sessie.commit()
        assert _laatste_opdracht(motor, pid) == "COMMIT"


def _laatste_opdracht(motor: Engine, pid: int) -> str:
    """De database zelf zegt welke zij van deze verbinding het laatst kreeg."""
    with motor.connect() as ander:
        ander.execute(text("SET ROLE NONE"))
        return str(ander.scalar(text("SELECT query FROM pg_stat_activity WHERE pid = :pid"), {"pid": pid}))


@OP_POSTGRESQL
def test_de_database_weet_bij_elke_opdracht_wie_er_nu_vraagt(motor: Engine) -> None:
    with sessie_van(motor, ORGANISATIE) as sessie:
        assert sessie.scalar(WIE) == str(MIJN_ORGANISATIE)
        stel_vrager(sessie, ANDERE_ORG)
        assert sessie.scalar(WIE) == str(ANDERE_ORG.organisatie_id)
        stel_vrager(sessie, FINANCIER)
        with sessie.connection().execution_options(stream_results=True).execute(WIE) as stroom:
            assert stroom.scalar() == ""


@OP_POSTGRESQL
def test_wie_vroeg_en_niets_deed_vraagt_in_de_volgende_transactie_niets(motor: Engine) -> None:
    """Ook niet als een ander daarna dezelfde verbinding krijgt."""
    with sessie_van(motor, ORGANISATIE) as sessie:
        lijn = sessie.connection().connection.dbapi_connection
        sessie.rollback()
    with motor.connect() as verbinding:
        assert verbinding.connection.dbapi_connection is lijn
        assert verbinding.scalar(WIE) == ""
