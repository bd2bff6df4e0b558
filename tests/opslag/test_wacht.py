"""De wacht: zonder vrager geen opdracht, en niets gaat om haar heen."""

import pytest
from sqlalchemy import Engine, func, insert, select, text, update
from sqlalchemy.orm import selectinload
from tests.opslag.bouw import zaak
from tests.opslag.vragers import (
    ANDERE_FINANCIER,
    ANDERE_ORGANISATIE,
    FINANCIER,
    MIJN_ORGANISATIE,
    MIJN_TENANT,
    ORGANISATIE,
    sessie_van,
)

from dakpan.dossier.tables import Mijlpaal, Notitie, Nummerreeks, Zaak
from dakpan.opslag.fouten import VreemdeRij, Wachtfout
from dakpan.opslag.vrager import Kant, Uitzondering
from dakpan.opslag.wacht import langs_de_wacht, stel_vrager
from dakpan.partijen.tables import Persoon
from dakpan.tabellen import METADATA


@pytest.fixture
def van_financier(motor: Engine) -> Zaak:
    with sessie_van(motor, FINANCIER) as sessie:
        rij = zaak(sessie, MIJN_TENANT, Kant.FINANCIER)
        sessie.commit()
        return rij


def test_zonder_vrager_geen_opdracht(motor: Engine) -> None:
    with sessie_van(motor, None) as sessie, pytest.raises(Wachtfout, match="geen vrager"):
        sessie.scalars(select(Zaak)).all()


def test_buiten_een_sessie_om_gaat_niet(motor: Engine) -> None:
    for opdracht in (select(Zaak.__table__), text("SELECT count(*) FROM zaak")):
        with motor.connect() as verbinding, pytest.raises(Wachtfout, match="geen vrager"):
            verbinding.execute(opdracht)
    with motor.connect() as verbinding, pytest.raises(Wachtfout):
        verbinding.exec_driver_sql("SELECT * FROM zaak")
    with motor.connect() as verbinding, pytest.raises(Wachtfout):
        verbinding.exec_driver_sql('SELECT * FROM "zaak"')


@pytest.mark.parametrize(
    "tekst",
    [
        "SELECT * FROM zaak",
        "select * from ZAAK",
        "SELECT * FROM main.zaak",
        'SELECT * FROM public."zaak"',
        "DELETE FROM zaak",
        "UPDATE zaak SET nummer = 'x'",
        "SELECT 1 FROM persoon p, zaak z",
        "WITH z AS (SELECT * FROM zaak) SELECT * FROM z",
        "SELECT * FROM zaak WHERE tenant_id = 'veldstad' AND kant IN ('financier')",
    ],
)
def test_losse_tekst_over_zaken_gaat_nooit(motor: Engine, tekst: str) -> None:
    with sessie_van(motor, FINANCIER) as sessie, pytest.raises(Wachtfout):
        sessie.execute(text(tekst))


def test_losse_tekst_zonder_zaken_mag(motor: Engine) -> None:
    with sessie_van(motor, None) as sessie:
        assert sessie.scalar(text("SELECT 1")) == 1


def test_een_core_opdracht_zonder_filter_gaat_niet(motor: Engine) -> None:
    tabel = Zaak.__table__
    with sessie_van(motor, FINANCIER) as sessie:
        for opdracht in (
            select(tabel),
            select(tabel.c.id).where(tabel.c.tenant_id == "heuvelstad", tabel.c.kant.in_(["gedeeld"])),
            select(tabel.c.id).where(tabel.c.tenant_id == MIJN_TENANT),
            select(tabel.c.id).where(tabel.c.tenant_id == MIJN_TENANT, tabel.c.kant.in_(["organisatie"])),
            select(tabel.c.id)
            .join(Persoon.__table__, Persoon.__table__.c.id == tabel.c.persoon_id)
            .where(tabel.c.tenant_id == MIJN_TENANT, tabel.c.kant.in_(["gedeeld"])),
        ):
            with pytest.raises(Wachtfout, match="geen grens"):
                sessie.execute(opdracht)


def test_een_core_opdracht_met_eigen_filter_mag(motor: Engine, van_financier: Zaak) -> None:
    tabel = Zaak.__table__
    with sessie_van(motor, FINANCIER) as sessie:
        gevonden = sessie.execute(
            select(tabel.c.id).where(tabel.c.tenant_id == MIJN_TENANT, tabel.c.kant.in_(["financier", "gedeeld"]))
        )
        assert gevonden.scalars().all() == [van_financier.id]


def test_een_vreemde_rij_erbij_zetten_gaat_niet(motor: Engine) -> None:
    with sessie_van(motor, FINANCIER) as sessie:
        zaak(sessie, "heuvelstad", Kant.FINANCIER)
        with pytest.raises(VreemdeRij):
            sessie.flush()
    with sessie_van(motor, ORGANISATIE) as sessie:
        zaak(sessie, MIJN_TENANT, Kant.ORGANISATIE, ANDERE_ORGANISATIE)
        with pytest.raises(VreemdeRij):
            sessie.flush()


def test_een_insert_langs_de_orm_wordt_ook_nagekeken(motor: Engine) -> None:
    rij = {"tenant_id": "heuvelstad", "kant": Kant.FINANCIER, "versie": 1, "voornaam": "a", "achternaam": "b"}
    with sessie_van(motor, FINANCIER) as sessie, pytest.raises(Wachtfout, match="andere financier"):
        sessie.execute(insert(Persoon), [rij])
    tabel = METADATA.tables["mijlpaal"]
    with sessie_van(motor, FINANCIER) as sessie, pytest.raises(Wachtfout):
        sessie.execute(insert(tabel).from_select(["tenant_id", "id"], select(tabel.c.tenant_id, tabel.c.id)))


