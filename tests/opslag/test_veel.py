"""Veel rijen tegelijk: dezelfde grenzen en dezelfde geschiedenis als één object."""

from typing import Any

import pytest
from sqlalchemy import Engine, delete, func, insert, select
from tests.opslag.rijen import maak, soorten
from tests.opslag.vragers import (
    ANDERE_ORG,
    ANDERE_ORGANISATIE,
    ANDERE_TENANT,
    FINANCIER,
    MIJN_ORGANISATIE,
    MIJN_TENANT,
    MOMENT,
    ORGANISATIE,
    sessie_van,
)

from dakpan.dossier.tables import Mijlpaal, Notitie, Zaak
from dakpan.opslag.basis import Zaakgegevens, nieuw_id
from dakpan.opslag.fouten import VreemdeRij, Wachtfout
from dakpan.opslag.sporen import Geschiedenis, Spoor
from dakpan.opslag.veel import voeg_toe
from dakpan.opslag.vrager import Kant, Uitzondering
from dakpan.opslag.wacht import langs_de_wacht
from dakpan.tabellen import METADATA

SOORTEN = [
    een
    for een in soorten()
    if issubclass(een, Zaakgegevens) and not issubclass(een, Spoor) and not hasattr(een, "VELDEN_VAN_ORGANISATIE")
]


def notities(zaak_id: Any, aantal: int = 3, **anders: Any) -> list[dict[str, Any]]:
    van = {"tenant_id": MIJN_TENANT, "organisatie_id": MIJN_ORGANISATIE, "kant": Kant.ORGANISATIE}
    wat = {"zaak_id": zaak_id, "op": MOMENT, "door": "Jo Coach"}
    return [{"id": nieuw_id(), **van, **wat, "tekst": f"nummer {een}", **anders} for een in range(aantal)]


@pytest.mark.parametrize("soort", SOORTEN, ids=lambda soort: soort.__tablename__)
def test_de_geschiedenis_is_die_van_een_object(motor: Engine, soort: type[Any]) -> None:
    """Van elke soort: dezelfde velden met dezelfde tekst, ook van een veld dat geheim is."""
    with sessie_van(motor, FINANCIER) as sessie:
        rij = maak(sessie, soort, MIJN_TENANT, MIJN_ORGANISATIE, Kant.FINANCIER)
        velden = {een.key: getattr(rij, een.key) for een in soort.__mapper__.column_attrs if een.key != "versie"}
        als_object = _van(sessie, rij.id)
        with langs_de_wacht(sessie, Uitzondering.VULLING):  # zij maakt plaats voor dezelfde rij
            sessie.execute(delete(soort).where(soort.id == rij.id))
        sessie.expunge(rij)
        nieuw = {**velden, "id": nieuw_id()}
        voeg_toe(sessie, soort, [nieuw])
        samen = _van(sessie, nieuw["id"])
    assert len(samen) == (not soort.ZONDER_GESCHIEDENIS)
    assert samen == als_object[:1]


def _van(sessie: Any, id_: Any) -> list[Any]:
    regels = sessie.scalars(select(Geschiedenis).where(Geschiedenis.rij_id == id_).order_by(Geschiedenis.id))
    return [(een.tabel, een.soort, een.zaak_id, een.door, een.op, een.waarom, een.kant, een.velden) for een in regels]


def test_zij_staan_er_en_zijn_van_wie_ze_schreef(motor: Engine, eigen: Zaak) -> None:
    with sessie_van(motor, ORGANISATIE) as sessie:
        voeg_toe(sessie, Notitie, notities(eigen.id))
        sessie.commit()
        teksten = sessie.scalars(select(Notitie.tekst).order_by(Notitie.id)).all()
    assert teksten == ["nummer 0", "nummer 1", "nummer 2"]
    with sessie_van(motor, ANDERE_ORG) as sessie:
        assert sessie.scalars(select(Notitie)).all() == []


@pytest.mark.parametrize(
    "anders",
    [
        {"tenant_id": ANDERE_TENANT},
        {"organisatie_id": ANDERE_ORGANISATIE},
        {"kant": Kant.FINANCIER},
    ],
    ids=["andere financier", "andere organisatie", "andere kant"],
)
def test_een_rij_van_een_ander_gaat_niet_door(motor: Engine, eigen: Zaak, anders: dict[str, Any]) -> None:
    """Ook niet als er maar één tussen zit; dan gebeurt er niets."""
    rijen = [*notities(eigen.id), *notities(eigen.id, 1, **anders)]
    with sessie_van(motor, ORGANISATIE) as sessie:
        with pytest.raises((VreemdeRij, Wachtfout)):
            voeg_toe(sessie, Notitie, rijen)
        sessie.rollback()
        assert sessie.scalars(select(Notitie)).all() == []


def test_een_rij_wijst_niet_naar_de_zaak_van_een_ander(motor: Engine, eigen: Zaak, vreemd: Zaak) -> None:
    rijen = [*notities(eigen.id), *notities(vreemd.id, 1)]
    with sessie_van(motor, ORGANISATIE) as sessie, pytest.raises(VreemdeRij):
        voeg_toe(sessie, Notitie, rijen)


def test_daarna_is_de_deur_weer_dicht(motor: Engine, eigen: Zaak) -> None:
    """Wat niet is nagekeken kan niet meeliften op wat wel is nagekeken."""
    with sessie_van(motor, ORGANISATIE) as sessie:
        voeg_toe(sessie, Notitie, notities(eigen.id))
        with pytest.raises(Wachtfout, match="buiten de geschiedenis om"):
            sessie.connection().execute(insert(METADATA.tables["notitie"]), notities(eigen.id, 1))


def test_zonder_vrager_of_langs_de_wacht_niet(motor: Engine, eigen: Zaak) -> None:
    with sessie_van(motor, None) as sessie, pytest.raises(Wachtfout):
        voeg_toe(sessie, Notitie, notities(eigen.id))
    with sessie_van(motor, ORGANISATIE) as sessie:
        langs = langs_de_wacht(sessie, Uitzondering.VULLING)
        with langs, pytest.raises(Wachtfout):
            voeg_toe(sessie, Notitie, notities(eigen.id))


def test_een_soort_met_velden_van_een_organisatie_vraagt_een_object(motor: Engine) -> None:
    with sessie_van(motor, ORGANISATIE) as sessie, pytest.raises(Wachtfout, match="Zaak"):
        voeg_toe(sessie, Zaak, [{"id": nieuw_id()}])


def test_niets_is_ook_goed(motor: Engine) -> None:
    with sessie_van(motor, ORGANISATIE) as sessie:
        voeg_toe(sessie, Mijlpaal, [])
        assert sessie.scalar(select(func.count()).select_from(Mijlpaal)) == 0
        assert sessie.scalar(select(func.count()).select_from(Geschiedenis)) == 0
