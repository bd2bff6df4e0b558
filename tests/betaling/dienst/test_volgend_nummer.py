"""Welk nummer krijgt de volgende factuur? Het volgende in de eigen reeks; wat niet vaststaat raadt niemand."""

import pytest
from sqlalchemy import Engine
from tests.betaling.dienst.loket import Loket

from dakpan.betaling.factureren.nummers import Reeks, neem_nummer, reeks_van, volgende
from dakpan.betaling.factureren.nummertabel import Nummersoort

FACTUUR, CREDITNOTA = Nummersoort.FACTUUR, Nummersoort.CREDITNOTA


@pytest.fixture
def noord(motor: Engine) -> Loket:
    return Loket.open(motor, "uwv-noord")


def neem(loket: Loket, *nummers: str, soort: Nummersoort = FACTUUR) -> None:
    for nummer in nummers:
        with loket.wereld.als(loket.declarant) as handeling:
            neem_nummer(handeling, nummer, soort)
            handeling.sessie.commit()


def reeks(loket: Loket, soort: Nummersoort = FACTUUR) -> Reeks:
    with loket.wereld.als(loket.declarant) as handeling:
        return reeks_van(handeling, soort)


@pytest.mark.parametrize(
    ("laatste", "daarna"),
    [
        ("2022-001", "2022-002"),
        ("2022-099", "2022-100"),
        ("999", "1000"),
        ("F9", "F10"),
        ("20220012", "20220013"),
        ("DS/2022/0007/JC", "DS/2022/0008/JC"),
        ("0041-2022", "0042-2022"),
        ("2022", None),
        ("JAARNOTA", None),
        ("2021-118", None),
        ("20210118", None),
        ("F" * 38 + "99", None),
    ],
)
def test_het_laatste_getal_telt_door_en_een_jaar_niet(laatste: str, daarna: str | None) -> None:
    """In 2022. Met het vorige jaar in het nummer begint de reeks misschien opnieuw: dat weet alleen de organisatie."""
    assert volgende(laatste, 2022) == daarna


def test_de_reeks_van_deze_organisatie_slaat_over_wat_al_is_gebruikt(noord: Loket) -> None:
    """Een creditnota telt in dezelfde reeks: na 2022-001 en creditnota 2022-002 volgt 2022-003."""
    assert reeks(noord) == Reeks(None, None)
    neem(noord, "2022-001")
    assert reeks(noord) == Reeks("2022-001", "2022-002")
    neem(noord, "2022-002", soort=CREDITNOTA)
    assert reeks(noord) == Reeks("2022-001", "2022-003")
    assert reeks(noord, CREDITNOTA) == Reeks("2022-002", "2022-003")
    ander = noord.wereld.medewerker(noord.wereld.organisatie("Elders"), "Els Elders")
    with noord.wereld.als(ander) as handeling:
        assert reeks_van(handeling, FACTUUR) == Reeks(None, None)


def test_de_eerste_creditnota_volgt_op_de_facturen_en_daarna_op_zichzelf(noord: Loket) -> None:
    neem(noord, "F-007")
    assert reeks(noord, CREDITNOTA) == Reeks("F-007", "F-008")
    neem(noord, "C-001", soort=CREDITNOTA)
    assert reeks(noord, CREDITNOTA) == Reeks("C-001", "C-002")
    assert reeks(noord) == Reeks("F-007", "F-008")


def test_na_een_lange_rij_gebruikte_nummers_staat_er_geen_voorstel(noord: Loket) -> None:
    """Wat al is gebruikt wordt overgeslagen, ten hoogste twintig keer."""
    neem(noord, *(f"2022-{een:03d}" for een in range(2, 22)), "2022-001")
    assert reeks(noord) == Reeks("2022-001", "2022-022")
    neem(noord, "2022-022", "2022-000")
    assert reeks(noord) == Reeks("2022-000", None)
