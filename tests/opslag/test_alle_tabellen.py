"""Elke bewaakte tabel, als de verkeerde financier, de verkeerde organisatie en de verkeerde kant."""

from typing import Any

import pytest
from sqlalchemy import Engine, delete, func, inspect, select, update
from sqlalchemy.orm import aliased, make_transient
from tests.opslag.rijen import maak, soorten
from tests.opslag.vragers import (
    ANDERE_FINANCIER,
    ANDERE_ORG,
    FINANCIER,
    MIJN_ORGANISATIE,
    MIJN_TENANT,
    ORGANISATIE,
    sessie_van,
)

from dakpan.opslag.basis import Organisatiegegevens, Zaakgegevens
from dakpan.opslag.fouten import Wachtfout
from dakpan.opslag.keuring import beschermd
from dakpan.opslag.sporen import Spoor
from dakpan.opslag.vrager import Kant, Uitzondering, Vrager
from dakpan.opslag.wacht import langs_de_wacht
from dakpan.tabellen import METADATA

ALLE = soorten()
# Wie mag een rij van deze kant niet zien?
BUITENSTAANDERS = [
    (Kant.GEDEELD, ANDERE_FINANCIER),
    (Kant.GEDEELD, ANDERE_ORG),
    (Kant.ORGANISATIE, FINANCIER),
    (Kant.FINANCIER, ORGANISATIE),
]


def _zet(motor: Engine, soort: type[Any], kant: Kant) -> Any:
    with sessie_van(motor, None) as sessie, langs_de_wacht(sessie, Uitzondering.VULLING):
        rij = maak(sessie, soort, MIJN_TENANT, MIJN_ORGANISATIE, kant)
        sleutel = inspect(rij).identity
        sessie.commit()
        return sleutel


def _is_van(soort: type[Any], kant: Kant, vrager: Vrager) -> bool:
    """Gegevens van een organisatie kennen geen kant: alleen de organisatie zelf ziet ze."""
    return issubclass(soort, Organisatiegegevens) and vrager is ORGANISATIE and kant is Kant.FINANCIER


def test_geen_tabel_ontsnapt() -> None:
    met_zaak = {t.name for t in METADATA.tables.values() if {"zaak_id", "kant"} & set(t.c.keys())}
    assert met_zaak <= set(beschermd())
    assert {str(inspect(soort).local_table) for soort in ALLE} == set(beschermd())


def test_geen_tabel_heet_als_een_kolom() -> None:
    """De laatste poort herkent een tabel aan haar naam; een kolom of label met die naam zou haar verwarren."""
    kolommen = {kolom.name for tabel in METADATA.tables.values() for kolom in tabel.c}
    assert not kolommen & set(beschermd())


@pytest.mark.parametrize("soort", ALLE, ids=lambda soort: soort.__tablename__)
def test_de_sleutel_begint_met_de_eigenaar(soort: type[Any]) -> None:
    eerste = "tenant_id" if issubclass(soort, Zaakgegevens) else "organisatie_id"
    tabel = inspect(soort).local_table
    assert [kolom.name for kolom in tabel.primary_key] == [eerste, "id"]
    for sleutel in tabel.foreign_key_constraints:
        assert sleutel.column_keys[0] == eerste


@pytest.mark.parametrize("soort", ALLE, ids=lambda soort: soort.__tablename__)
def test_de_eigenaars_zien_hun_gedeelde_rij(motor: Engine, soort: type[Any]) -> None:
    sleutel = _zet(motor, soort, Kant.GEDEELD)
    for vrager in (ORGANISATIE,) if issubclass(soort, Organisatiegegevens) else (ORGANISATIE, FINANCIER):
        with sessie_van(motor, vrager) as sessie:
            assert sessie.get(soort, sleutel) is not None
            assert sessie.scalar(select(func.count()).select_from(soort)) == 1


@pytest.mark.parametrize("soort", ALLE, ids=lambda soort: soort.__tablename__)
def test_een_buitenstaander_leest_en_schrijft_niets(motor: Engine, soort: type[Any]) -> None:
    for kant, vrager in BUITENSTAANDERS:
        sleutel = _zet(motor, soort, kant)
        if not _is_van(soort, kant, vrager):
            _leest_niets(motor, soort, sleutel, vrager)
            _schrijft_niets(motor, soort, sleutel, vrager)
        _ruim_op(motor, soort)


