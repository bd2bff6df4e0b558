"""Wie de grens op de verkeerde plek zet, of een rij van een ander binnenhaalt, komt de wacht niet voorbij."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Engine, and_, delete, literal_column, not_, or_, select, true, union_all, update
from sqlalchemy.exc import IntegrityError, InvalidRequestError
from sqlalchemy.orm import Session, joinedload, make_transient_to_detached
from tests.opslag.bouw import zaak
from tests.opslag.vragers import (
    ANDERE_FINANCIER,
    ANDERE_TENANT,
    FINANCIER,
    MIJN_ORGANISATIE,
    MIJN_TENANT,
    ORGANISATIE,
    sessie_van,
)

from dakpan.dossier.tables import Zaak
from dakpan.opslag import wacht
from dakpan.opslag.fouten import Wachtfout
from dakpan.opslag.ontleding import plekken
from dakpan.opslag.vrager import Kant
from dakpan.partijen.tables import Werkgever
from dakpan.tabellen import METADATA

Z, P = METADATA.tables["zaak"], METADATA.tables["persoon"]
MIJN = and_(Z.c.tenant_id == MIJN_TENANT, Z.c.kant.in_(["financier", "gedeeld"]))
BIJ_PERSOON = and_(P.c.tenant_id == MIJN_TENANT, P.c.kant.in_(["financier", "gedeeld"]))
SAMEN = P.c.id == Z.c.persoon_id

VERKEERD: dict[str, Any] = {
    "niet": select(Z.c.nummer).where(not_(MIJN)),
    "of altijd": select(Z.c.nummer).where(or_(MIJN, true())),
    "of een is een": select(Z.c.nummer).where(or_(MIJN, literal_column("1") == literal_column("1"))),
    "alleen in de kolommen": select(Z.c.nummer, (Z.c.tenant_id == MIJN_TENANT).label("a"), Z.c.kant.in_(["gedeeld"])),
    "alleen in de volgorde": select(Z.c.nummer).order_by(MIJN),
    "alleen na het groeperen": select(Z.c.nummer).group_by(Z.c.nummer, Z.c.tenant_id, Z.c.kant).having(MIJN),
    "alleen in de on van een left join": select(Z.c.nummer).select_from(Z.outerjoin(P, and_(SAMEN, MIJN, BIJ_PERSOON))),
    "dubbel in de eerste arm": union_all(select(Z.c.nummer).where(MIJN, and_(MIJN)), select(Z.c.nummer)),
    "in een deelvraag in de where": select(Z.c.nummer).where(select(literal_column("1")).where(MIJN).exists()),
    "in een deelvraag als waarheid": select(Z.c.nummer).where(select(true()).where(MIJN).scalar_subquery()),
    "tussen twee waarden": select(Z.c.nummer).where(
        literal_column("1").between(literal_column("0"), Z.c.tenant_id == MIJN_TENANT), Z.c.kant.in_(["gedeeld"])
    ),
    "de grens van een ander": select(Z.c.nummer).where(
        SAMEN, Z.c.tenant_id == ANDERE_TENANT, Z.c.kant.in_(["gedeeld"]), BIJ_PERSOON
    ),
    "vergeleken met een uitkomst": select(Z.c.nummer).where(MIJN.self_group() == literal_column("0 = 1")),
}
GOED: dict[str, Any] = {
    "en": select(Z.c.nummer).where(MIJN),
    "en tussen haakjes": select(Z.c.nummer).where(and_(MIJN, or_(Z.c.nummer == "Z-1", Z.c.nummer == "Z-2"))),
    "in de on van een join": select(Z.c.nummer).join(P, and_(SAMEN, MIJN, BIJ_PERSOON)),
    "left join met ieder zijn eigen": select(Z.c.nummer)
    .select_from(Z.outerjoin(P, and_(SAMEN, BIJ_PERSOON)))
    .where(MIJN),
    "een deelvraag met een join": select(
        select(Z.c.nummer).join(P, and_(SAMEN, BIJ_PERSOON)).where(MIJN).subquery().c.nummer
    ),
    "in elke arm": union_all(select(Z.c.nummer).where(MIJN), select(Z.c.nummer).where(MIJN)),
}


@pytest.fixture(autouse=True)
def _twee_zaken(motor: Engine) -> None:
    for vrager, tenant in ((FINANCIER, MIJN_TENANT), (ANDERE_FINANCIER, ANDERE_TENANT)):
        with sessie_van(motor, vrager) as sessie:
            zaak(sessie, tenant, Kant.FINANCIER)
            sessie.commit()


@pytest.fixture
def vreemd(motor: Engine) -> Zaak:
    """De zaak van een ander, losgemaakt van zijn sessie."""
    with sessie_van(motor, ANDERE_FINANCIER) as sessie:
        rij = sessie.scalars(select(Zaak)).one()
        sessie.expunge(rij)
        return rij


@pytest.mark.parametrize("opdracht", VERKEERD.values(), ids=VERKEERD)
def test_een_grens_op_de_verkeerde_plek_telt_niet(motor: Engine, opdracht: Any) -> None:
    with sessie_van(motor, FINANCIER) as sessie, pytest.raises(Wachtfout, match="geen grens"):
        sessie.execute(opdracht)


@pytest.mark.parametrize("opdracht", GOED.values(), ids=GOED)
def test_een_grens_op_de_goede_plek_telt(motor: Engine, opdracht: Any) -> None:
    with sessie_van(motor, FINANCIER) as sessie:
        assert set(sessie.scalars(opdracht)) == {"Z-1"}


def test_wat_de_orm_zelf_maakt_wordt_herkend(motor: Engine) -> None:
    """Ook onder een OR van de schrijver zelf: de grens van de sessie staat eromheen."""
    with sessie_van(motor, FINANCIER) as sessie:
        vraag = select(Zaak).options(joinedload(Zaak.persoon)).where(or_(Zaak.tenant_id == ANDERE_TENANT, true()))
        assert [rij.tenant_id for rij in sessie.scalars(vraag)] == [MIJN_TENANT]
        met_werkgever = select(Zaak.nummer).outerjoin(Werkgever, Werkgever.id == Zaak.werkgever_id)
        assert sessie.scalars(met_werkgever).all() == ["Z-1"]


def _ververs(sessie: Session, vreemd: Zaak) -> Any:
    sessie.add(vreemd)
    sessie.refresh(vreemd)
    return vreemd.nummer


def _voeg_samen(sessie: Session, vreemd: Zaak) -> Any:
    samen = sessie.merge(vreemd, load=False)
    sessie.expire(samen)
    return samen.nummer


def _maak_na(sessie: Session, vreemd: Zaak) -> Any:
    nagemaakt = Zaak(tenant_id=vreemd.tenant_id, id=vreemd.id)
    make_transient_to_detached(nagemaakt)
    sessie.add(nagemaakt)
    return nagemaakt.nummer


@pytest.mark.parametrize("haal", [_ververs, _voeg_samen, _maak_na])
def test_een_rij_van_een_ander_wordt_niet_opnieuw_gelezen(
    motor: Engine, vreemd: Zaak, haal: Callable[[Session, Zaak], Any]
) -> None:
    with sessie_van(motor, FINANCIER) as sessie, pytest.raises(InvalidRequestError):
        haal(sessie, vreemd)


def test_de_eigen_rij_wel(motor: Engine) -> None:
    with sessie_van(motor, ORGANISATIE) as sessie:
        rij = zaak(sessie, MIJN_TENANT, Kant.ORGANISATIE, MIJN_ORGANISATIE, "Z-9")
        sessie.commit()
        sessie.refresh(rij)
        sessie.expire(rij)
        assert rij.nummer == "Z-9"


@pytest.mark.parametrize("opdracht", [update(Z).values(nummer="X"), delete(Z)], ids=["wijzig", "verwijder"])
def test_een_mislukt_deel_van_de_transactie_zet_de_wacht_niet_uit(motor: Engine, opdracht: Any) -> None:
    with sessie_van(motor, FINANCIER) as sessie:
        deel = sessie.begin_nested()
        zaak(sessie, MIJN_TENANT, Kant.FINANCIER)  # dit nummer bestaat al
        with pytest.raises(IntegrityError):
            sessie.flush()
        deel.rollback()
        with pytest.raises(Wachtfout, match="geschiedenis"):
            sessie.execute(opdracht)


def test_tijdens_het_wegschrijven_gaat_alleen_wat_is_nagekeken(motor: Engine) -> None:
    with sessie_van(motor, FINANCIER) as sessie:
        sessie.scalars(select(Zaak)).one().nummer = "Z-2"
        wacht._kijk_rijen_na(sessie, None, None)  # alsof het wegschrijven bezig is
        with pytest.raises(Wachtfout, match="geschiedenis"):
            sessie.connection().execute(update(Z).where(Z.c.nummer == "Z-1").values(nummer="X"))


def test_ontleden_leest_de_vorm_en_niet_alleen_de_woorden() -> None:
    tekst = (
        "WITH deel AS (SELECT zaak.id FROM zaak WHERE zaak.tenant_id = ? AND zaak.kant IN (?, ?)) "
        "SELECT p.id, (SELECT count(*) FROM zaak AS z WHERE z.tenant_id = ? OR z.kant IN (?)) FROM deel "
        "LEFT OUTER JOIN persoon AS p ON p.id = deel.id AND p.tenant_id = ? WHERE CASE WHEN 1 THEN 2 END = 'x (AND'"
    )
    gevonden = {plek.alias: [(grens.kolom, grens.parameters) for grens in plek.altijd] for plek in plekken(tekst)}
    assert gevonden == {
        "zaak": [("tenant_id", (0,)), ("kant", (1, 2))],
        "deel": [],
        "p": [("tenant_id", (5,))],
        "z": [],
    }
