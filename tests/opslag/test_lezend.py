"""Wie lang leest houdt niemand op, ziet één stand, en kan niets schrijven."""

from collections.abc import Iterator
from time import perf_counter

import pytest
from sqlalchemy import Engine, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from tests.opslag.test_veel import notities
from tests.opslag.vragers import ORGANISATIE, sessie_van

from dakpan.dossier.tables import Notitie, Zaak
from dakpan.opslag.fouten import Wachtfout
from dakpan.opslag.lezend import alleen_lezen
from dakpan.opslag.veel import voeg_toe

VEEL, METEEN_S = 1200, 2


def _teksten(sessie: Session) -> Iterator[str]:
    vraag = select(Notitie.tekst).order_by(Notitie.id)
    yield from sessie.scalars(vraag.execution_options(yield_per=100))


def _schrijf(motor: Engine, eigen: Zaak, aantal: int = 1) -> float:
    begin = perf_counter()
    with sessie_van(motor, ORGANISATIE) as sessie:
        voeg_toe(sessie, Notitie, notities(eigen.id, aantal))
        sessie.commit()
    return perf_counter() - begin


def _schrijf_toch(sessie: Session, eigen: Zaak) -> None:
    voeg_toe(sessie, Notitie, notities(eigen.id, 1))
    sessie.scalars(select(Notitie)).all()  # op PostgreSQL reist de rij hiermee mee


def test_een_ander_schrijft_terwijl_iemand_halverwege_is(motor: Engine, eigen: Zaak) -> None:
    """En wie las ziet tot het einde wat er stond toen hij begon, ook in een volgende vraag."""
    _schrijf(motor, eigen, VEEL)
    with sessie_van(motor, ORGANISATIE) as lezer:
        assert lezer.scalar(select(Zaak.id)) == eigen.id  # zoals elk verzoek eerst kijkt wie er is
        with alleen_lezen(lezer):
            regels = _teksten(lezer)
            eerste = [next(regels) for _ in range(VEEL // 2)]
            assert _schrijf(motor, eigen) < METEEN_S
            assert len([*eerste, *regels]) == VEEL
            assert len(list(_teksten(lezer))) == VEEL
        assert len(list(_teksten(lezer))) == VEEL + 1


def test_schrijven_gaat_niet_door_en_daarna_weer_wel(motor: Engine, eigen: Zaak) -> None:
    with sessie_van(motor, ORGANISATIE) as sessie:
        with pytest.raises(DBAPIError, match=r"readonly|read-only"), alleen_lezen(sessie):
            _schrijf_toch(sessie, eigen)
        assert list(_teksten(sessie)) == []
        voeg_toe(sessie, Notitie, notities(eigen.id, 1))
        sessie.commit()
        assert list(_teksten(sessie)) == ["nummer 0"]


def test_dezelfde_verbinding_kan_bij_een_ander_weer_schrijven(motor: Engine, eigen: Zaak) -> None:
    """De verbinding gaat terug in de voorraad; wie haar daarna krijgt merkt niets van wie er las."""
    with sessie_van(motor, ORGANISATIE) as sessie, alleen_lezen(sessie):
        lijn = sessie.connection().connection.dbapi_connection
    with motor.begin() as verbinding:
        assert verbinding.connection.dbapi_connection is lijn
        verbinding.execute(text("CREATE TABLE proef (wat integer)"))
        verbinding.execute(text("DROP TABLE proef"))
    _schrijf(motor, eigen)


def test_wat_nog_te_schrijven_is_gaat_niet_ongezien_mee(motor: Engine, eigen: Zaak) -> None:
    with sessie_van(motor, ORGANISATIE) as sessie:
        sessie.add(Notitie(**notities(eigen.id, 1)[0]))
        with pytest.raises(Wachtfout), alleen_lezen(sessie):
            pass