def _ruim_op(motor: Engine, soort: type[Any]) -> None:
    """Sommige tabellen hebben één rij per financier; een spoor gaat nooit weg."""
    if not issubclass(soort, Spoor):
        with sessie_van(motor, None) as sessie, langs_de_wacht(sessie, Uitzondering.VULLING):
            sessie.execute(delete(soort))
            sessie.commit()


def _leest_niets(motor: Engine, soort: type[Any], sleutel: Any, vrager: Vrager) -> None:
    schuilnaam = aliased(soort)
    deze = soort.id == sleutel[1]
    with sessie_van(motor, vrager) as sessie:
        assert sessie.get(soort, sleutel) is None
        assert sessie.scalars(select(soort).where(deze)).all() == []
        assert sessie.execute(select(soort.id, soort.versie).where(deze)).all() == []
        assert sessie.scalar(select(func.count()).select_from(soort).where(deze)) == 0
        assert sessie.scalar(select(func.max(soort.versie)).where(deze)) is None
        assert sessie.scalar(select(select(soort.id).where(deze).exists())) is False
        assert sessie.execute(select(soort.id).join(schuilnaam, soort.id == schuilnaam.id).where(deze)).all() == []
        assert sessie.execute(select(schuilnaam.id).where(schuilnaam.id.in_(select(soort.id).where(deze)))).all() == []
        assert sessie.execute(select(soort.id).where(deze).union_all(select(soort.id).where(deze))).all() == []
        assert sessie.execute(select(select(soort.id).where(deze).cte("deel"))).all() == []


def _schrijft_niets(motor: Engine, soort: type[Any], sleutel: Any, vrager: Vrager) -> None:
    with sessie_van(motor, None) as sessie, langs_de_wacht(sessie, Uitzondering.VULLING):
        rij = sessie.get_one(soort, sleutel)
        sessie.expunge(rij)
    with sessie_van(motor, vrager) as sessie:
        sessie.add(rij)
        rij.versie = 99
        with pytest.raises(Wachtfout):
            sessie.flush()
    with sessie_van(motor, vrager) as sessie:
        rij.versie = 1
        sessie.add(rij)
        sessie.delete(rij)
        with pytest.raises(Wachtfout):
            sessie.flush()
    with sessie_van(motor, vrager) as sessie:
        make_transient(rij)
        rij.id = None
        sessie.add(rij)
        with pytest.raises(Wachtfout):
            sessie.flush()
    for opdracht in (update(soort).values(versie=5), delete(soort)):
        with sessie_van(motor, vrager) as sessie, pytest.raises(Wachtfout):
            sessie.execute(opdracht)
    with sessie_van(motor, None) as sessie, langs_de_wacht(sessie, Uitzondering.VULLING):
        assert sessie.execute(select(soort.versie).where(soort.id == sleutel[1])).all() == [(1,)]


@pytest.mark.parametrize("soort", [s for s in ALLE if issubclass(s, Spoor)], ids=lambda soort: soort.__tablename__)
def test_een_spoor_verandert_nooit_ook_niet_voor_de_eigenaar(motor: Engine, soort: type[Any]) -> None:
    sleutel = _zet(motor, soort, Kant.GEDEELD)
    for daad in ("wijzig", "wis"):
        with sessie_van(motor, ORGANISATIE) as sessie:
            rij = sessie.get_one(soort, sleutel)
            if daad == "wis":
                sessie.delete(rij)
            else:
                rij.door = "iemand anders"
            with pytest.raises(Wachtfout, match="alleen aangevuld"):
                sessie.flush()


@pytest.mark.parametrize("soort", [s for s in ALLE if issubclass(s, Spoor)], ids=lambda soort: soort.__tablename__)
def test_ook_de_database_weigert_een_spoor_te_wijzigen(motor: Engine, soort: type[Any]) -> None:
    _zet(motor, soort, Kant.GEDEELD)
    for opdracht in (update(soort).values(door="iemand anders"), delete(soort)):
        with sessie_van(motor, None) as sessie, langs_de_wacht(sessie, Uitzondering.VULLING):
            with pytest.raises(Exception, match="alleen aangevuld"):
                sessie.execute(opdracht)
            sessie.rollback()
