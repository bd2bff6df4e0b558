"""Veel rijen in één keer: wat erin gaat staat er ook, en elke rij is nagekeken."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import JSON, Boolean, Column, Date, Engine, Integer, LargeBinary, MetaData, String, Table, Uuid, select
from tests.hulp.alleen import OP_POSTGRESQL, OP_SQLITE
from tests.opslag.test_veel import notities
from tests.opslag.vragers import ANDERE_ORGANISATIE, ANDERE_TENANT, ORGANISATIE, sessie_van
from tests.uren.pagina import opdrachten

from dakpan.begrippen.bedrag import Bedrag
from dakpan.dossier.tables import Notitie, Zaak
from dakpan.opslag.basis import keuze, nieuw_id
from dakpan.opslag.eenmaal import elk_een_keer
from dakpan.opslag.fouten import Wachtfout
from dakpan.opslag.invoegen import voeg_in
from dakpan.opslag.lijst import een_van
from dakpan.opslag.typen import Centen, Moment
from dakpan.opslag.veel import voeg_toe
from dakpan.opslag.vrager import Kant
from dakpan.opslag.wacht import nagekeken
from dakpan.tabellen import METADATA

PROEF = Table(
    "proef",
    MetaData(),
    Column("nummer", Integer, primary_key=True),
    Column("id", Uuid),
    Column("tekst", String(80)),
    Column("kant", keuze(Kant)),
    Column("bedrag", Centen),
    Column("ja", Boolean),
    Column("dag", Date),
    Column("op", Moment),
    Column("inhoud", LargeBinary),
    Column("meer", JSON(none_as_null=True)),
    Column("versie", Integer, default=1),
)
# Wat in een array van PostgreSQL iets anders kan betekenen dan wat er staat.
LASTIG = ["", "NULL", "null", '"', "\\", '\\"', "{a,b}", "a, b", " spaties ", "regel\nregel", "tab\t", "é ☂ 中", "'%s'"]


@pytest.fixture
def proef(motor: Engine) -> Iterator[Table]:
    PROEF.create(motor)
    yield PROEF
    PROEF.drop(motor)


def _rij(nummer: int, tekst: str | None) -> dict[str, Any]:
    if tekst is None:
        return {een.name: nummer if een.name == "nummer" else None for een in PROEF.c if een.name != "versie"}
    return {
        "nummer": nummer,
        "id": nieuw_id(),
        "tekst": tekst,
        "kant": Kant.GEDEELD,
        "bedrag": Bedrag(-12_345),
        "ja": nummer % 2 == 0,
        "dag": date(2026, 2, 28),
        "op": datetime(2026, 2, 28, 23, 59, 59, 123456, tzinfo=UTC),
        "inhoud": tekst.encode() + b"\x00\xff",
        "meer": {"tekst": tekst, "lijst": [tekst, 1, None, True]},
    }


def test_wat_erin_gaat_staat_er(motor: Engine, proef: Table) -> None:
    rijen = [_rij(nummer, tekst) for nummer, tekst in enumerate([*LASTIG, None])]
    with motor.begin() as verbinding:
        voeg_in(verbinding, proef, rijen)
    with motor.connect() as verbinding:
        staat_er = [dict(rij) for rij in verbinding.execute(select(proef).order_by(proef.c.nummer)).mappings()]
    assert staat_er == [{**rij, "versie": 1} for rij in rijen]


def test_wat_in_elke_rij_hetzelfde_is_staat_in_elke_rij(motor: Engine, proef: Table) -> None:
    """Ook als dat in één veld niets is, en twee rijen meer gemeen hebben dan hun soort."""
    zelfde = {**_rij(0, '"a\\b"'), "dag": None}
    rijen = [{**zelfde, "nummer": nummer, "id": nieuw_id()} for nummer in range(3)]
    with motor.begin() as verbinding:
        voeg_in(verbinding, proef, rijen)
    with motor.connect() as verbinding:
        staat_er = [dict(rij) for rij in verbinding.execute(select(proef).order_by(proef.c.nummer)).mappings()]
    assert staat_er == [{**rij, "versie": 1} for rij in rijen]


@pytest.mark.parametrize("hoeveel", [1, 2, 3])
@pytest.mark.parametrize(
    ("anders", "bezwaar"),
    [
        ({"tenant_id": ANDERE_TENANT, "organisatie_id": ANDERE_ORGANISATIE}, "andere organisatie"),
        ({"kant": Kant.FINANCIER}, "andere kant"),
    ],
    ids=["van een ander", "van de andere kant"],
)
def test_de_laatste_poort_ziet_elke_vreemde_rij(
    motor: Engine, eigen: Zaak, anders: dict[str, Any], bezwaar: str, hoeveel: int
) -> None:
    """Een, een paar, of alle: dan gaat wat er vreemd is als één waarde mee."""
    rijen = [*notities(eigen.id, 3 - hoeveel), *notities(eigen.id, hoeveel, **anders)]
    with sessie_van(motor, ORGANISATIE) as sessie:
        wel = [("notitie", een["id"]) for een in rijen]
        with nagekeken(sessie, wel) as verbinding, pytest.raises(Wachtfout, match=bezwaar):
            voeg_in(verbinding, METADATA.tables["notitie"], rijen)


def test_van_hetzelfde_wordt_een_keer_iets_gemaakt() -> None:
    een, ander, gemaakt = object(), object(), list[object]()

    def maak(wat: object) -> int:
        gemaakt.append(wat)
        return id(wat)

    assert list(elk_een_keer(maak, [een, ander, een, een])) == [id(een), id(ander), id(een), id(een)]
    assert gemaakt == [een, ander]


def test_van_elke_rij_wordt_gekeken_of_zij_is_nagekeken(motor: Engine, eigen: Zaak) -> None:
    """Ook als er maar één bij zit die niemand nakeek."""
    rijen = notities(eigen.id)
    with sessie_van(motor, ORGANISATIE) as sessie:
        wel = [("notitie", een["id"]) for een in rijen[:-1]]
        with nagekeken(sessie, wel) as verbinding, pytest.raises(Wachtfout, match="buiten de geschiedenis om"):
            voeg_in(verbinding, METADATA.tables["notitie"], rijen)


@OP_POSTGRESQL
def test_het_blijft_een_opdracht_hoeveel_rijen_het_ook_zijn(motor: Engine, eigen: Zaak) -> None:
    with sessie_van(motor, ORGANISATIE) as sessie:
        teksten = set()
        for aantal in (2, 500):
            with opdrachten() as gedaan:
                voeg_toe(sessie, Notitie, notities(eigen.id, aantal))
            teksten.add(tuple(een for een in gedaan if een.startswith("INSERT")))
        assert [len(een) for een in teksten] == [2]  # de rijen en hun geschiedenis, met dezelfde tekst


@pytest.mark.parametrize("aantal", [0, 1, 3])
def test_een_van_vindt_precies_die(motor: Engine, eigen: Zaak, aantal: int) -> None:
    rijen = [{**een, "tekst": tekst} for een, tekst in zip(notities(eigen.id, len(LASTIG)), LASTIG, strict=True)]
    gezocht = rijen[:aantal]
    with sessie_van(motor, ORGANISATIE) as sessie:
        voeg_toe(sessie, Notitie, rijen)
        op_id = sessie.scalars(select(Notitie.id).where(een_van(Notitie.id, {een["id"] for een in gezocht})))
        assert set(op_id) == {een["id"] for een in gezocht}
        op_tekst = sessie.scalars(select(Notitie.id).where(een_van(Notitie.tekst, [een["tekst"] for een in gezocht])))
        assert set(op_tekst) == {een["id"] for een in gezocht}
        op_id = sessie.scalars(select(Notitie.id).where(een_van(Notitie.id, [een["id"] for een in rijen[aantal:]])))
        assert set(op_id) == {een["id"] for een in rijen[aantal:]}  # dezelfde opdracht, met andere waarden
        anders = sessie.scalars(select(Notitie.id).where(~een_van(Notitie.id, [een["id"] for een in gezocht])))
        assert set(anders) == {een["id"] for een in rijen[aantal:]}


@OP_SQLITE
def test_een_van_gaat_langs_een_index(motor: Engine) -> None:
    vraag = select(Notitie.tekst).where(Notitie.tenant_id == "uwv-noord", een_van(Notitie.id, [nieuw_id()]))
    tekst = str(vraag.compile(motor, compile_kwargs={"literal_binds": True}))
    lijn = motor.raw_connection()
    (stap,) = lijn.cursor().execute(f"EXPLAIN QUERY PLAN {tekst}").fetchall()
    lijn.close()
    assert "(tenant_id=? AND id=?)" in stap[-1]


@OP_POSTGRESQL
def test_een_van_is_dezelfde_opdracht_hoeveel_het_er_ook_zijn(motor: Engine) -> None:
    with sessie_van(motor, ORGANISATIE) as sessie, opdrachten() as gedaan:
        for aantal in (1, 1000):
            sessie.scalars(select(Notitie.id).where(een_van(Notitie.id, [nieuw_id() for _ in range(aantal)]))).all()
    gelezen = [een for een in gedaan if "FROM notitie" in een]
    assert len(gelezen) == 2
    assert len(set(gelezen)) == 1
