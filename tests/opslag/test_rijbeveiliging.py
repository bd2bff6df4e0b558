"""De derde lijn op PostgreSQL: ook wie om alles heen gaat ziet en schrijft niets van een ander."""

import psycopg
import pytest
from sqlalchemy import make_url
from tests.opslag.bouw import zaak
from tests.opslag.vragers import FINANCIER, MIJN_ORGANISATIE, MIJN_TENANT, ORGANISATIE, sessie_van

from dakpan.opslag.keuring import beschermd
from dakpan.opslag.motor import maak_motor
from dakpan.opslag.rijbeveiliging import geldt_niet
from dakpan.opslag.vrager import Kant


def _kaal(url: str) -> psycopg.Connection[tuple[object, ...]]:
    adres = make_url(url).set(drivername="postgresql")
    return psycopg.connect(adres.render_as_string(hide_password=False))


@pytest.fixture(name="gevuld")
def _gevuld(postgres_gemigreerd: str) -> str:
    motor = maak_motor(postgres_gemigreerd)
    with sessie_van(motor, FINANCIER) as sessie:
        zaak(sessie, MIJN_TENANT, Kant.FINANCIER, nummer="Z-financier")
        sessie.commit()
    with sessie_van(motor, ORGANISATIE) as sessie:
        zaak(sessie, MIJN_TENANT, Kant.ORGANISATIE, MIJN_ORGANISATIE, nummer="Z-organisatie")
        sessie.commit()
    motor.dispose()
    return postgres_gemigreerd


def test_elke_bewaakte_tabel_heeft_rijbeveiliging(postgres_gemigreerd: str) -> None:
    with _kaal(postgres_gemigreerd) as verbinding:
        vraag = "SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity"
        assert {str(naam) for (naam,) in verbinding.execute(vraag)} == set(beschermd())


@pytest.mark.parametrize(
    ("tenant", "organisatie", "kant", "ziet"),
    [
        ("", "", "", []),
        (MIJN_TENANT, "", "financier", ["Z-financier"]),
        ("", str(MIJN_ORGANISATIE), "organisatie", ["Z-organisatie"]),
        ("heuvelstad", "", "financier", []),
        (MIJN_TENANT, "", "organisatie", ["Z-organisatie"]),
    ],
)
def test_de_database_geeft_alleen_wat_van_de_vrager_is(
    gevuld: str, tenant: str, organisatie: str, kant: str, ziet: list[str]
) -> None:
    with _kaal(gevuld) as verbinding:
        for naam, waarde in (("tenant", tenant), ("organisatie", organisatie), ("kant", kant)):
            verbinding.execute("SELECT set_config(%s, %s, true)", (f"dakpan.{naam}", waarde))
        assert [nummer for (nummer,) in verbinding.execute("SELECT nummer FROM zaak")] == ziet
        gewijzigd = verbinding.execute("UPDATE zaak SET versie = versie + 1")
        assert gewijzigd.rowcount == len(ziet)


def test_de_database_weigert_een_rij_voor_een_ander(gevuld: str) -> None:
    with _kaal(gevuld) as verbinding:
        verbinding.execute("SELECT set_config('dakpan.tenant', 'heuvelstad', true)")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            verbinding.execute(
                "INSERT INTO werkgever (tenant_id, id, kant, versie, naam) "
                "VALUES ('veldstad', gen_random_uuid(), 'financier', 1, 'x')"
            )


def test_een_gebruiker_die_de_rijbeveiliging_overslaat_wordt_herkend(database_url: str) -> None:
    """De tests werken als een gewone gebruiker; wie de rol niet wisselt is soms wel beheerder."""
    motor = maak_motor(database_url)
    assert not geldt_niet(motor)
    motor.dispose()
    beheer = make_url(database_url).difference_update_query(["options"])
    if beheer.get_backend_name() == "postgresql" and beheer.render_as_string(False) != database_url:
        motor = maak_motor(beheer.render_as_string(False))
        assert geldt_niet(motor)
        motor.dispose()


def test_elke_verbinding_met_postgresql_gaat_zonder_jit(postgres_gemigreerd: str) -> None:
    """Ook een verbinding die al eerder dienst deed en werd teruggedraaid."""
    motor = maak_motor(postgres_gemigreerd)
    for _ in range(2):
        with motor.connect() as verbinding:
            assert verbinding.exec_driver_sql("SHOW jit").scalar_one() == "off"
            verbinding.rollback()
    motor.dispose()


def test_wie_er_vraagt_wordt_niet_bij_elke_rij_opgezocht(postgres_gemigreerd: str) -> None:
    """Staat het in een eigen SELECT, dan zoekt PostgreSQL het één keer per opdracht op."""
    with _kaal(postgres_gemigreerd) as verbinding:
        regels = verbinding.execute("SELECT qual FROM pg_policies WHERE policyname = 'van_de_vrager'").fetchall()
    assert len(regels) == len(beschermd())
    for (regel,) in regels:
        assert str(regel).count("current_setting('") == str(regel).count("( SELECT ") > 0
