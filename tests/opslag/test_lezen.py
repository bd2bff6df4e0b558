"""Losse kolommen lezen: hetzelfde filter als een object, en wat is gelezen hoeft niet nog eens te worden opgezocht."""

from typing import Any

import pytest
from sqlalchemy import Engine, Select, select
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import Session, aliased
from tests.opslag.bouw import zaak
from tests.opslag.test_veel import notities
from tests.opslag.vragers import (
    ANDERE_FINANCIER,
    ANDERE_ORG,
    ANDERE_ORGANISATIE,
    FINANCIER,
    MIJN_ORGANISATIE,
    MIJN_TENANT,
    ORGANISATIE,
    sessie_van,
)
from tests.uren.pagina import opdrachten

from dakpan.dossier.tables import Notitie, Zaak
from dakpan.opslag.fouten import Wachtfout
from dakpan.opslag.lezen import lees
from dakpan.opslag.veel import voeg_toe
from dakpan.opslag.vrager import Kant, Uitzondering, Vrager
from dakpan.opslag.wacht import begrensd, langs_de_wacht, stel_vrager

NUMMERS = select(Zaak.tenant_id, Zaak.id, Zaak.nummer)
ZONDER_SLEUTEL = select(Zaak.id, Zaak.nummer)
_ANDER = aliased(Zaak)
ONDER_EEN_ALIAS = select(_ANDER.tenant_id, _ANDER.id, _ANDER.nummer)


@pytest.fixture
def zaken(motor: Engine) -> tuple[Zaak, Zaak]:
    """Een van de organisatie en een van een andere, bij dezelfde financier; die ziet geen van beide."""
    rijen = []
    for vrager, organisatie, nummer in (
        (ORGANISATIE, MIJN_ORGANISATIE, "Z-1"),
        (ANDERE_ORG, ANDERE_ORGANISATIE, "Z-2"),
    ):
        with sessie_van(motor, vrager) as sessie:
            rijen.append(zaak(sessie, MIJN_TENANT, Kant.ORGANISATIE, organisatie, nummer))
            sessie.commit()
    return rijen[0], rijen[1]


@pytest.mark.parametrize(
    ("vrager", "nummers"),
    [(ORGANISATIE, ["Z-1"]), (ANDERE_ORG, ["Z-2"]), (FINANCIER, []), (ANDERE_FINANCIER, [])],
    ids=["eigen", "andere organisatie", "financier", "andere financier"],
)
@pytest.mark.parametrize("vraag", [NUMMERS, ONDER_EEN_ALIAS], ids=["gewoon", "alias"])
def test_ieder_leest_alleen_wat_van_hem_is(
    motor: Engine, zaken: tuple[Zaak, Zaak], vraag: Select[*tuple[Any, ...]], vrager: Vrager, nummers: list[str]
) -> None:
    """Dezelfde opdracht voor ieder, ook na elkaar in één sessie: het filter is steeds van wie nu vraagt."""
    with sessie_van(motor, None) as sessie:
        for eerst in (ORGANISATIE, FINANCIER):
            stel_vrager(sessie, eerst)
            lees(sessie, vraag, {})
        stel_vrager(sessie, vrager)
        assert [rij.nummer for rij in lees(sessie, vraag, {})] == nummers


def test_zonder_vrager_leest_niemand(motor: Engine, zaken: tuple[Zaak, Zaak]) -> None:
    with sessie_van(motor, None) as sessie, pytest.raises(Wachtfout, match="geen vrager"):
        lees(sessie, NUMMERS, {})


def test_langs_de_wacht_leest_alles(motor: Engine, zaken: tuple[Zaak, Zaak]) -> None:
    with sessie_van(motor, None) as sessie, langs_de_wacht(sessie, Uitzondering.VULLING):
        assert {rij.nummer for rij in lees(sessie, NUMMERS, {})} == {"Z-1", "Z-2"}


def test_een_filter_dat_niet_is_ingevuld_gaat_niet_door(motor: Engine, zaken: tuple[Zaak, Zaak]) -> None:
    with sessie_van(motor, ORGANISATIE) as sessie, pytest.raises(StatementError, match="dakpan_"):
        sessie.connection().execute(begrensd(NUMMERS, ORGANISATIE))


def test_het_filter_van_een_ander_gaat_niet_door(motor: Engine, zaken: tuple[Zaak, Zaak]) -> None:
    """Ook wie zelf waarden meegeeft krijgt die van de vrager, en de laatste poort kijkt het na."""
    vreemd = {"dakpan_organisatie": ANDERE_ORGANISATIE}
    with sessie_van(motor, ORGANISATIE) as sessie:
        assert [rij.nummer for rij in lees(sessie, NUMMERS, vreemd)] == ["Z-1"]
        assert [rij.nummer for rij in sessie.execute(NUMMERS, vreemd)] == ["Z-1"]
        waarden = {**vreemd, "dakpan_kant": Kant.ORGANISATIE, "dakpan_gedeeld": Kant.GEDEELD}
        with pytest.raises(Wachtfout, match="geen grens"):
            sessie.connection().execute(begrensd(NUMMERS, ORGANISATIE), waarden)


def test_wat_nog_niet_is_weggeschreven_wordt_gelezen(motor: Engine, zaken: tuple[Zaak, Zaak]) -> None:
    with sessie_van(motor, ORGANISATIE) as sessie:
        sessie.get_one(Zaak, (MIJN_TENANT, zaken[0].id)).nummer = "Z-9"
        assert [rij.nummer for rij in lees(sessie, NUMMERS, {})] == ["Z-9"]


def _opgezocht(sessie: Session, naar: Zaak) -> int:
    """Hoe vaak wordt de zaak opgezocht als er een notitie bij komt?"""
    with opdrachten() as gezien:
        voeg_toe(sessie, Notitie, notities(naar.id, 1))
    return sum(een.startswith("SELECT zaak.") for een in gezien)


def test_wie_een_zaak_las_hoeft_haar_niet_op_te_zoeken(motor: Engine, zaken: tuple[Zaak, Zaak]) -> None:
    """Alleen in dezelfde transactie, en alleen met de hele sleutel van de tabel zelf."""
    with sessie_van(motor, ORGANISATIE) as sessie:
        assert _opgezocht(sessie, zaken[0]) == 1
        sessie.rollback()
        for vraag, keer in ((ZONDER_SLEUTEL, 1), (ONDER_EEN_ALIAS, 1), (NUMMERS, 0)):
            lees(sessie, vraag, {})
            assert _opgezocht(sessie, zaken[0]) == keer
            sessie.rollback()
        assert _opgezocht(sessie, zaken[0]) == 1


def test_een_andere_vrager_weet_niet_wat_de_vorige_las(motor: Engine, zaken: tuple[Zaak, Zaak]) -> None:
    with sessie_van(motor, ANDERE_ORG) as sessie:
        lees(sessie, NUMMERS, {})
        stel_vrager(sessie, ORGANISATIE)
        assert _opgezocht(sessie, zaken[0]) == 1