def test_wie_schrijft_leest_niet_wat_van_een_ander_is(motor: Engine, van_financier: Zaak) -> None:
    """Een vraag in de waarde van een nieuwe of gewijzigde rij zou langs het filter lezen."""
    vreemd = select(Zaak.__table__.alias("ander").c.nummer).limit(1).scalar_subquery()
    aantal = select(func.count(Zaak.id)).scalar_subquery()
    van_mij = {"tenant_id": MIJN_TENANT, "kant": Kant.FINANCIER, "zaak_id": van_financier.id}
    for opdracht in (
        insert(Notitie).values(**van_mij, versie=1, tekst=vreemd, op=van_financier.geopend_op, door="x"),
        insert(Nummerreeks).values(tenant_id=MIJN_TENANT, soort="Z", stand=aantal),
    ):
        with sessie_van(motor, FINANCIER) as sessie, pytest.raises(Wachtfout, match="leest"):
            sessie.execute(opdracht)
    with sessie_van(motor, FINANCIER) as sessie:
        sessie.get_one(Zaak, (MIJN_TENANT, van_financier.id)).nummer = vreemd
        with pytest.raises(Wachtfout, match="leest"):
            sessie.flush()


def test_een_rij_buiten_de_geschiedenis_om_gaat_niet(motor: Engine) -> None:
    eigen = {"tenant_id": MIJN_TENANT, "kant": Kant.FINANCIER, "versie": 1, "voornaam": "a", "achternaam": "b"}
    with sessie_van(motor, FINANCIER) as sessie, pytest.raises(Wachtfout, match="geschiedenis"):
        sessie.execute(insert(Persoon), [eigen])


def test_een_rij_wisselt_niet_van_financier(motor: Engine, van_financier: Zaak) -> None:
    with sessie_van(motor, FINANCIER) as sessie:
        sessie.get_one(Persoon, (MIJN_TENANT, van_financier.persoon_id)).tenant_id = "heuvelstad"
        with pytest.raises(VreemdeRij):
            sessie.flush()


def test_een_organisatie_geeft_haar_rij_niet_weg(motor: Engine) -> None:
    with sessie_van(motor, ORGANISATIE) as sessie:
        rij = zaak(sessie, MIJN_TENANT, Kant.ORGANISATIE, MIJN_ORGANISATIE)
        sessie.commit()
        rij.organisatie_id = ANDERE_ORGANISATIE
        with pytest.raises(VreemdeRij):
            sessie.flush()


def test_een_nieuwe_rij_wijst_niet_naar_die_van_een_ander(motor: Engine, van_financier: Zaak) -> None:
    """Wie een id raadt kan er geen rij aan hangen, ook niet in dezelfde tenant."""
    with sessie_van(motor, ORGANISATIE) as sessie:
        sessie.add(
            Mijlpaal(
                tenant_id=MIJN_TENANT,
                organisatie_id=MIJN_ORGANISATIE,
                kant=Kant.ORGANISATIE,
                zaak_id=van_financier.id,
                stap="aanvraag",
                op=van_financier.geopend_op,
                door="x",
            )
        )
        with pytest.raises(VreemdeRij):
            sessie.flush()


def test_een_wijziging_in_bulk_gaat_buiten_de_geschiedenis_om(motor: Engine, van_financier: Zaak) -> None:
    with sessie_van(motor, FINANCIER) as sessie, pytest.raises(Wachtfout, match="geschiedenis"):
        sessie.execute(update(Zaak).where(Zaak.id == van_financier.id).values(nummer="Z-2"))


def test_verversen_en_relaties_werken_binnen_de_wacht(motor: Engine, van_financier: Zaak) -> None:
    with sessie_van(motor, FINANCIER) as sessie:
        rij = sessie.get_one(Zaak, (MIJN_TENANT, van_financier.id))
        sessie.expire_all()
        assert rij.nummer == "Z-1"
        assert rij.persoon.achternaam == "Bloem"
        assert rij.mijlpalen == []
        opnieuw = sessie.scalars(select(Zaak).options(selectinload(Zaak.persoon))).one()
        assert opnieuw.persoon.naam == "Bo Bloem"


def test_een_andere_vrager_vergeet_wat_de_eerste_zag(motor: Engine, van_financier: Zaak) -> None:
    with sessie_van(motor, FINANCIER) as sessie:
        assert sessie.get(Zaak, (MIJN_TENANT, van_financier.id)) is not None
        stel_vrager(sessie, ANDERE_FINANCIER)
        assert sessie.get(Zaak, (MIJN_TENANT, van_financier.id)) is None


def test_een_uitzondering_geldt_zolang_als_zij_duurt(motor: Engine, van_financier: Zaak) -> None:
    with sessie_van(motor, None) as sessie:
        with langs_de_wacht(sessie, Uitzondering.VULLING):
            assert sessie.scalars(select(Zaak.id)).all() == [van_financier.id]
        with pytest.raises(Wachtfout):
            sessie.scalars(select(Zaak.id)).all()


def test_na_een_afgebroken_transactie_bewaakt_de_wacht_gewoon_verder(motor: Engine, van_financier: Zaak) -> None:
    with sessie_van(motor, FINANCIER) as sessie:
        zaak(sessie, MIJN_TENANT, Kant.ORGANISATIE)
        with pytest.raises(VreemdeRij):
            sessie.flush()
        sessie.rollback()
        with pytest.raises(Wachtfout):
            sessie.execute(update(METADATA.tables["zaak"]).values(nummer="Z-9"))
        sessie.rollback()
        assert sessie.scalars(select(Zaak.nummer)).all() == ["Z-1"]
